import fc from "fast-check";
import type {
  CheckedFinding,
  CheckResult,
} from "../../../../server/src/core/report/check/check.ts";
import type { DifferenceChange } from "../../../../server/src/core/report/difference.ts";
import { comparePlaces } from "../../../../server/src/core/report/place.ts";
import { RULES } from "../../../../server/src/core/rules/all.ts";
import { FINDING_LEVELS } from "../../../../server/src/core/rules/rule.ts";

/** A finding, with what matters to a test put in. */
export function finding(of: Partial<CheckedFinding> = {}): CheckedFinding {
  const place = { path: "src/a.c", line: 3, column: 4, endLine: 3, endColumn: 10 };
  const { line = place.line } = of;
  return {
    ...place,
    endLine: line,
    code: "unknown-requirement",
    level: "error",
    message: "IEC 62443-4-2 has no requirement CR 9.9.",
    about: "CR 9.9",
    fixes: [],
    ...of,
  };
}

/** A result with a difference that has these changes. */
export function compared(
  changes: readonly DifferenceChange[],
  findings: readonly CheckedFinding[] = [],
): CheckResult {
  const isWorse = changes.some((it) => it.isWorse);
  return { findings, difference: { product: "Pump", baseline: "base.json", isWorse, changes } };
}

/** A claim that is lost, with what matters to a test put in. */
export function lost(of: Partial<DifferenceChange> = {}): DifferenceChange {
  const text = "implements CR 1.1  a.c · int a;";
  return { kind: "claim-lost", isWorse: true, about: "CR 1.1", text, ...of };
}

/** Texts that have broken formats before. */
export const HOSTILE = [
  "a\nb.c",
  "a\r\nb.c",
  "\"quoted\" 'so'.c",
  "100%.c",
  "%0A%25.c",
  "\u001b[31mred\u001b[0m.c",
  "::error::x.c",
  "a,b:c.c",
  "=1+1.c",
  "@SUM(1).c",
  "<b>&amp;]]>.c",
  "überprüfung/日本語/😀.c",
  "half \ud800.c",
  "\ufffe\u0000.c",
  "\u202egnp.c",
  "a b\t.c",
  "[x](http://x) {0}.c",
  "#?;.c",
] as const;

const anyText = fc.oneof(
  fc.constantFrom(...HOSTILE),
  fc.string({ unit: "binary", minLength: 1, maxLength: 20 }),
);

const anyPath = anyText.map((it) => it.replace(/^\/+/, "") || "x");

const anyFinding = fc
  .record({
    path: anyPath,
    line: fc.integer({ min: 1, max: 5 }),
    column: fc.integer({ min: 1, max: 5 }),
    code: fc.constantFrom(...RULES.map((it) => it.code)),
    level: fc.constantFrom(...FINDING_LEVELS),
    message: anyText,
    about: anyText,
  })
  .map((it) => finding({ ...it, endColumn: it.column + 2 }));

/** Any result, sorted as `check` sorts it. */
export const anyResult: fc.Arbitrary<CheckResult> = fc
  .array(anyFinding, { maxLength: 12 })
  .map((findings) => ({ findings: findings.sort(comparePlaces) }));

import { FINDING_LEVELS } from "../../rules/rule.ts";
import type { DifferenceChange } from "../difference.ts";
import type { CheckedFinding, CheckResult } from "./check.ts";
import { KINDS } from "./kinds.ts";

/**
 * All that a host of code is told: what is worse than in the baseline, as errors, and then the findings by
 * place. What stands nowhere any more is told of the file `elsewhere`. A new finding is one of the findings:
 * only who has to see why a gate fails is told so `twice`.
 */
export function toldOf(
  { findings, difference }: CheckResult,
  elsewhere: string,
  { twice = false } = {},
): readonly CheckedFinding[] {
  const worse = difference?.changes.filter((it) => it.isWorse) ?? [];
  const told = twice ? worse : worse.filter((it) => it.kind !== "finding-new");
  return [...told.map((it) => asFinding(it, elsewhere)), ...findings];
}

function asFinding(change: DifferenceChange, elsewhere: string): CheckedFinding {
  const { kind, about, path = elsewhere, line = 1 } = change;
  const place = { path, line, column: 1, endLine: line, endColumn: 1 };
  return { ...place, code: kind, level: "error", message: sentences(change), about, fixes: [] };
}

function sentences({ kind, text }: DifferenceChange): string {
  const { description = "", action = "" } = KINDS.find((it) => it.code === kind) ?? {};
  const end = /[.?!]$/.test(text) ? "" : ".";
  return `${description.replace(/\.$/, "")}: ${text}${end} ${action}`;
}

/** The loudest first; what is equally loud stays in its order. */
export function loudestFirst(told: readonly CheckedFinding[]): readonly CheckedFinding[] {
  return FINDING_LEVELS.flatMap((level) => told.filter((it) => it.level === level));
}

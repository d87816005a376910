import type { SkippedFile } from "../list/list.ts";
import { safe } from "../terminal.ts";
import type { CheckedFinding, CheckResult } from "./check.ts";
import { KINDS } from "./kinds.ts";
import { toldOf } from "./told.ts";
import { xmlAttribute, xmlText } from "./xml.ts";

/** What a JUnit report says beside the findings. */
export interface JunitRun {
  /** The path of the file that stands for what stands nowhere any more. */
  readonly elsewhere: string;
  readonly skipped: readonly SkippedFile[];
  /** Codes of rules that find nothing because they were not asked. */
  readonly silent: ReadonlySet<string>;
}

/**
 * A JUnit report, in pieces: a suite a rule, a case a finding. A case has the same name on every run, and no
 * other has it: servers know it again by that. A rule that finds nothing is a case that passes.
 */
export function* junit(result: CheckResult, run: JunitRun): Generator<string> {
  const suites = suitesOf(result, run);
  yield `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="iec62443"${counts(suites.flatMap((it) => it.cases))}>\n`;
  for (const { name, cases } of suites) {
    const skipped = xmlAttribute("skipped", cases.filter((it) => it.outcome === "skipped").length);
    yield `  <testsuite${xmlAttribute("name", name)}${counts(cases)}${skipped}>\n`;
    for (const it of cases) yield caseXml(name, it);
    yield "  </testsuite>\n";
  }
  yield "</testsuites>\n";
}

interface Suite {
  readonly name: string;
  readonly cases: readonly Case[];
}

interface Case {
  readonly name: string;
  readonly outcome: "passed" | "failed" | "skipped";
  /** Why it is so, in a sentence. */
  readonly message?: string;
  /** What it is made of. */
  readonly finding?: CheckedFinding;
}

function suitesOf(result: CheckResult, { elsewhere, skipped, silent }: JunitRun): Suite[] {
  const told = toldOf(result, elsewhere);
  const kinds = KINDS.filter((it) => it.topic !== "baseline" || result.difference !== undefined);
  const suites: Suite[] = kinds.map(({ code }) => {
    const cases = casesOf(told.filter((it) => it.code === code));
    if (cases.length > 0) return { name: code, cases };
    return { name: code, cases: [silent.has(code) ? NOT_ASKED : NOTHING_FOUND] };
  });
  const unread = skipped.map(({ path, why }): Case => {
    return { name: safe(path), outcome: "skipped", message: why };
  });
  return unread.length === 0 ? suites : [...suites, { name: "files-not-read", cases: unread }];
}

const NOTHING_FOUND: Case = { name: "no findings", outcome: "passed" };
const NOT_ASKED: Case = {
  name: "no findings",
  outcome: "skipped",
  message: "Not asked: the rule is off, or only a part of the product was read.",
};

function casesOf(findings: readonly CheckedFinding[]): readonly Case[] {
  const numbers = new Map<string, number>();
  return findings.map((finding) => {
    const name = safe(`${finding.path}: ${finding.about}`);
    const number = (numbers.get(name) ?? 0) + 1;
    numbers.set(name, number);
    const fails = finding.level === "error" || finding.level === "warning";
    return {
      name: number === 1 ? name : `${name} (${number})`,
      outcome: fails ? "failed" : "passed",
      finding,
    };
  });
}

function counts(cases: readonly Case[]): string {
  const failures = cases.filter((it) => it.outcome === "failed").length;
  return (
    xmlAttribute("tests", cases.length) +
    xmlAttribute("failures", failures) +
    xmlAttribute("errors", 0)
  );
}

function caseXml(suite: string, { name, outcome, message, finding }: Case): string {
  // Jenkins takes what stands before the last dot as a package.
  const head = `    <testcase${xmlAttribute("classname", `iec62443.${suite}`)}${xmlAttribute("name", name)}`;
  const inner =
    outcome === "skipped"
      ? `<skipped${xmlAttribute("message", safe(message ?? ""))}/>`
      : finding && findingXml(finding, outcome);
  return inner === undefined ? `${head}/>\n` : `${head}>${inner}</testcase>\n`;
}

function findingXml(finding: CheckedFinding, outcome: "passed" | "failed"): string {
  const { level } = finding;
  const message = safe(finding.message);
  const text = xmlText(detailsOf(finding, message));
  if (outcome === "passed") return `<system-out>${text}</system-out>`;
  return `<failure${xmlAttribute("type", level)}${xmlAttribute("message", message)}>${text}</failure>`;
}

function detailsOf({ path, line, column, level, fixes }: CheckedFinding, message: string): string {
  const place = `${safe(path)}:${line}:${column} ${level}`;
  return [place, message, ...fixes.map((it) => `Fix: ${safe(it.title)}`)].join("\n");
}

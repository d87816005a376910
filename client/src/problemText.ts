import type { WireProblems } from "../../server/src/protocol/coverage.ts";
import { fileName } from "./panelWords.ts";
import { counted } from "./states.ts";

/** `2 problems in iec62443.yaml and 1 problem in rules.yaml`: what cannot be used, by file. */
export function problemText(problems: readonly WireProblems[]): string {
  return problems
    .map(({ uri, count }) => `${counted(count, "problem")} in ${fileName(uri)}`)
    .join(" and ");
}

/** The same as a sentence that says what it means for the numbers. */
export function doubtOf(problems: readonly WireProblems[]): string {
  return `${problemText(problems)}: the numbers may be wrong.`;
}

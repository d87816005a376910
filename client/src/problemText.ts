import type { WireProblems } from "../../server/src/protocol/coverage.ts";
import { t } from "./l10n.ts";
import { counted } from "./nouns.ts";
import { fileName } from "./panelWords.ts";

/** `2 problems in iec62443.yaml and 1 problem in rules.yaml`: what cannot be used, by file. */
export function problemText(problems: readonly WireProblems[]): string {
  return problems
    .map(({ uri, count }) => t("{0} in {1}", counted(count, "problem"), fileName(uri)))
    .join(t(" and "));
}

/** The same as a sentence that says what it means for the numbers. */
export function doubtOf(problems: readonly WireProblems[]): string {
  return t("{0}: the numbers may be wrong.", problemText(problems));
}

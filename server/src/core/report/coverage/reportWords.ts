import type { ItemState, Totals } from "../../coverage.ts";
import { count } from "../terminal.ts";
import type { ReportedProject } from "./report.ts";
import type { ReportedItem } from "./reportItem.ts";

/** All states, what is to be done first and what is done last. */
export const STATES_BY_WORK = [
  "missing",
  "partial",
  "planned",
  "compensated",
  "implemented",
  "verified",
  "not-applicable",
] as const satisfies readonly ItemState[];

/** A state, or a status of the project file, as prose: `not applicable`. */
export function wordOf(state: string): string {
  return state.replaceAll("-", " ");
}

/** How many items are in a state. */
export function countIn(totals: Totals, state: ItemState): number {
  return state === "not-applicable" ? totals.notApplicable : totals[state];
}

/** Whether a claim or a statement names it, of whatever kind. */
export function isSpokenOf({ claims, statements }: ReportedItem): boolean {
  return claims.length + statements.length > 0;
}

/** `96 %`, rounded down: 100 % is said of all and nothing less. Empty of nothing. */
export function percentOf(part: number, whole: number): string {
  return whole === 0 ? "" : `${Math.floor((part / whole) * 100)} %`;
}

/** What the numbers come to, in one sentence. */
export function verdictOf({ blockers, target, totals }: ReportedProject): string {
  if (totals.applicable === 0) return "Nothing is asked for: no requirement applies.";
  const open = count(blockers.length, "requirement");
  const [is, blocks] = blockers.length === 1 ? ["is", "blocks"] : ["are", "block"];
  if (target === null) {
    return blockers.length === 0 ? "Nothing is open." : `${open} ${is} open. No target is set.`;
  }
  if (blockers.length === 0) return "The target is reached: nothing is open.";
  return `The target is not reached: ${open} ${blocks} it.`;
}

/** `SL-C 1 reached, target 2`; empty where no part knows levels. */
export function levelInWords({ levels, reached, target }: ReportedProject): string {
  if (levels.length === 0) return "";
  const is = `SL-C ${reached} reached`;
  if (target === null) return is;
  return `${is}, target ${typeof target === "number" ? target : "by FR"}`;
}

/** How many files were left out, which may hold claims. */
export function skippedSentence(number: number): string {
  if (number === 0) return "No file was skipped.";
  const [were, their] = number === 1 ? ["was", "its"] : ["were", "their"];
  return `${count(number, "file")} that may hold claims ${were} skipped: ${their} claims are not counted.`;
}

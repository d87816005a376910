import { amount, t } from "./l10n.ts";

/** What is counted, one and many: a language need not make its plural with an `s`. */
const NOUNS = {
  claim: { one: () => t("{0} claim", 1), many: (count: string) => t("{0} claims", count) },
  day: { one: () => t("{0} day", 1), many: (count: string) => t("{0} days", count) },
  file: { one: () => t("{0} file", 1), many: (count: string) => t("{0} files", count) },
  finding: { one: () => t("{0} finding", 1), many: (count: string) => t("{0} findings", count) },
  item: { one: () => t("{0} item", 1), many: (count: string) => t("{0} items", count) },
  problem: { one: () => t("{0} problem", 1), many: (count: string) => t("{0} problems", count) },
  project: { one: () => t("{0} project", 1), many: (count: string) => t("{0} projects", count) },
  row: { one: () => t("{0} row", 1), many: (count: string) => t("{0} rows", count) },
  state: { one: () => t("{0} state", 1), many: (count: string) => t("{0} states", count) },
};

/** `1 claim`, `30,000 claims`. */
export function counted(count: number, noun: keyof typeof NOUNS): string {
  const { one, many } = NOUNS[noun];
  return count === 1 ? one() : many(amount(count));
}

import type { WireItem, WireProject } from "../../server/src/protocol/coverage.ts";
import { t } from "./l10n.ts";
import { counted } from "./nouns.ts";

/** What a person may say of an item in the project file, with a reason. */
export type MarkedStatus = "not-applicable" | "compensating";

/** Whether a reason says anything: marks alone do not, as the server sees it. */
export function saysSomething(reason: string): boolean {
  return /[\p{L}\p{N}]/u.test(reason);
}

/** Why a reason cannot be taken; nothing where it can. */
export function reasonProblem(reason: string): string | undefined {
  if (saysSomething(reason)) return undefined;
  return t("Write why, in words: without a reason the statement does not count.");
}

/** What is asked for the reason. */
export function reasonPrompt(item: WireItem, status: MarkedStatus): string {
  const { reference, counts } = item;
  if (status === "compensating")
    return t("What meets {0} in the place of this product?", reference);
  const claimed = Object.entries(counts).filter(([relation]) => DENIED.includes(relation));
  const count = claimed.reduce((sum, [, it]) => sum + it, 0);
  const question = t("Why does {0} not apply to this product?", reference);
  if (count === 0) return question;
  const claims = counted(count, "claim");
  return count === 1
    ? t("{0} {1} in the code says that it does: that is a contradiction.", question, claims)
    : t("{0} {1} in the code say that it does: that is a contradiction.", question, claims);
}

/** Relations that cannot be true of what does not apply. */
const DENIED: readonly string[] = ["implements", "partial", "verifies"];

/** The owner of the statement that was written last into the project file: the next is often theirs. */
export function lastOwner({ items }: WireProject): string | undefined {
  const owned = items
    .flatMap(({ statements }) => statements)
    .filter(({ owner }) => owner !== undefined)
    .sort((a, b) => a.range.start.line - b.range.start.line);
  return owned.at(-1)?.owner;
}

/** The statement that says it already, and still counts. */
export function saidAlready(
  { statements }: WireItem,
  status: MarkedStatus,
): WireItem["statements"][number] | undefined {
  return statements.find((it) => it.status === status && !it.isExpired);
}

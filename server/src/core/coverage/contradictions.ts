import type { Relation } from "../annotation.ts";
import type { Item } from "../coverage.ts";
import type { Saying } from "./sayings.ts";

/** What cannot be true of an item that does not apply. */
const CLAIMS_CODE: readonly Relation[] = ["implements", "verifies", "partial"];

/** Something that is said of an item, and what is said against it. */
export interface Contradiction {
  readonly denies: Saying;
  readonly claims: Saying;
}

/**
 * Every pair that says of one item, or of one of its letters, both that it does not apply and that
 * code meets it or a test shows it. What denies without a reason counts for nothing and contradicts
 * nothing.
 */
export function contradictionsOf({ sayings }: Item): readonly Contradiction[] {
  const denials = sayings.filter((it) => it.relation === "not-applicable" && it.isJustified);
  if (denials.length === 0) return [];
  const claims = sayings.filter((it) => CLAIMS_CODE.includes(it.relation));
  return denials.flatMap((denies) =>
    claims
      .filter((it) => isOfSameLetter(it, denies) && it.from !== denies.from)
      .map((it) => ({ denies, claims: it })),
  );
}

/** Whether there is any: also where thousands of claims stand against each other, in one pass. */
export function isContradicted({ sayings }: Item): boolean {
  const denials = sayings.filter((it) => it.relation === "not-applicable" && it.isJustified);
  if (denials.length === 0) return false;
  const denied = new Set(denials.map((it) => it.letter));
  return sayings
    .filter((it) => CLAIMS_CODE.includes(it.relation))
    .some((it) => it.letter === undefined || denied.has(undefined) || denied.has(it.letter));
}

function isOfSameLetter(a: Saying, b: Saying): boolean {
  return a.letter === undefined || b.letter === undefined || a.letter === b.letter;
}

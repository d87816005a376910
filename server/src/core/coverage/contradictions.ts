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
 * Who says of one item, or of one of its letters, both that it does not apply and that code meets it
 * or a test shows it: each denial with the first claim against it, then each other claim with the
 * first denial. What denies without a reason counts for nothing and contradicts nothing.
 */
export function contradictionsOf({ sayings }: Item): readonly Contradiction[] {
  const denials = sayings.filter((it) => it.relation === "not-applicable" && it.isJustified);
  if (denials.length === 0) return [];
  const claims = sayings.filter((it) => CLAIMS_CODE.includes(it.relation));
  const firstClaim = firstByLetter(claims);
  const firstDenial = firstByLetter(denials);
  const ofDenials = denials.flatMap((denies) => {
    const claims = firstClaim(denies);
    return claims === undefined ? [] : [{ denies, claims }];
  });
  const told = new Set(ofDenials.map((it) => it.claims));
  const ofOthers = claims.flatMap((claims) => {
    const denies = told.has(claims) ? undefined : firstDenial(claims);
    return denies === undefined ? [] : [{ denies, claims }];
  });
  return [...ofDenials, ...ofOthers];
}

/** Finds the first saying about the letter of another, or about the whole. */
function firstByLetter(sayings: readonly Saying[]): (other: Saying) => Saying | undefined {
  const firsts = new Map<string | undefined, Saying>();
  for (const it of sayings) if (!firsts.has(it.letter)) firsts.set(it.letter, it);
  const first = sayings[0];
  return ({ letter }) =>
    letter === undefined ? first : (firsts.get(letter) ?? firsts.get(undefined));
}

/** Whether anything contradicts. */
export function isContradicted(item: Item): boolean {
  return contradictionsOf(item).length > 0;
}

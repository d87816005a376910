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
 * The first that says of an item, or of one of its letters, that it does not apply, and the first that
 * says that code meets it or a test shows it.
 */
export function contradictionOf(item: Item): Contradiction | undefined {
  for (const denies of item.kinds) {
    if (sideOf(denies) !== "denies") continue;
    const claims = item.kinds.find((it) => isAgainst(it, "denies", denies.letter));
    if (claims !== undefined) return { denies, claims };
  }
  return undefined;
}

/** Whether anything contradicts. */
export function isContradicted(item: Item): boolean {
  return contradictionOf(item) !== undefined;
}

type Side = "denies" | "claims";

const known = new WeakMap<Item, Map<string, readonly Saying[]>>();

/**
 * All that is said of an item against one saying of it. Asked for
 * each of thousands of sayings it costs one pass for each letter, and not their square.
 */
export function opponentsOf(item: Item, saying: Saying): readonly Saying[] {
  const side = sideOf(saying);
  if (side === undefined) return [];
  const key = `${side} ${saying.letter ?? ""}`;
  const ofItem = known.get(item) ?? new Map<string, readonly Saying[]>();
  known.set(item, ofItem);
  const opponents = ofItem.get(key) ?? findOpponents(item, side, saying.letter);
  ofItem.set(key, opponents);
  return opponents;
}

/** On which side of a contradiction a saying can stand; what denies without a reason stands on none. */
function sideOf({ relation, isJustified }: Saying): Side | undefined {
  if (relation === "not-applicable") return isJustified ? "denies" : undefined;
  return CLAIMS_CODE.includes(relation) ? "claims" : undefined;
}

/** A statement of `verified` says two things: it is one opponent. */
function findOpponents(item: Item, side: Side, letter: string | undefined): readonly Saying[] {
  const bySource = new Map<Saying["from"], Saying>();
  // Almost always there is nobody on the other side.
  if (!item.kinds.some((it) => isAgainst(it, side, letter))) return [];
  for (const it of item.sayings) {
    if (isAgainst(it, side, letter) && !bySource.has(it.from)) bySource.set(it.from, it);
  }
  return [...bySource.values()];
}

function isAgainst(saying: Saying, side: Side, letter: string | undefined): boolean {
  const other = sideOf(saying);
  if (other === undefined || other === side) return false;
  return letter === undefined || saying.letter === undefined || saying.letter === letter;
}

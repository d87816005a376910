import type { Relation } from "../annotation.ts";
import type { Saying } from "../coverage/sayings.ts";
import type { Item } from "../coverage.ts";

/** What cannot be true of an item that does not apply. */
const CLAIMS_CODE: readonly Relation[] = ["implements", "verifies", "partial"];

type Side = "denies" | "claims";

const known = new WeakMap<Item, Map<string, readonly Saying[]>>();

/**
 * All that is said of an item against one saying of it, as `contradictionsOf` pairs them. Asked for
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
export function sideOf({ relation, isJustified }: Saying): Side | undefined {
  if (relation === "not-applicable") return isJustified ? "denies" : undefined;
  return CLAIMS_CODE.includes(relation) ? "claims" : undefined;
}

/** A statement of `verified` says two things: it is one opponent. */
function findOpponents(item: Item, side: Side, letter: string | undefined): readonly Saying[] {
  const bySource = new Map<Saying["from"], Saying>();
  for (const it of item.sayings) {
    const other = sideOf(it);
    const fits = letter === undefined || it.letter === undefined || it.letter === letter;
    if (fits && other !== undefined && other !== side && !bySource.has(it.from)) {
      bySource.set(it.from, it);
    }
  }
  return [...bySource.values()];
}

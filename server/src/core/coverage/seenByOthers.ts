import type { Item } from "../coverage.ts";
import { isContradicted, opponentsOf } from "./contradictions.ts";
import type { Saying } from "./sayings.ts";

/** So many of those who say something else are named beside a claim: ten thousand would stop an editor. */
export const MOST_OPPONENTS = 10;

/**
 * What findings elsewhere can depend on of a requirement's items. A claim more of what is claimed already
 * changes nothing of it.
 */
export interface SeenByOthers {
  /** What a finding in any file with a claim of it may tell. */
  readonly everywhere: string;
  /** Whether anything counts for what rests on it. */
  readonly isSaid: boolean;
  /** The files whose claim speaks for the others: the first of each kind. */
  readonly first: ReadonlySet<string>;
}

const known = new WeakMap<readonly Item[], SeenByOthers>();

/** The same for the same items. */
export function seenByOthers(items: readonly Item[]): SeenByOthers {
  const seen = known.get(items) ?? lookAt(items);
  known.set(items, seen);
  return seen;
}

function lookAt(items: readonly Item[]): SeenByOthers {
  const kinds = items.flatMap((it) => it.kinds);
  return {
    everywhere: JSON.stringify(items.map((it) => [it.kinds.length === 0, disputesIn(it)])),
    isSaid: kinds.some(counts),
    first: new Set(kinds.flatMap(({ from }) => ("claim" in from ? [from.uri] : []))),
  };
}

/** Where some deny what others claim: what is told of the one side at each place of the other. */
function disputesIn(item: Item): readonly unknown[] {
  if (!isContradicted(item)) return [];
  return item.kinds.map((it) => {
    const opponents = opponentsOf(item, it);
    return [opponents.length, opponents.slice(0, MOST_OPPONENTS).map(nameOf)];
  });
}

function nameOf({ relation, from }: Saying): readonly unknown[] {
  return "claim" in from ? [relation, from.uri, from.claim.range] : [relation, from.range];
}

/** Whether a saying says that something is met, will be met, or does not apply. */
export function counts({ relation, isJustified }: Saying): boolean {
  return relation !== "not-applicable" || isJustified;
}

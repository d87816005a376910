import type { Item } from "../coverage.ts";
import { contradictionOf } from "./contradictions.ts";
import type { Saying } from "./sayings.ts";

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
  /** While some deny what others claim, each claim more or less is told of at all the others. */
  readonly isContradicted: boolean;
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
    everywhere: JSON.stringify(items.map((it) => it.kinds.length === 0)),
    isSaid: kinds.some(counts),
    first: new Set(kinds.flatMap(({ from }) => ("claim" in from ? [from.uri] : []))),
    isContradicted: items.some((it) => contradictionOf(it) !== undefined),
  };
}

/** Whether a saying says that something is met, will be met, or does not apply. */
export function counts({ relation, isJustified }: Saying): boolean {
  return relation !== "not-applicable" || isJustified;
}

import type { Catalog } from "../catalog.ts";
import type { Reference } from "../reference.ts";
import { nearest } from "../similarity.ts";

interface Candidate {
  readonly part: string;
  readonly id: string;
  readonly numbers: readonly number[];
}

const known = new WeakMap<Catalog, readonly Candidate[]>();

/** The three ids of the same part that are most like an id; of equals, the nearest by number. */
export function nearestIds(catalog: Catalog, { part, id }: Reference): readonly string[] {
  const candidates = known.get(catalog) ?? candidatesOf(catalog);
  known.set(catalog, candidates);
  const numbers = numbersOf(id);
  const ids = candidates
    .filter((it) => it.part === part)
    .sort((a, b) => distance(a.numbers, numbers) - distance(b.numbers, numbers))
    .map((it) => it.id);
  return nearest(id, new Set(ids), 3);
}

/** Headings are no help: they hold no requirement. */
function candidatesOf({ requirements }: Catalog): readonly Candidate[] {
  return requirements
    .filter((it) => it.redirectsTo === undefined)
    .map(({ part, id }) => ({ part, id, numbers: numbersOf(id) }));
}

/** How far two ids are apart, the number of the foundational requirement counting most. */
function distance([first = 0, second = 0]: readonly number[], other: readonly number[]): number {
  const [otherFirst = 0, otherSecond = 0] = other;
  return Math.abs(first - otherFirst) * 100 + Math.abs(second - otherSecond);
}

function numbersOf(id: string): readonly number[] {
  return Array.from(id.matchAll(/\d+/g), ([digits]) => Number(digits));
}

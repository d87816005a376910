import type { Catalog } from "../catalog.ts";
import type { Reference } from "../reference.ts";
import { nearest } from "../similarity.ts";

interface Candidate {
  readonly part: string;
  readonly id: string;
  readonly numbers: readonly number[];
}

interface Known {
  readonly candidates: readonly Candidate[];
  /** By what was written: the same slip stands in many files. */
  readonly nearest: Map<string, readonly string[]>;
}

const known = new WeakMap<Catalog, Known>();

/** Enough for any checkout, and little to remember of all that is ever typed. */
const MOST_REMEMBERED = 1000;

/** The three ids of the same part that are most like an id; of equals, the nearest by number. */
export function nearestIds(catalog: Catalog, { part, id }: Reference): readonly string[] {
  const ofCatalog = known.get(catalog) ?? {
    candidates: candidatesOf(catalog),
    nearest: new Map<string, readonly string[]>(),
  };
  known.set(catalog, ofCatalog);
  const { candidates, nearest: remembered } = ofCatalog;
  const key = `${part} ${id}`;
  const ids = remembered.get(key) ?? findNearest(candidates, part, id);
  if (remembered.size >= MOST_REMEMBERED) remembered.clear();
  remembered.set(key, ids);
  return ids;
}

function findNearest(
  candidates: readonly Candidate[],
  part: string,
  id: string,
): readonly string[] {
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

import { RELATIONS, type Relation } from "../annotation.ts";
import { type Chunk, chunksOf } from "../annotationIndex/chunks.ts";
import type { Site } from "../annotationIndex.ts";

type Counts = ReadonlyMap<Relation, number>;

const known = new WeakMap<Chunk, Counts>();

/** How many claims there are of each relation, in the order of relations; those of which there is one at least. */
export function relationCounts(sites: readonly Site[]): Counts {
  const chunks = chunksOf(sites).map(countsIn);
  const sums = RELATIONS.map(
    (it) => [it, chunks.reduce((sum, counts) => sum + (counts.get(it) ?? 0), 0)] as const,
  );
  return new Map(sums.filter(([, count]) => count > 0));
}

/** After an edit one chunk of a list is counted, and not the list. */
function countsIn(chunk: Chunk): Counts {
  const counts = known.get(chunk) ?? count(chunk);
  known.set(chunk, counts);
  return counts;
}

function count(chunk: Chunk): Counts {
  const counts = new Map<Relation, number>();
  for (const { annotation } of chunk) {
    counts.set(annotation.relation, (counts.get(annotation.relation) ?? 0) + 1);
  }
  return counts;
}

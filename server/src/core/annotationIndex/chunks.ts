import type { Site } from "../annotationIndex.ts";

/** Some claims of a list, by file and place. All that one file says in a list stands in one chunk. */
export type Chunk = readonly Site[];

/** As large as a chunk becomes before the next file begins another, and before it is parted. */
const FULL = 128;
const TOO_FULL = 2 * FULL;

const NONE: readonly Site[] = [];
const known = new WeakMap<readonly Site[], readonly Chunk[]>();

/**
 * What a list of claims is made of. A change of one file changes one chunk, and the others are the same
 * values as before: what was worked out of a chunk still holds.
 */
export function chunksOf(list: readonly Site[]): readonly Chunk[] {
  return known.get(list) ?? (list.length === 0 ? [] : [list]);
}

/** The chunks as one list, which remembers them. */
export function joined(chunks: readonly Chunk[]): readonly Site[] {
  const [first = NONE, ...others] = chunks;
  if (others.length === 0) return first;
  const list: Site[] = [];
  for (const chunk of chunks) for (const site of chunk) list.push(site);
  known.set(list, chunks);
  return list;
}

/** A list that is sorted by file, in chunks. */
export function chunked(list: readonly Site[]): readonly Chunk[] {
  const chunks: Chunk[] = [];
  for (let start = 0; start < list.length; ) {
    let end = Math.min(start + FULL, list.length);
    while (end < list.length && list[end]?.uri === list[end - 1]?.uri) end++;
    chunks.push(start === 0 && end === list.length ? list : list.slice(start, end));
    start = end;
  }
  return chunks;
}

/** The list in which one file has these claims: one chunk is made anew. */
export function withFile(
  list: readonly Site[],
  uri: string,
  sites: readonly Site[],
): readonly Site[] {
  const chunks = chunksOf(list);
  const at = Math.max(placeIn(chunks, (it) => (it[0]?.uri ?? "") > uri) - 1, 0);
  const chunk = chunks[at] ?? NONE;
  const start = placeIn(chunk, (it) => it.uri >= uri);
  const end = placeIn(chunk, (it) => it.uri > uri);
  const changed = [chunk.slice(0, start), sites, chunk.slice(end)].flat();
  const instead = changed.length > TOO_FULL ? chunked(changed) : [changed];
  return joined(
    [...chunks.slice(0, at), ...instead, ...chunks.slice(at + 1)].filter((it) => it.length > 0),
  );
}

/** The first place in a sorted list from which on all fits. */
export function placeIn<T>(list: readonly T[], fits: (it: T) => boolean): number {
  let [low, high] = [0, list.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (fits(list[middle] as T)) high = middle;
    else low = middle + 1;
  }
  return low;
}

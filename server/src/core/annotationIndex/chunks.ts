import type { Site } from "../annotationIndex.ts";
import type { StepsTo } from "../steps.ts";

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

/** The list in which each of some files has other claims: the chunks of other files stay the same values. */
export function* withFiles(
  list: readonly Site[],
  changes: ReadonlyMap<string, readonly Site[]>,
): StepsTo<readonly Site[]> {
  const uris = [...changes.keys()].sort();
  const [first = NONE, ...others] = chunksOf(list);
  const chunks = [first, ...others];
  const after: Chunk[] = [];
  let done = 0;
  for (const [index, chunk] of chunks.entries()) {
    const behind = others[index]?.[0]?.uri;
    const end = behind === undefined ? uris.length : placeIn(uris, (it) => it >= behind);
    const changed = merged(chunk, uris.slice(done, end), changes);
    const instead = changed.length > TOO_FULL && changed !== chunk ? chunked(changed) : [changed];
    for (const it of instead) if (it.length > 0) after.push(it);
    done = end;
    yield;
  }
  return joined(after);
}

function merged(
  chunk: Chunk,
  uris: readonly string[],
  changes: ReadonlyMap<string, readonly Site[]>,
): Chunk {
  if (uris.length === 0) return chunk;
  const sites: Site[] = [];
  let at = 0;
  for (const uri of uris) {
    const start = placeIn(chunk, (it) => it.uri >= uri);
    const end = placeIn(chunk, (it) => it.uri > uri);
    for (const it of chunk.slice(at, start)) sites.push(it);
    for (const it of changes.get(uri) ?? NONE) sites.push(it);
    at = end;
  }
  for (const it of chunk.slice(at)) sites.push(it);
  return sites;
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

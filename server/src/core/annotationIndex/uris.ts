import { placeIn } from "./chunks.ts";

/** From here on it costs less to sort all anew than to put each file in its place. */
const MANY = 64;

/** The sorted files after some have come and gone; undefined where they are to be sorted anew. */
export function urisAfter(
  uris: readonly string[],
  files: { has(uri: string): boolean },
  changed: ReadonlyMap<string, object | undefined>,
): readonly string[] | undefined {
  const others = [...changed].filter(([uri, file]) => files.has(uri) !== (file !== undefined));
  if (others.length === 0) return uris;
  if (others.length > MANY) return undefined;
  const after = [...uris];
  for (const [uri, file] of others) {
    const at = placeIn(after, (it) => it >= uri);
    if (file === undefined) after.splice(at, 1);
    else after.splice(at, 0, uri);
  }
  return after;
}

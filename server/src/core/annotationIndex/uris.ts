import { placeIn } from "./chunks.ts";

/** The sorted files after some have come and gone; the changes are sorted, too. */
export function urisAfter(
  uris: readonly string[],
  files: { has(uri: string): boolean },
  changed: ReadonlyMap<string, object | undefined>,
): readonly string[] {
  const others = [...changed].filter(([uri, file]) => files.has(uri) !== (file !== undefined));
  if (others.length === 0) return uris;
  const after: string[] = [];
  let at = 0;
  for (const [uri, file] of others) {
    const place = placeIn(uris, (it) => it >= uri);
    while (at < place) after.push(uris[at++] as string);
    if (file === undefined) at++;
    else after.push(uri);
  }
  while (at < uris.length) after.push(uris[at++] as string);
  return after;
}

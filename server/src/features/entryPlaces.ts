import type { Location } from "vscode-languageserver-types";
import type { Reference } from "../core/reference.ts";
import { projectOf, type Snapshot } from "../core/snapshot.ts";

/** Where the catalog files of a file's project have an entry for a requirement; one of the series has none, or its wording. */
export function entryPlaces(
  snapshot: Snapshot,
  uri: string,
  { part, id, edition }: Reference,
): readonly Location[] {
  return (projectOf(snapshot, uri).catalogFiles ?? []).flatMap(({ uri: file, catalog }) => {
    if (catalog?.part !== part || (edition ?? catalog.edition) !== catalog.edition) return [];
    const entries = catalog.entries.filter((it) => it.requirement.id === id);
    return entries.map((it) => ({ uri: file, range: it.idRange }));
  });
}

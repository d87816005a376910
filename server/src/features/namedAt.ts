import type { Annotation } from "../core/annotation.ts";
import type { OwnCatalog } from "../core/ownCatalog.ts";
import { isOfSeries, type Reference } from "../core/reference.ts";
import type { Snapshot } from "../core/snapshot.ts";
import { contains, type Position, type Range } from "../core/text.ts";

/** A requirement named at a place: by a claim, a statement of a project file, or an entry of a catalog file. */
export interface Named {
  readonly reference: Reference;
  readonly range: Range;
}

/** The annotation whose line holds the position. */
export function annotationAt(
  { index }: Snapshot,
  uri: string,
  position: Position,
): Annotation | undefined {
  return index.inFile(uri)?.annotations.find((it) => contains(it.range, position));
}

/** The requirement that is named under the cursor. */
export function namedAt(snapshot: Snapshot, uri: string, position: Position): Named | undefined {
  const claims = annotationAt(snapshot, uri, position)?.claims ?? [];
  return [...claims, ...namedBeside(snapshot, uri)].find((it) => contains(it.range, position));
}

/** All that a project file or a catalog file names; nothing in any other file. */
export function namedBeside({ projects }: Snapshot, uri: string): readonly Named[] {
  const statements = projects
    .filter((it) => it.file === uri)
    .flatMap((it) => it.statements)
    .map(({ reference, requirementRange: range }) => ({ reference, range }));
  const file = projects.flatMap((it) => it.catalogFiles ?? []).find((it) => it.uri === uri);
  return [...statements, ...(file?.catalog === undefined ? [] : entriesOf(file.catalog))];
}

function entriesOf({ part, edition, entries }: OwnCatalog): readonly Named[] {
  const isSeries = isOfSeries(part);
  return entries.map(({ requirement: { id }, idRange: range }) => ({
    reference: isSeries ? { part, edition, id } : { part, id },
    range,
  }));
}

/** The marker of an annotation that has this range. */
export function markerRange({ start }: Range): Range {
  return { start, end: { ...start, character: start.character + "@iec62443".length } };
}

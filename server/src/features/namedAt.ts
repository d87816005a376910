import type { Annotation } from "../core/annotation.ts";
import type { Reference } from "../core/reference.ts";
import type { Snapshot } from "../core/snapshot.ts";
import { contains, type Position, type Range } from "../core/text.ts";

/** A requirement named at a place: by a claim, or by a statement of a project file. */
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
  const statements = snapshot.projects
    .filter((it) => it.file === uri)
    .flatMap((it) => it.statements)
    .map(({ reference, requirementRange: range }) => ({ reference, range }));
  return [...claims, ...statements].find((it) => contains(it.range, position));
}

/** The marker of an annotation that has this range. */
export function markerRange({ start }: Range): Range {
  return { start, end: { ...start, character: start.character + "@iec62443".length } };
}

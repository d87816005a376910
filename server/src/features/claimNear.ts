import type { Annotation, Claim } from "../core/annotation.ts";
import { formatReference } from "../core/reference.ts";
import { projectOf, type Snapshot } from "../core/snapshot.ts";
import { contains, type Position, type Range } from "../core/text.ts";

/** A claim where it stands, and the item of a project that it is a claim of. */
export interface ClaimPlace {
  readonly uri: string;
  /** The project's root. */
  readonly project: string;
  readonly part: string;
  /** Canonical, without a letter: `CR 1.1 RE(1)`. */
  readonly reference: string;
  readonly range: Range;
}

/**
 * The claim that a cursor is at: the one under it, else the first of the annotation in its line, else of the one
 * whose code stands there. Nothing elsewhere.
 */
export function claimNear(
  snapshot: Snapshot,
  uri: string,
  position: Position,
): ClaimPlace | undefined {
  const annotation = annotationNear(snapshot, uri, position.line);
  const claim = annotation && claimOf(annotation, position);
  if (claim === undefined) return undefined;
  const { item: _letter, ...item } = claim.reference;
  return {
    uri,
    project: projectOf(snapshot, uri).root,
    part: item.part,
    reference: formatReference(item),
    range: claim.range,
  };
}

function annotationNear({ index }: Snapshot, uri: string, line: number): Annotation | undefined {
  const annotations = index.inFile(uri)?.annotations ?? [];
  return (
    annotations.find(({ range }) => range.start.line === line) ??
    annotations.find(({ subject }) => subject?.line === line)
  );
}

function claimOf({ claims }: Annotation, position: Position): Claim | undefined {
  return claims.find(({ range }) => contains(range, position)) ?? claims[0];
}

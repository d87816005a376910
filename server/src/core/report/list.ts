import type { Relation } from "../annotation.ts";
import type { Site } from "../annotationIndex.ts";
import { formatReference, type Reference } from "../reference.ts";
import type { Snapshot } from "../snapshot.ts";
import { displayPath } from "./displayPath.ts";
import { SCHEMA_VERSION } from "./json.ts";
import { comparePlaces, compareText, type Place, placeOf } from "./place.ts";

/** One claim, as `list` tells it. */
export interface ListedClaim extends Place {
  readonly relation: Relation;
  readonly part: string;
  /** The base requirement: `CR 1.1`. */
  readonly requirement: string;
  readonly enhancement?: number;
  readonly item?: string;
  /** Canonical: `CR 1.1 RE(1)`. */
  readonly reference: string;
  readonly text?: string;
  readonly subject?: string;
}

/** The result of `list`. */
export interface ListResult {
  readonly schemaVersion: number;
  readonly annotations: readonly ListedClaim[];
  readonly skipped: readonly SkippedFile[];
}

/** A file that was not read. */
export interface SkippedFile {
  readonly path: string;
  readonly why: string;
}

/** Every claim of a snapshot, or only those of some requirements; paths are relative to `base`. */
export function listOf(
  snapshot: Snapshot,
  base: string,
  wanted: readonly Reference[] = [],
): ListResult {
  const annotations = [...snapshot.index.sites()]
    .filter(({ claim }) => wanted.length === 0 || wanted.some((it) => covers(it, claim.reference)))
    .map((site) => listed(site, base))
    .sort(comparePlaces);
  return { schemaVersion: SCHEMA_VERSION, annotations, skipped: skippedOf(snapshot, base) };
}

/** A base requirement covers its enhancements and its items. */
function covers(wanted: Reference, { part, id, enhancement, item }: Reference): boolean {
  return (
    wanted.part === part &&
    wanted.id === id &&
    (wanted.enhancement === undefined || wanted.enhancement === enhancement) &&
    (wanted.item === undefined || wanted.item === item)
  );
}

function listed({ uri, annotation, claim }: Site, base: string): ListedClaim {
  const { part, id, enhancement, item } = claim.reference;
  const { relation, text, subject } = annotation;
  return {
    ...placeOf(displayPath(uri, base), claim.range),
    relation,
    part,
    requirement: id,
    ...(enhancement !== undefined && { enhancement }),
    ...(item !== undefined && { item }),
    reference: formatReference(claim.reference),
    ...(text !== undefined && { text }),
    ...(subject !== undefined && { subject: subject.text }),
  };
}

/** The files that were not read although they might hold annotations, by path. */
export function skippedOf({ skipped }: Snapshot, base: string): readonly SkippedFile[] {
  return skipped
    .map(({ uri, why }) => ({ path: displayPath(uri, base), why }))
    .sort((a, b) => compareText(a.path, b.path));
}

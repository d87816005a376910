import type { Relation } from "../../annotation.ts";
import type { Site } from "../../annotationIndex.ts";
import { formatReference, type Reference } from "../../reference.ts";
import type { Snapshot } from "../../snapshot.ts";
import { displayPath } from "../displayPath.ts";
import { SCHEMA_VERSION } from "../json.ts";
import type { LinkTo, ReportPlaces } from "../permalink.ts";
import { comparePlaces, compareText, type Place } from "../place.ts";

/** One claim, as `list` tells it. What is undefined is left out. */
export interface ListedClaim extends Place {
  readonly relation: Relation;
  readonly part: string;
  /** The base requirement: `CR 1.1`. */
  readonly requirement: string;
  readonly enhancement: number | undefined;
  readonly item: string | undefined;
  /** Canonical: `CR 1.1 RE(1)`. */
  readonly reference: string;
  readonly text: string | undefined;
  readonly subject: string | undefined;
  /** Where people can look at it, in a browser. */
  readonly link: string | undefined;
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

/** Every claim of a snapshot, or only those of some requirements. */
export function listOf(
  snapshot: Snapshot,
  { base, linkTo }: ReportPlaces,
  wanted: readonly Reference[] = [],
): ListResult {
  const annotations: ListedClaim[] = [];
  let path = "";
  let of: string | undefined;
  for (const site of snapshot.index.sites()) {
    const { reference } = site.claim;
    if (wanted.length > 0 && !wanted.some((it) => covers(it, reference))) continue;
    // The claims of a file come one after the other.
    if (site.uri !== of) path = displayPath(site.uri, base);
    of = site.uri;
    annotations.push(listed(site, path, linkTo));
  }
  annotations.sort(comparePlaces);
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

function listed({ annotation, claim }: Site, path: string, linkTo?: LinkTo): ListedClaim {
  const { part, id, enhancement, item } = claim.reference;
  const { relation, text, subject } = annotation;
  // One literal with all keys: of 100,000 objects put together from pieces, the pieces would cost most.
  return {
    path,
    line: claim.range.start.line + 1,
    column: claim.range.start.character + 1,
    endLine: claim.range.end.line + 1,
    endColumn: claim.range.end.character + 1,
    relation,
    part,
    requirement: id,
    enhancement,
    item,
    reference: formatReference(claim.reference),
    text,
    subject: subject?.text,
    link: linkTo?.(path, claim.range.start.line + 1),
  };
}

/** The files that were not read although they might hold annotations, by path. */
export function skippedOf({ skipped }: Snapshot, base: string): readonly SkippedFile[] {
  return skipped
    .map(({ uri, why }) => ({ path: displayPath(uri, base), why }))
    .sort((a, b) => compareText(a.path, b.path));
}

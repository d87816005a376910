import type { Site } from "../core/annotationIndex.ts";
import type { Reference } from "../core/reference.ts";
import { catalogOf, projectOf, type Snapshot } from "../core/snapshot.ts";

/**
 * The claims that are meant by a reference of a file: of a requirement those of its enhancements and
 * letters as well, of an enhancement its own, of a heading without a requirement also those of the typed ids
 * that it points to.
 */
export function sitesMeant(snapshot: Snapshot, uri: string, reference: Reference): readonly Site[] {
  return idsMeant(snapshot, uri, reference)
    .flatMap((id) => snapshot.index.sitesOf(reference.part, id))
    .filter((it) => isMeant(it.claim.reference, reference));
}

/** The id of a reference, and of a heading the typed ids behind it. */
export function idsMeant(snapshot: Snapshot, uri: string, reference: Reference): readonly string[] {
  const catalog = catalogOf(snapshot, projectOf(snapshot, uri));
  return [reference.id, ...(catalog.find(reference)?.redirectsTo ?? [])];
}

/** Whether another reference of the same requirement is of the edition and enhancement that are meant. */
export function isMeant(other: Reference, { enhancement, edition }: Reference): boolean {
  const sameEdition =
    edition === undefined || other.edition === undefined || edition === other.edition;
  return sameEdition && (enhancement === undefined || other.enhancement === enhancement);
}

import type { Site } from "../core/annotationIndex.ts";
import { coverageOf, type Item } from "../core/coverage.ts";
import { formatReference } from "../core/reference.ts";
import { displayPath } from "../core/report/displayPath.ts";
import type { Snapshot } from "../core/snapshot.ts";
import type { ClaimsOfItem, ClaimsParams, WireClaim } from "../protocol/coverage.ts";

/** The claims that the client asks for; none where it names what is no longer there. */
export function claimsOnWire(
  snapshot: Snapshot,
  { project: root, item: wanted }: ClaimsParams,
): readonly ClaimsOfItem[] {
  const project = snapshot.projects.find((it) => it.root === root);
  if (project === undefined) return [];
  // Some clients send null for what is absent.
  const isWanted = ({ reference }: Item) =>
    !wanted || (wanted.part === reference.part && wanted.reference === formatReference(reference));
  return coverageOf(snapshot, project)
    .items.filter(isWanted)
    .map((item) => ({
      part: item.reference.part,
      reference: formatReference(item.reference),
      claims: claimsOfItem(item, root),
    }));
}

function claimsOfItem(item: Item, root: string): readonly WireClaim[] {
  return item.claims.map((it) => toWireClaim(it, root));
}

function toWireClaim({ uri, annotation, claim }: Site, root: string): WireClaim {
  const { relation, subject, text } = annotation;
  return {
    uri,
    path: displayPath(uri, root),
    range: claim.range,
    relation,
    ...(claim.reference.item === undefined ? {} : { letter: claim.reference.item }),
    ...(subject === undefined ? {} : { subject: subject.text }),
    ...(text === undefined ? {} : { text }),
  };
}

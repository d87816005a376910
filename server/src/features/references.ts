import type { Location } from "vscode-languageserver-types";
import type { Site } from "../core/annotationIndex.ts";
import type { Reference } from "../core/reference.ts";
import { catalogOf, projectOf, type Snapshot } from "../core/snapshot.ts";
import type { Position } from "../core/text.ts";
import { namedAt } from "./namedAt.ts";
import { statementPlaces } from "./statementPlaces.ts";

/**
 * Every claim of the requirement under the cursor. On an enhancement its own claims only; on a
 * heading without a requirement also the claims of the typed ids it points to. What a project file
 * says of the requirement counts as its declaration.
 */
export function references(
  snapshot: Snapshot,
  uri: string,
  position: Position,
  includeDeclaration: boolean,
): readonly Location[] | undefined {
  const reference = namedAt(snapshot, uri, position)?.reference;
  if (reference === undefined) return undefined;
  const catalog = catalogOf(snapshot, projectOf(snapshot, uri));
  const ids = [reference.id, ...(catalog.find(reference)?.redirectsTo ?? [])];
  const sites = ids
    .flatMap((id) => snapshot.index.sitesOf(reference.part, id))
    .filter((it) => isMeant(it, reference));
  return [
    ...(includeDeclaration ? statementPlaces(snapshot, reference) : []),
    ...sites.map(({ uri, claim }) => ({ uri, range: claim.range })),
  ];
}

function isMeant({ claim }: Site, { enhancement, edition }: Reference): boolean {
  const other = claim.reference;
  const sameEdition =
    edition === undefined || other.edition === undefined || edition === other.edition;
  return sameEdition && (enhancement === undefined || other.enhancement === enhancement);
}

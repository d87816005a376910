import type { Location } from "vscode-languageserver-types";
import type { Reference } from "../core/reference.ts";
import type { Snapshot } from "../core/snapshot.ts";
import type { Position } from "../core/text.ts";
import { entryPlaces } from "./entryPlaces.ts";
import { namedAt } from "./namedAt.ts";
import { sitesMeant } from "./sitesMeant.ts";
import { statementPlaces } from "./statementPlaces.ts";

/**
 * Every claim of the requirement under the cursor. On an enhancement its own claims only; on a
 * heading without a requirement also the claims of the typed ids it points to. Its entry in a catalog of
 * one's own, and what a project file says of it, count as its declaration.
 */
export function references(
  snapshot: Snapshot,
  uri: string,
  position: Position,
  includeDeclaration: boolean,
): readonly Location[] | undefined {
  const reference = namedAt(snapshot, uri, position)?.reference;
  if (reference === undefined) return undefined;
  return [
    ...(includeDeclaration ? declarations(snapshot, uri, reference) : []),
    ...sitesMeant(snapshot, uri, reference).map(({ uri, claim }) => ({ uri, range: claim.range })),
  ];
}

function declarations(snapshot: Snapshot, uri: string, reference: Reference): readonly Location[] {
  return [...entryPlaces(snapshot, uri, reference), ...statementPlaces(snapshot, reference)];
}

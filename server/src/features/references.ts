import type { Location } from "vscode-languageserver-types";
import type { Snapshot } from "../core/snapshot.ts";
import type { Position } from "../core/text.ts";
import { namedAt } from "./namedAt.ts";
import { sitesMeant } from "./sitesMeant.ts";
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
  return [
    ...(includeDeclaration ? statementPlaces(snapshot, reference) : []),
    ...sitesMeant(snapshot, uri, reference).map(({ uri, claim }) => ({ uri, range: claim.range })),
  ];
}

import type { LocationLink } from "vscode-languageserver-types";
import type { Relation } from "../core/annotation.ts";
import type { Snapshot } from "../core/snapshot.ts";
import type { Position } from "../core/text.ts";
import { namedAt } from "./namedAt.ts";
import { sitesMeant } from "./sitesMeant.ts";

/** What code says that does something for a requirement; a test or a plan does not. */
const IMPLEMENTS: readonly Relation[] = ["implements", "partial", "compensating"];

/** Where the requirement under the cursor is implemented, at least in part or by other means. */
export function implementation(
  snapshot: Snapshot,
  uri: string,
  position: Position,
): readonly LocationLink[] | undefined {
  const named = namedAt(snapshot, uri, position);
  if (named === undefined) return undefined;
  return sitesMeant(snapshot, uri, named.reference)
    .filter((it) => IMPLEMENTS.includes(it.annotation.relation))
    .map(({ uri: targetUri, annotation, claim }) => ({
      originSelectionRange: named.range,
      targetUri,
      targetRange: annotation.range,
      targetSelectionRange: claim.range,
    }));
}

import type { Location, LocationLink } from "vscode-languageserver-types";
import { pageUri } from "../core/report/page/links.ts";
import { catalogOf, projectOf, type Snapshot } from "../core/snapshot.ts";
import type { Position, Range } from "../core/text.ts";
import { entryPlaces } from "./entryPlaces.ts";
import { namedAt } from "./namedAt.ts";
import { statementPlaces } from "./statementPlaces.ts";

export interface DefinitionOptions {
  /** Whether the client can show a requirement's page. */
  readonly pages: boolean;
}

const TOP: Range = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };

/**
 * Where the requirement under the cursor is described: its page, where the client can show one, else its
 * entry in a catalog of one's own, and the statements that project files make about it.
 */
export function definition(
  snapshot: Snapshot,
  uri: string,
  position: Position,
  { pages }: DefinitionOptions,
): readonly LocationLink[] | undefined {
  const named = namedAt(snapshot, uri, position);
  if (named === undefined) return undefined;
  const requirement = catalogOf(snapshot, projectOf(snapshot, uri)).find(named.reference);
  const page =
    pages && requirement !== undefined ? [{ uri: pageUri(requirement), range: TOP }] : [];
  const described = page.length > 0 ? page : entryPlaces(snapshot, uri, named.reference);
  const places = [...described, ...statementPlaces(snapshot, named.reference)].filter(
    (it) => it.uri !== uri || it.range.start.line !== named.range.start.line,
  );
  const links = places.map((target) => toLink(target, named.range));
  return links.length === 0 ? undefined : links;
}

function toLink({ uri, range }: Location, originSelectionRange: Range): LocationLink {
  return { originSelectionRange, targetUri: uri, targetRange: range, targetSelectionRange: range };
}

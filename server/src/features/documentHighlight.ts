import { type DocumentHighlight, DocumentHighlightKind } from "vscode-languageserver-types";
import type { Reference } from "../core/reference.ts";
import type { Snapshot } from "../core/snapshot.ts";
import type { Position, Range } from "../core/text.ts";
import { namedAt, namedBeside } from "./namedAt.ts";
import { idsMeant, isMeant } from "./sitesMeant.ts";

/**
 * Every place of a file that names the requirement under the cursor: on a requirement its enhancements and
 * letters as well, on one of these only the same.
 */
export function documentHighlight(
  snapshot: Snapshot,
  uri: string,
  position: Position,
): readonly DocumentHighlight[] | undefined {
  const wanted = namedAt(snapshot, uri, position)?.reference;
  if (wanted === undefined) return undefined;
  const ids = idsMeant(snapshot, uri, wanted);
  const claims = snapshot.index.inFile(uri)?.annotations.flatMap((it) => it.claims) ?? [];
  const ranges = [...claims, ...namedBeside(snapshot, uri)]
    .filter(({ reference }) => isSame(reference, wanted, ids))
    .map((it) => it.range);
  return distinct(ranges).map((range) => ({ range, kind: DocumentHighlightKind.Text }));
}

function isSame(other: Reference, wanted: Reference, ids: readonly string[]): boolean {
  return (
    other.part === wanted.part &&
    ids.includes(other.id) &&
    isMeant(other, wanted) &&
    (wanted.item === undefined || other.item === wanted.item)
  );
}

/** One item of a project file may name several requirements: `CR 3.11, EDR 3.11`. */
function distinct(ranges: readonly Range[]): readonly Range[] {
  const byStart = new Map(ranges.map((it) => [`${it.start.line}:${it.start.character}`, it]));
  return [...byStart.values()];
}

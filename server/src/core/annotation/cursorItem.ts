import type { Forms } from "../reference/forms.ts";
import type { Reference } from "../reference.ts";
import { fold } from "./fold.ts";
import { readBareNumbers, readHeads, readNumbersBehindKind } from "./heads.ts";
import type { ParsedLine } from "./parsed.ts";
import { parseLine } from "./parseLine.ts";
import { readPrefix } from "./prefix.ts";
import { Reader, type Span } from "./reader.ts";

/**
 * What fits at the cursor: the marker itself (`@ie|`), its part (`@iec62443-4|`), a relation or a
 * claim (nothing stands behind the marker yet), a claim (behind a relation or a comma), an
 * enhancement (behind an id and a space), or the author's own words, where nothing is to be offered.
 */
export type Expected = "marker" | "part" | "relation-or-claim" | "claim" | "enhancement" | "text";

/** What the cursor stands at behind the marker, by offsets in the line. */
export interface CursorItem {
  readonly expected: Expected;
  readonly replace: Span;
  readonly last?: Reference;
}

const GLUED = /[\w.-]*/y;
const OPENERS = /["'`<{[(]* */y;
const SEPARATOR = /[,;&+/]/;

/** What fits at an offset behind the marker. */
export function cursorItem(
  forms: Forms,
  source: string,
  parsed: ParsedLine,
  cursor: number,
): CursorItem {
  const { relation, text, marker } = parsed;
  const empty = { start: cursor, end: cursor };
  if (isInText(parsed, source, cursor)) return { expected: "text", replace: text ?? empty };
  if (relation !== undefined && cursor >= relation.start && cursor <= relation.end) {
    return { expected: "relation-or-claim", replace: relation };
  }
  const folded = fold(source);
  const isBehindRelation = relation !== undefined && cursor > relation.end;
  const contentStart = isBehindRelation ? relation.end : marker.end;
  const itemStart = startOfItem(folded, contentStart, cursor);
  const isFirst = !SEPARATOR.test(folded.slice(contentStart, itemStart));
  const claim = isFirst && !isBehindRelation ? "relation-or-claim" : "claim";
  return itemAt(source, new Reader(folded, forms, itemStart), { itemStart, cursor, claim });
}

function isInText({ text, marker }: ParsedLine, source: string, cursor: number): boolean {
  if (text !== undefined) {
    const isDash = source.charAt(text.separator.start) !== ":";
    return cursor >= text.separator.end + (isDash ? 1 : 0);
  }
  return /\w *: /.test(source.slice(marker.end, cursor));
}

/** Behind the last separator in front of the cursor, its blanks and opening brackets. */
function startOfItem(folded: string, contentStart: number, cursor: number): number {
  let start = cursor;
  while (start > contentStart && !SEPARATOR.test(folded.charAt(start - 1))) start--;
  const reader = new Reader(folded, undefined, start);
  reader.take(/[ :=>-]*/y);
  reader.take(OPENERS);
  return Math.min(reader.position, cursor);
}

function itemAt(
  source: string,
  reader: Reader,
  { itemStart, cursor, claim }: { itemStart: number; cursor: number; claim: Expected },
): CursorItem {
  const { text: folded, forms } = reader;
  readPrefix(reader);
  const heads = readHeads(reader);
  const numbers =
    heads.length > 0 ? readNumbersBehindKind(reader)?.numbers : readBareNumbers(reader);
  if (numbers === undefined && heads.length > 0) reader.skipBlanks();
  const idEnd = reader.position;
  reader.take(GLUED);
  if (numbers !== undefined && cursor > reader.position) {
    const replace = wordAt(folded, idEnd, cursor);
    return { expected: "enhancement", replace, ...lastOf(forms, source.slice(0, idEnd)) };
  }
  if (cursor > reader.position) {
    reader.position = cursor;
    reader.take(GLUED);
  }
  const end = Math.max(reader.position, cursor);
  const trimmed = Math.max(folded.slice(0, end).trimEnd().length, cursor);
  const replace = { start: itemStart, end: trimmed };
  return { expected: claim, replace, ...lastOf(forms, source.slice(0, itemStart)) };
}

/** The word around the cursor, brackets included, but no further back than the id's end. */
function wordAt(folded: string, idEnd: number, cursor: number): Span {
  let start = cursor;
  while (start > idEnd && folded.charAt(start - 1) !== " ") start--;
  const reader = new Reader(folded, undefined, cursor);
  reader.take(/[\w()]*/y);
  return { start, end: reader.position };
}

function lastOf(forms: Forms, source: string): { last?: Reference } {
  const last = parseLine(source, forms).claims.at(-1)?.reference;
  if (last === undefined) return {};
  const { part, edition, id } = last;
  return { last: edition === undefined ? { part, id } : { part, edition, id } };
}

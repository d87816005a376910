import {
  type Annotation,
  type Claim,
  type Malformed,
  RELATIONS,
  type Repair,
  type TextEdit,
} from "../annotation.ts";
import type { Reference } from "../reference.ts";
import type { FileScan } from "../scan.ts";
import type { Range } from "../text.ts";
import * as layout from "./layout.ts";

/** Where the reading of a text stands. */
interface Cursor {
  readonly values: readonly unknown[];
  readonly references: Reference[];
  at: number;
  line: number;
}

/*
 * Most programs read a few thousand of these texts and end: as long as this is interpreted, or being optimized, each
 * call costs. So there are few functions, and numbers are taken as they come: a text that is cut off or goes on is
 * noticed at its end.
 */

/** Reads one scan from what its text holds. */
export function readScan(values: unknown): FileScan {
  if (!Array.isArray(values)) return unreadable();
  const cursor: Cursor = { values, references: [], at: 0, line: 0 };
  const annotations: Annotation[] = [];
  for (let left = number(cursor); left > 0; left--) annotations.push(annotation(cursor));
  const malformed: Malformed[] = [];
  for (let left = number(cursor); left > 0; left--) malformed.push(fault(cursor));
  const isAtEnd = cursor.at === values.length;
  const scan = isAtEnd
    ? { annotations, malformed }
    : { annotations, malformed, unknownFileType: lineAndRange(cursor) };
  return cursor.at === values.length ? scan : unreadable();
}

function annotation(cursor: Cursor): Annotation {
  const range = lineAndRange(cursor);
  const fields = number(cursor);
  const relation = RELATIONS[fields & layout.RELATION] ?? unreadable();
  const hasRelationRange = (fields & layout.HAS_RELATION_RANGE) !== 0;
  const relationRange = hasRelationRange ? rangeAt(cursor) : undefined;
  const claims = claimsAt(cursor);
  const claimsRange = rangeOfAll(claims);
  const read: Writable<Annotation> =
    relationRange === undefined
      ? { range, relation, claims, claimsRange }
      : { range, relation, relationRange, claims, claimsRange };
  if ((fields & layout.HAS_TEXT) !== 0) {
    const text = edit(cursor);
    read.text = text.newText;
    read.textRange = text.range;
  }
  if ((fields & layout.HAS_SUBJECT) !== 0) {
    const line = cursor.line + number(cursor);
    read.subject = { text: string(cursor), line };
  }
  if ((fields & layout.HAS_NORMALISED) !== 0) read.normalised = edit(cursor);
  return read;
}

function claimsAt(cursor: Cursor): readonly Claim[] {
  const { references } = cursor;
  const claims: Claim[] = [];
  for (let left = number(cursor); left > 0; left--) {
    const range = rangeAt(cursor);
    const at = number(cursor);
    if (at === references.length) references.push(reference(cursor));
    claims.push({ reference: references[at] ?? unreadable(), range });
  }
  return claims;
}

function reference(cursor: Cursor): Reference {
  const part = string(cursor);
  const id = string(cursor);
  const fields = number(cursor);
  const hasEdition = (fields & layout.HAS_EDITION) !== 0;
  const read: Writable<Reference> = hasEdition
    ? { part, edition: string(cursor), id }
    : { part, id };
  if ((fields & layout.HAS_ENHANCEMENT) !== 0) read.enhancement = number(cursor);
  if ((fields & layout.HAS_ITEM) !== 0) read.item = string(cursor);
  return read;
}

function fault(cursor: Cursor): Malformed {
  const range = lineAndRange(cursor);
  const message = string(cursor);
  const hasWords = number(cursor) === layout.HAS_WORDS;
  const words = hasWords ? string(cursor) : undefined;
  const repairs: Repair[] = [];
  for (let left = number(cursor); left > 0; left--) {
    const { range: where, newText } = edit(cursor);
    repairs.push({ title: string(cursor), range: where, newText });
  }
  return words === undefined ? { range, message, repairs } : { range, message, repairs, words };
}

function edit(cursor: Cursor): TextEdit {
  return { range: rangeAt(cursor), newText: string(cursor) };
}

function lineAndRange(cursor: Cursor): Range {
  cursor.line += number(cursor);
  return rangeAt(cursor);
}

function rangeAt(cursor: Cursor): Range {
  const { values, at, line } = cursor;
  cursor.at = at + 2;
  return {
    start: { line, character: values[at] as number },
    end: { line, character: values[at + 1] as number },
  };
}

function number(cursor: Cursor): number {
  return cursor.values[cursor.at++] as number;
}

function string(cursor: Cursor): string {
  const value = cursor.values[cursor.at++];
  return typeof value === "string" ? value : unreadable();
}

type Writable<T> = { -readonly [Key in keyof T]: T[Key] };

function rangeOfAll(claims: readonly Claim[]): Range {
  const first = claims[0]?.range ?? unreadable();
  const last = claims[claims.length - 1]?.range ?? first;
  return first === last ? first : { start: first.start, end: last.end };
}

function unreadable(): never {
  throw new Error("This is not the text of a scan.");
}

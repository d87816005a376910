import { type Annotation, type Claim, type Malformed, RELATIONS } from "../annotation.ts";
import type { Reference } from "../reference.ts";
import type { FileScan } from "../scan.ts";
import type { Range } from "../text.ts";
import * as layout from "./layout.ts";

/** The scan of rows. */
export function scanOfRow(row: layout.ScanRow): FileScan {
  const references = row[0].map(referenceOf);
  const annotations = row[1].map((it) => annotationOf(it, references));
  const malformed = row[2].map(malformedOf);
  const span = row[3];
  if (span === undefined) return { annotations, malformed };
  return { annotations, malformed, unknownFileType: rangeOf(span[0], span[1], span[2]) };
}

function annotationOf(row: layout.AnnotationRow, references: readonly Reference[]): Annotation {
  const line = row[0];
  const fields = row[3];
  const range = rangeOf(line, row[1], row[2]);
  const relation = RELATIONS[fields & layout.RELATION] ?? unreadable();
  const claims = claimsOf(line, row[4], references);
  const claimsRange = rangeOfAll(claims);
  if (fields >= layout.HAS_RELATION_RANGE) {
    return withMore({ range, relation, claims, claimsRange }, row);
  }
  if ((fields & layout.HAS_SUBJECT) === 0) return { range, relation, claims, claimsRange };
  const subject = { text: row[6] as string, line: line + row[5] };
  return { range, relation, claims, claimsRange, subject };
}

type Writable<T> = { -readonly [Key in keyof T]: T[Key] };

function withMore(annotation: Writable<Annotation>, row: layout.AnnotationRow): Annotation {
  const line = row[0];
  const fields = row[3];
  if ((fields & layout.HAS_RELATION_RANGE) !== 0) {
    annotation.relationRange = rangeOf(line, row[7] as number, row[8] as number);
  }
  if ((fields & layout.HAS_TEXT) !== 0) {
    annotation.text = row[11] as string;
    annotation.textRange = rangeOf(line, row[9] as number, row[10] as number);
  }
  if ((fields & layout.HAS_SUBJECT) !== 0) {
    annotation.subject = { text: row[6] as string, line: line + row[5] };
  }
  if ((fields & layout.HAS_NORMALISED) !== 0) {
    const range = rangeOf(line, row[12] as number, row[13] as number);
    annotation.normalised = { range, newText: row[14] as string };
  }
  return annotation;
}

function claimsOf(
  line: number,
  row: readonly number[],
  references: readonly Reference[],
): readonly Claim[] {
  const claims: Claim[] = [];
  for (let at = 0; at < row.length; at += 3) {
    const reference = references[row[at] as number] ?? unreadable();
    claims.push({ reference, range: rangeOf(line, row[at + 1] as number, row[at + 2] as number) });
  }
  return claims;
}

function referenceOf(row: layout.ReferenceRow): Reference {
  const reference: Writable<Reference> = { part: row[0], id: row[1] };
  if (row.length === 2) return reference;
  if (row[2] !== null) reference.edition = row[2];
  if (row[3] !== null) reference.enhancement = row[3];
  if (row[4] !== null) reference.item = row[4];
  return reference;
}

function malformedOf(row: layout.MalformedRow): Malformed {
  const [line, start, end, message, words, rows] = row;
  const range = rangeOf(line, start, end);
  const repairs = rows.map(([from, to, newText, title]) => ({
    title,
    range: rangeOf(line, from, to),
    newText,
  }));
  return words === null ? { range, message, repairs } : { range, message, repairs, words };
}

function rangeOf(line: number, start: number, end: number): Range {
  return { start: { line, character: start }, end: { line, character: end } };
}

function rangeOfAll(claims: readonly Claim[]): Range {
  const first = claims[0]?.range ?? unreadable();
  const last = claims[claims.length - 1]?.range ?? first;
  return first === last ? first : { start: first.start, end: last.end };
}

function unreadable(): never {
  throw new Error("This is not the text of a scan.");
}

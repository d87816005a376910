import { type Annotation, type Malformed, RELATIONS } from "../annotation.ts";
import type { Reference } from "../reference.ts";
import type { FileScan } from "../scan.ts";
import type { Range } from "../text.ts";
import * as layout from "./layout.ts";

/** So many references are looked at before one is written again: no text with many costs too much. */
const LOOKED_AT = 32;

/** The rows of a scan. */
export function rowOfScan({ annotations, malformed, unknownFileType }: FileScan): layout.ScanRow {
  const references: Reference[] = [];
  const rows = annotations.map((it) => rowOfAnnotation(it, references));
  const named = references.map(rowOfReference);
  const faults = malformed.map(rowOfMalformed);
  if (unknownFileType === undefined) return [named, rows, faults];
  return [named, rows, faults, rowOfSpan(unknownFileType)];
}

function rowOfAnnotation(annotation: Annotation, references: Reference[]): layout.AnnotationRow {
  const { range, relationRange, text, textRange, subject, normalised } = annotation;
  const { start, end } = range;
  const fields = fieldsOf(annotation);
  const claims: number[] = [];
  for (const { reference, range: where } of annotation.claims) {
    const at = placeOf(reference, references);
    claims.push(at, where.start.character, where.end.character);
  }
  const { line } = start;
  const subjectLine = subject === undefined ? 0 : subject.line - line;
  const code = subject?.text ?? 0;
  if (fields < layout.HAS_RELATION_RANGE) {
    return [line, start.character, end.character, fields, claims, subjectLine, code];
  }
  return [
    line,
    start.character,
    end.character,
    fields,
    claims,
    subjectLine,
    code,
    relationRange?.start.character ?? 0,
    relationRange?.end.character ?? 0,
    textRange?.start.character ?? 0,
    textRange?.end.character ?? 0,
    text ?? 0,
    normalised?.range.start.character ?? 0,
    normalised?.range.end.character ?? 0,
    normalised?.newText ?? 0,
  ];
}

function fieldsOf({ relation, relationRange, text, subject, normalised }: Annotation): number {
  return (
    RELATIONS.indexOf(relation) |
    (subject === undefined ? 0 : layout.HAS_SUBJECT) |
    (relationRange === undefined ? 0 : layout.HAS_RELATION_RANGE) |
    (text === undefined ? 0 : layout.HAS_TEXT) |
    (normalised === undefined ? 0 : layout.HAS_NORMALISED)
  );
}

function placeOf(reference: Reference, references: Reference[]): number {
  const { length } = references;
  for (let at = length - 1; at >= 0 && at >= length - LOOKED_AT; at--) {
    if (isSame(references[at], reference)) return at;
  }
  return references.push(reference) - 1;
}

/** Whether both are written alike; `sameReference` lets an edition that is left out fit any. */
function isSame(a: Reference | undefined, b: Reference): boolean {
  return (
    a?.id === b.id &&
    a.part === b.part &&
    a.enhancement === b.enhancement &&
    a.item === b.item &&
    a.edition === b.edition
  );
}

function rowOfReference({ part, id, edition, enhancement, item }: Reference): layout.ReferenceRow {
  if (edition === undefined && enhancement === undefined && item === undefined) return [part, id];
  return [part, id, edition ?? null, enhancement ?? null, item ?? null];
}

function rowOfMalformed({ range, message, repairs, words }: Malformed): layout.MalformedRow {
  const { start, end } = range;
  const rows = repairs.map(
    ({ range: where, newText, title }) =>
      [where.start.character, where.end.character, newText, title] as const,
  );
  return [start.line, start.character, end.character, message, words ?? null, rows];
}

function rowOfSpan({ start, end }: Range): layout.SpanRow {
  return [start.line, start.character, end.character];
}

/*
 * The text of a scan is JSON of small arrays: a sixth of its objects as JSON. Every range lies in one line, which is
 * written once; what tells itself is left out, as the range of all claims. Reader and writer are plain on purpose:
 * most programs read a few thousand of these texts and end, and the engine's own JSON is fast from the first on.
 */
export type ScanRow = readonly [
  references: readonly ReferenceRow[],
  annotations: readonly AnnotationRow[],
  malformed: readonly MalformedRow[],
  unknownFileType?: SpanRow,
];

export type SpanRow = readonly [line: number, start: number, end: number];

export type ReferenceRow =
  | readonly [part: string, id: string]
  | readonly [
      part: string,
      id: string,
      edition: string | null,
      enhancement: number | null,
      item: string | null,
    ];

/** The fields tell what is there: behind the subject follows nothing where nothing is. */
export type AnnotationRow = readonly [
  line: number,
  start: number,
  end: number,
  fields: number,
  /** Reference, start and end of each. */
  claims: readonly number[],
  subjectLine: number,
  subject: string | 0,
  relationStart?: number,
  relationEnd?: number,
  textStart?: number,
  textEnd?: number,
  text?: string | 0,
  normalisedStart?: number,
  normalisedEnd?: number,
  normalised?: string | 0,
];

/** Relation, and which optional fields there are. */
export const RELATION = 7;
export const HAS_SUBJECT = 8;
export const HAS_RELATION_RANGE = 16;
export const HAS_TEXT = 32;
export const HAS_NORMALISED = 64;

export type MalformedRow = readonly [
  line: number,
  start: number,
  end: number,
  message: string,
  words: string | null,
  repairs: readonly RepairRow[],
];

export type RepairRow = readonly [start: number, end: number, newText: string, title: string];

/*
 * The text of a scan is one JSON array of numbers and strings: several times shorter than its objects as JSON, and
 * read in a fraction of the time. The writer and the reader say in the same order what follows what. Every range
 * lies in one line, so a line is written once: for an annotation and all in it, as the distance from the one before.
 * What tells itself is left out: the range of all claims, and a reference that was named before.
 */
export type Value = number | string;

/** Which optional fields of an annotation follow; the lower bits are its relation. */
export const RELATION = 7;
export const HAS_RELATION_RANGE = 8;
export const HAS_TEXT = 16;
export const HAS_SUBJECT = 32;
export const HAS_NORMALISED = 64;

/** Which optional fields of a reference follow. */
export const HAS_ENHANCEMENT = 1;
export const HAS_ITEM = 2;
export const HAS_EDITION = 4;

/** What of a malformed part follows; else 0. */
export const HAS_WORDS = 1;

import type { Reference } from "./reference.ts";
import type { Range } from "./text.ts";

/** What an annotation says about its requirements. */
export const RELATIONS = [
  "implements",
  "partial",
  "verifies",
  "planned",
  "compensating",
  "not-applicable",
] as const;
export type Relation = (typeof RELATIONS)[number];

/** One requirement named by an annotation. */
export interface Claim {
  readonly reference: Reference;
  /** The characters that name it: all of `CR 1.1 RE(1)`, or only `1.3` in `CR 1.1, 1.3`. */
  readonly range: Range;
}

/** The code that an annotation stands for. */
export interface Subject {
  /** At most 120 characters, trimmed. */
  readonly text: string;
  readonly line: number;
}

/** One understood `@iec62443` line. */
export interface Annotation {
  /** From the `@` to the last character of the text. */
  readonly range: Range;
  readonly relation: Relation;
  /** Where the relation is written; absent when it is left out and so means `implements`. */
  readonly relationRange?: Range;
  /** At least one. */
  readonly claims: readonly Claim[];
  /** From the first character of the first claim to the last of the last. */
  readonly claimsRange: Range;
  readonly text?: string;
  readonly textRange?: Range;
  readonly subject?: Subject;
  /** Present when the annotation is understood but not written in the canonical way. */
  readonly normalised?: TextEdit;
}

/** What stands where a reason is still to be written. */
export const REASON_TO_COME = "…";

/** Whether a text says anything: a place left for a reason is none. */
export function isReason(text: string): boolean {
  return /[\p{L}\p{N}]/u.test(text);
}

/** Replaces one range of a document. */
export interface TextEdit {
  readonly range: Range;
  readonly newText: string;
}

/** A named repair of what was written. */
export interface Repair extends TextEdit {
  /** An imperative sentence without a full stop: `Write the range out`. */
  readonly title: string;
}

/** A part of an `@iec62443` line that could not be read as a claim. */
export interface Malformed {
  readonly range: Range;
  /** A full sentence that names what is wrong and what to write instead. */
  readonly message: string;
  readonly repairs: readonly Repair[];
  /** What stands behind claims without a separator, as people write a title. */
  readonly words?: string;
}

import type { Relation } from "../annotation.ts";
import type { Reference } from "../reference.ts";
import type { Span } from "./reader.ts";

/** A claim by its offsets in the line. */
export interface ParsedClaim extends Span {
  readonly reference: Reference;
}

export interface ParsedRepair extends Span {
  readonly title: string;
  readonly newText: string;
}

/** A part of a line that is no claim, and how to make it one. */
export interface Fault extends Span {
  readonly message: string;
  readonly repairs: readonly ParsedRepair[];
  /** Whether it is words behind the claims that may have been meant as the text. */
  readonly isWords?: boolean;
}

/** A document's number, as written in front of ids or behind the marker. */
export interface WrittenPart extends Span {
  /** Absent where only the series is named: `IEC 62443 CR 1.5`. */
  readonly part: string | undefined;
  readonly edition: string | undefined;
}

/** The text behind the claims; empty when a separator ends the line. */
export interface ParsedText extends Span {
  /** The colon or the dashes. */
  readonly separator: Span;
}

/** One `@iec62443` line, by offsets in the line. */
export interface ParsedLine {
  /** `@iec62443` with its part. */
  readonly marker: Span;
  readonly markerPart: WrittenPart | undefined;
  readonly relation: (Span & { readonly name: Relation }) | undefined;
  readonly claims: readonly ParsedClaim[];
  readonly faults: readonly Fault[];
  readonly text: ParsedText | undefined;
  /** Offset behind the last character. */
  readonly end: number;
}

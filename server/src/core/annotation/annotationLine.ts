import type { Relation } from "../annotation.ts";
import type { Reference } from "../reference.ts";
import type { Range } from "../text.ts";

/**
 * What fits at the cursor: the marker itself (`@ie|`), its part (`@iec62443-4|`), a relation or a
 * claim (nothing stands behind the marker yet), a claim (behind a relation or a comma), an
 * enhancement (behind an id and a space), or the author's own words, where nothing is to be offered.
 */
export type Expected = "marker" | "part" | "relation-or-claim" | "claim" | "enhancement" | "text";

/** The annotation line that the cursor stands in, finished or not. */
export interface AnnotationLine {
  readonly expected: Expected;
  /** What a completion replaces: all of the word or id around the cursor, empty between words. */
  readonly replace: Range;
  /** What of it stands before the cursor: `CR 1.`, `ver`, `user auth`. */
  readonly typed: string;
  /** The marker with its part; up to the cursor's word while it is still being typed. */
  readonly marker: Range;
  /** From behind the marker to the end of the line's comment, blanks at both ends left out. */
  readonly content: Range;
  /** The part written behind the marker: `4-2`. */
  readonly part?: string;
  /** The relation written before the cursor. */
  readonly relation?: Relation;
  /** The last reference before the cursor: what an enhancement, or a bare `1.3`, belongs to. */
  readonly last?: Reference;
  /** Every reference of the line outside `replace`, so that it need not be offered again. */
  readonly others: readonly Reference[];
}

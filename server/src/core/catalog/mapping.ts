import type { Confidence } from "../catalog.ts";

/** Another document, and which requirements of the series go with which place in it. */
export interface Mapping {
  /** What people call it, and name it by on the command line: `CRA`, `ATT&CK`. */
  readonly name: string;
  /** In full: `Regulation (EU) 2024/2847, Annex I`. */
  readonly instrument: string;
  readonly url: string;
  /** The page of one place in it, with `{id}` in the place of the row's id. */
  readonly rowUrl?: string;
  /** Where the rows come from. */
  readonly basis: string;
  /** What a reader has to know before relying on any row. */
  readonly remark?: string;
  /** Of the rows that say nothing else. */
  readonly confidence: Confidence;
  readonly rows: readonly MappingRow[];
}

/** One place of the other document. */
export interface MappingRow {
  /** `Annex I Part I (2)(d)`, `M0801`. */
  readonly id: string;
  /** What it is about, in a few words of our own or by its public name. */
  readonly title?: string;
  /** Where this row comes from, if not from where the others do. */
  readonly basis?: string;
  readonly confidence?: Confidence;
  /** None: the source says that nothing in the series goes with it. */
  readonly targets: readonly MappingTarget[];
}

/** What goes with it: the ids of one part, or a whole part. */
export interface MappingTarget {
  readonly part: string;
  readonly edition?: string;
  /**
   * Canonical references: `CR 2.1`, `CR 1.2 RE(1)`, a heading such as `CR 3.14`, or a group: `FR 1` of part 4-2
   * is all that 4-2 asks under FR 1, `SVV` is the whole practice. Absent: the whole part.
   */
  readonly ids?: readonly string[];
  /** Whether the source names the subject only and the ids were worked out from it. */
  readonly inferred?: true;
}

/** A requirement of a component (4-2) and the requirement of a system (3-3) that it serves. */
export interface Counterpart {
  readonly component: string;
  /** Null where part 3-3 has none. */
  readonly system: string | null;
}

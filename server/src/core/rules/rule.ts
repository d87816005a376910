import type { TextEdit } from "../annotation.ts";
import type { Snapshot } from "../snapshot.ts";
import type { Range } from "../text.ts";

/** How loud a finding is. The CLI's `--fail-on` and LSP's severities use the same four. */
export const FINDING_LEVELS = ["error", "warning", "info", "hint"] as const;
export type FindingLevel = (typeof FINDING_LEVELS)[number];
export type RuleLevel = FindingLevel | "off";

/** One repair of a finding, in the file of the finding unless an edit names another. */
export interface Fix {
  /** An imperative phrase that names the result: `Change to CR 1.5`. */
  readonly title: string;
  readonly edits: readonly TextEdit[];
  /** The one that a person would take without reading the others. At most one a finding. */
  readonly isPreferred?: boolean;
}

/** What is wrong at one place. */
export interface Finding {
  /** The code of the rule; never changes. */
  readonly code: string;
  readonly level: FindingLevel;
  readonly range: Range;
  /** Sentences: what is wrong, what to do next. */
  readonly message: string;
  readonly fixes: readonly Fix[];
}

/** A finding before the project has said how loud it is. */
export interface RuleFinding extends Pick<Finding, "range" | "message" | "fixes"> {
  /** The loudest that this one may be, where that is quieter than the rule. */
  readonly level?: FindingLevel;
}

/** One thing that can be wrong. A rule reads the snapshot only: it does no I/O. */
export interface Rule {
  readonly code: string;
  /** Where the project says nothing else. */
  readonly level: RuleLevel;
  /** One sentence for documentation and reports. */
  readonly description: string;
  check(snapshot: Snapshot, uri: string): Iterable<RuleFinding>;
}

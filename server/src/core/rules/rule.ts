import type { TextEdit } from "../annotation.ts";
import type { Snapshot } from "../snapshot.ts";
import type { Range } from "../text.ts";

/** How loud a finding is. The CLI's `--fail-on` and LSP's severities use the same four. */
export const FINDING_LEVELS = ["error", "warning", "info", "hint"] as const;
export type FindingLevel = (typeof FINDING_LEVELS)[number];
export type RuleLevel = FindingLevel | "off";

/** A place in a file. */
export interface Location {
  readonly uri: string;
  readonly range: Range;
}

/** A change of one place; of the file of the finding, unless it names another. */
export interface Edit extends TextEdit {
  readonly uri?: string;
}

/** One repair of a finding, or the way to a place where a person can repair it. */
export interface Fix {
  /** An imperative phrase that names the result: `Change to CR 1.5`. */
  readonly title: string;
  readonly edits: readonly Edit[];
  /** Where the fix leads to instead of changing anything. Only some editors can follow. */
  readonly goTo?: Location;
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
  /** What it is about, such as an id, where no claim stands at its place. */
  readonly about?: string;
  /** Other places that it is about, each with a sentence. */
  readonly related?: readonly (Location & { readonly message: string })[];
}

/** A finding before the project has said how loud it is. */
export interface RuleFinding extends Omit<Finding, "code" | "level"> {
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
  /**
   * What decides: the `file` and its project file alone, what other files of the `project` say, too, or
   * also what none of them says. The last kind is silent where only a part of the project is read, and
   * both where a file stands in no project.
   */
  readonly scope: "file" | "project" | "whole-project";
  check(snapshot: Snapshot, uri: string): Iterable<RuleFinding>;
}

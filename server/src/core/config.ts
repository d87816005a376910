import type { ComponentType, SecurityLevel } from "./catalog.ts";
import type { RuleLevel } from "./rules/rule.ts";

/**
 * The settings of an editor, or the shared options of the command line, as a value. Where a project
 * file says something too, the project file wins.
 */
export interface Config {
  /** Globs, relative to each workspace folder. */
  readonly exclude: readonly string[];
  /** In bytes. */
  readonly maxFileSize: number;
  /** Glob to language id. */
  readonly languages: Readonly<Record<string, string>>;
  /** Levels that differ from the rules' own, by rule code. */
  readonly rules: Readonly<Record<string, RuleLevel>>;
  readonly target?: SecurityLevel;
  /** Empty: every type. */
  readonly components: readonly ComponentType[];
  /** Whether an editor shows counts above annotations. */
  readonly codeLens: boolean;
  /** Whether an editor shows the title behind each id. */
  readonly inlayHints: boolean;
  /** Whether an editor's outline lists annotations. */
  readonly documentSymbols: boolean;
}

export const DEFAULT_CONFIG: Config = {
  exclude: [],
  maxFileSize: 2 * 1024 * 1024,
  languages: {},
  rules: {},
  components: [],
  codeLens: true,
  inlayHints: false,
  documentSymbols: true,
};

import ignore, { type Ignore } from "ignore";
import { type NameFilter, nameFilter } from "./nameFilter.ts";
import { nameOf } from "./uris.ts";

/** The patterns of one folder's ignore file; the levels above it hold where it says nothing. */
export interface IgnoreLevel {
  /** Path of the folder. */
  readonly base: string;
  readonly patterns: string;
  readonly rules: () => Ignore;
  /** `rules` are asked of the names that it lets through. */
  readonly mayMatch: NameFilter;
  readonly above: IgnoreLevel | undefined;
}

// As git decides it by default where it makes a repository.
const IGNORE_CASE = process.platform === "win32" || process.platform === "darwin";

/** Puts the patterns of a folder on top of those of the folders above. */
export function addLevel(
  above: IgnoreLevel | undefined,
  base: string,
  patterns: string,
): IgnoreLevel | undefined {
  const mayMatch = nameFilter(patterns, IGNORE_CASE);
  if (mayMatch === undefined) return above;
  // Many levels are never asked.
  let compiled: Ignore | undefined;
  const rules = () => {
    compiled ??= ignore({ ignorecase: IGNORE_CASE }).add(patterns);
    return compiled;
  };
  return { base, patterns, rules, mayMatch, above };
}

/** What the nearest level with an opinion says of an entry of a folder; nothing when none has one. */
export function verdict(
  level: IgnoreLevel | undefined,
  folder: string,
  name: string,
  kind: "file" | "folder",
): "ignored" | "unignored" | undefined {
  for (let at = level; at !== undefined; at = at.above) {
    if (!at.mayMatch(name)) continue;
    const relative = `${folder}/${name}`.slice(at.base.length + 1);
    const { ignored, unignored } = at.rules().test(kind === "folder" ? `${relative}/` : relative);
    if (ignored) return "ignored";
    if (unignored) return "unignored";
  }
  return undefined;
}

/**
 * The levels as they hold inside a folder that is read although one of them ignores it: a deeper
 * level brought it back. Each level by itself would go on to ignore all that stands in the folder.
 */
export function openedFor(level: IgnoreLevel | undefined, folder: string): IgnoreLevel | undefined {
  if (level === undefined) return undefined;
  const above = openedFor(level.above, folder);
  if (!ignores(level, folder)) return above === level.above ? level : { ...level, above };
  const relative = folder.slice(level.base.length + 1);
  return addLevel(above, level.base, `${level.patterns}\n!/${escaped(relative)}/`);
}

function ignores({ base, mayMatch, rules }: IgnoreLevel, folder: string): boolean {
  if (folder.length === base.length || !mayMatch(nameOf(folder))) return false;
  return rules().test(`${folder.slice(base.length + 1)}/`).ignored;
}

function escaped(path: string): string {
  return path.replaceAll(/[\\*?[\]!# ]/g, "\\$&");
}

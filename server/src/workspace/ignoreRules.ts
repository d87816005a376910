import ignore, { type Ignore } from "ignore";
import { nameOf } from "./uris.ts";

/** The patterns of one folder's ignore file; the levels above it hold where it says nothing. */
export interface IgnoreLevel {
  /** Path of the folder. */
  readonly base: string;
  readonly patterns: string;
  readonly rules: Ignore;
  /** False for most names, at a fraction of the price of asking `rules`. */
  readonly mayMatch: (name: string) => boolean;
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
  const mayMatch = nameFilter(patterns);
  if (mayMatch === undefined) return above;
  const rules = ignore({ ignorecase: IGNORE_CASE }).add(patterns);
  return { base, patterns, rules, mayMatch, above };
}

/** What the nearest level with an opinion says; nothing when none has one. */
export function verdict(
  level: IgnoreLevel | undefined,
  path: string,
  name: string,
  kind: "file" | "folder",
): "ignored" | "unignored" | undefined {
  for (let at = level; at !== undefined; at = at.above) {
    if (!at.mayMatch(name)) continue;
    const relative = path.slice(at.base.length + 1);
    const { ignored, unignored } = at.rules.test(kind === "folder" ? `${relative}/` : relative);
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
  const relative = folder.slice(level.base.length + 1);
  const ignores =
    relative !== "" && level.mayMatch(nameOf(folder)) && level.rules.test(`${relative}/`).ignored;
  if (!ignores) return above === level.above ? level : { ...level, above };
  return addLevel(above, level.base, `${level.patterns}\n!/${escaped(relative)}/`);
}

function escaped(path: string): string {
  return path.replaceAll(/[\\*?[\]!# ]/g, "\\$&");
}

interface Shape {
  readonly prefix: string;
  readonly inner: string;
  readonly suffix: string;
}

/**
 * A test that a name passes when any pattern might fit it, by the literal characters of the
 * pattern's last part. A source tree's patterns are many and hit few names, and the full answer
 * costs a regular expression each.
 */
function nameFilter(patterns: string): ((name: string) => boolean) | undefined {
  const lasts = patterns
    .split(/\r?\n/)
    .map((line) => fold(lastPart(line)))
    .filter((it) => it !== "");
  if (lasts.length === 0) return undefined;

  const literal = new Set(lasts.filter((it) => !/[*?]/.test(it)));
  const shapes = lasts.filter((it) => /[*?]/.test(it)).map(shapeOf);
  return (name) => {
    const folded = fold(name);
    return literal.has(folded) || shapes.some((shape) => fits(folded, shape));
  };
}

function fits(name: string, { prefix, inner, suffix }: Shape): boolean {
  return name.endsWith(suffix) && name.startsWith(prefix) && name.includes(inner);
}

function fold(text: string): string {
  return IGNORE_CASE ? text.toLowerCase() : text;
}

/** Of `!/a/*.[ab]/` the `*.*`: what is not a plain character is a star. Empty for comments. */
function lastPart(line: string): string {
  if (line.startsWith("#")) return "";
  const pattern = line.trim().replace(/^!/, "").replace(/\/+$/, "");
  return pattern
    .slice(pattern.lastIndexOf("/") + 1)
    .replaceAll(/\\.?|\[[!^]?\]?[^\]]*\]|[[\]]/g, "*");
}

function shapeOf(part: string): Shape {
  const runs = part.split(/[*?]+/);
  const inner = runs.reduce((longest, it) => (it.length > longest.length ? it : longest), "");
  return { prefix: runs[0] ?? "", inner, suffix: runs.at(-1) ?? "" };
}

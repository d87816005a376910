import type { Scanner } from "./scanner.ts";
import { NONE, type Rule, type Where } from "./tokens.ts";

/** Delimiters of which the writer says how long they are: `--[==[ … ]==]`, `r##"…"##`. */
export interface LevelShape {
  /** What stands before the fill, all ASCII. */
  readonly prefix: string;
  /** The mark that is repeated, on both sides as often. */
  readonly fill: string;
  /** What stands behind the fill. */
  readonly open: string;
  /** What stands before the fill that closes. */
  readonly close: string;
  /** What stands behind the fill that closes. */
  readonly suffix: string;
  /** How often the fill must stand there at least. */
  readonly least?: number;
  readonly where?: Where;
}

interface Found {
  readonly contentStart: number;
  readonly contentEnd: number;
  readonly end: number;
}

function find(scanner: Scanner, at: number, shape: LevelShape): Found | undefined {
  const { text } = scanner;
  if (!text.startsWith(shape.prefix, at)) return undefined;
  if (shape.where !== undefined && !shape.where(scanner, at)) return undefined;
  if (shape.prefix === "" && text.startsWith(shape.fill, at - shape.fill.length)) return undefined;
  const from = at + shape.prefix.length;
  let level = 0;
  while (text.startsWith(shape.fill, from + level)) level++;
  const contentStart = from + level + shape.open.length;
  if (level < (shape.least ?? 0) || !text.startsWith(shape.open, from + level)) return undefined;
  const close = shape.close + shape.fill.repeat(level) + shape.suffix;
  const found = text.indexOf(close, contentStart);
  if (found === -1) return { contentStart, contentEnd: scanner.length, end: scanner.length };
  return { contentStart, contentEnd: found, end: found + close.length };
}

/** A comment between delimiters of any level. */
export function levelledComment(shape: LevelShape): Rule {
  return {
    first: shape.prefix.charAt(0),
    match(scanner, at) {
      const found = find(scanner, at, shape);
      if (found === undefined) return NONE;
      scanner.comment(at, found.contentStart, found.contentEnd, found.end);
      return found.end;
    },
  };
}

/** A string between delimiters of any level. */
export function levelledString(shape: LevelShape): Rule {
  return {
    first: (shape.prefix + shape.fill).charAt(0),
    match: (scanner, at) => find(scanner, at, shape)?.end ?? NONE,
  };
}

import { isLineEnd } from "./characters.ts";
import type { Scanner } from "./scanner.ts";
import { NONE, type Rule, type Where } from "./tokens.ts";

const anywhere: Where = () => true;

/** The first character of a line. */
export const atLineStart: Where = (scanner, at) => scanner.isLineStart(at);

/** Behind nothing but blanks. */
export const firstOnLine: Where = (scanner, at) => scanner.isFirstOnLine(at);

/** A comment to the end of its line. */
export function lineComment(open: string, where: Where = anywhere): Rule {
  return {
    first: open.charAt(0),
    open,
    match(scanner, at) {
      if (!scanner.text.startsWith(open, at) || !where(scanner, at)) return NONE;
      const end = scanner.lineEnd(at + open.length);
      scanner.comment(at, at + open.length, end, end);
      return end;
    },
  };
}

/** A comment to the end of its line, which a backslash before the line end carries on. */
export function continuedLineComment(open: string, where: Where = anywhere): Rule {
  return {
    first: open.charAt(0),
    open,
    match(scanner, at) {
      if (!scanner.text.startsWith(open, at) || !where(scanner, at)) return NONE;
      const end = continuedLineEnd(scanner, at + open.length);
      scanner.comment(at, at + open.length, end, end);
      return end;
    },
  };
}

/** Where a line ends that backslashes before line ends carry on. */
export function continuedLineEnd(scanner: Scanner, at: number): number {
  let end = scanner.lineEnd(at);
  while (end < scanner.length && end > at && scanner.isContinued(end)) {
    end = scanner.lineEnd(scanner.behindLineEnd(end));
  }
  return end;
}

/** A comment between two delimiters that does not nest. */
export function blockComment(open: string, close: string, where: Where = anywhere): Rule {
  return {
    first: open.charAt(0),
    open,
    match(scanner, at) {
      if (!scanner.text.startsWith(open, at) || !where(scanner, at)) return NONE;
      const contentStart = at + open.length;
      const found = scanner.text.indexOf(close, contentStart);
      const contentEnd = found === -1 ? scanner.length : found;
      const end = found === -1 ? scanner.length : found + close.length;
      scanner.comment(at, contentStart, contentEnd, end);
      return end;
    },
  };
}

/** A comment between two delimiters that may hold others of its kind. */
export function nestedComment(open: string, close: string, where: Where = anywhere): Rule {
  return {
    first: open.charAt(0),
    open,
    match(scanner, at) {
      if (!scanner.text.startsWith(open, at) || !where(scanner, at)) return NONE;
      const contentStart = at + open.length;
      const contentEnd = nestedEnd(scanner, contentStart, open, close);
      const end = Math.min(contentEnd + close.length, scanner.length);
      scanner.comment(at, contentStart, contentEnd, end);
      return end;
    },
  };
}

/** Where the closing delimiter stands, or the text's end. */
function nestedEnd(scanner: Scanner, from: number, open: string, close: string): number {
  const { text, length } = scanner;
  const openFirst = open.charCodeAt(0);
  const closeFirst = close.charCodeAt(0);
  let depth = 1;
  let at = from;
  while (at < length) {
    const unit = text.charCodeAt(at);
    if (unit === closeFirst && text.startsWith(close, at)) {
      depth--;
      if (depth === 0) return at;
      at += close.length;
    } else if (unit === openFirst && text.startsWith(open, at)) {
      at += open.length;
      depth++;
    } else at++;
  }
  return length;
}

/** Characters that are neither comment nor string although they look like it. */
export function plain(word: string, where: Where = anywhere): Rule {
  return {
    first: word.charAt(0),
    open: word,
    match: (scanner, at) =>
      scanner.text.startsWith(word, at) && where(scanner, at) ? at + word.length : NONE,
  };
}

/** A prefix and the one character behind it, as in Lisp's `#\;` or Erlang's `$%`. */
export function characterBehind(prefix: string, where: Where = anywhere): Rule {
  return {
    first: prefix.charAt(0),
    open: prefix,
    match(scanner, at) {
      if (!scanner.text.startsWith(prefix, at) || !where(scanner, at)) return NONE;
      const character = at + prefix.length;
      return isLineEnd(scanner.unit(character))
        ? character
        : Math.min(character + 1, scanner.length);
    },
  };
}

export const slashes = lineComment("//");
export const slashStar = blockComment("/*", "*/");
export const hash = lineComment("#");
export const dashes = lineComment("--");
export const semicolon = lineComment(";");
export const percent = lineComment("%");

import { isBlank, isWord } from "./characters.ts";
import { firstOnLine, hash, lineComment, semicolon } from "./commentRules.ts";
import {
  doubleQuoted,
  quoted,
  singleQuoted,
  tripleDoubleQuoted,
  tripleSingleQuoted,
} from "./stringRules.ts";
import { NONE, Tokens, type Where } from "./tokens.ts";
import { behindBlank } from "./yaml.ts";

/** `#` and both quotes: what many small languages share. */
export const HASH_LINES = new Tokens([hash, doubleQuoted, singleQuoted]);

/** The same with triple quotes. */
export const MESON = new Tokens([
  hash,
  tripleDoubleQuoted,
  tripleSingleQuoted,
  doubleQuoted,
  singleQuoted,
]);

export const TOML = new Tokens([
  hash,
  tripleDoubleQuoted,
  quoted("'''", { lines: "many" }),
  doubleQuoted,
  quoted("'", { lines: "one" }),
]);

/** A quote opens a value only behind `=` or a blank, so that an apostrophe does not. */
const startsValue: Where = (scanner, at) => {
  const before = scanner.unit(at - 1);
  return isBlank(before) || scanner.text.charAt(at - 1) === "=";
};

/** INI and its many dialects: `;` and `#` at a line's start or behind a blank. */
export const INI = new Tokens([
  lineComment(";", behindBlank),
  lineComment("#", behindBlank),
  quoted('"', { escape: "\\", lines: "one", where: startsValue }),
  quoted("'", { lines: "one", where: startsValue }),
]);

/** Whether the line before is carried on: then this one is a value. */
const beginsEntry: Where = (scanner, at) => {
  let line = scanner.skipBlanksBack(at);
  if (!scanner.isLineStart(line)) return false;
  if (line > 0) line--;
  if (line > 0 && scanner.text.startsWith("\r\n", line - 1)) line--;
  return !scanner.isEscaped(line);
};

/** Java's properties: `#` and `!` only at a line's start. */
export const PROPERTIES = new Tokens([
  lineComment("#", beginsEntry),
  lineComment("!", beginsEntry),
]);

/** `#` where a line begins: instructions of Dockerfiles, patterns of ignore files. */
export const HASH_LINE_START = new Tokens([lineComment("#", firstOnLine)]);

/** `#` at a line's start or behind a blank: configuration files. */
export const CONFIGURATION = new Tokens([
  lineComment("#", behindBlank),
  quoted('"', { escape: "\\", lines: "one", where: startsValue }),
  quoted("'", { lines: "one", where: startsValue }),
]);

/** M4: `dnl` deletes to the line end, `#` keeps. */
export const M4 = new Tokens([
  lineComment("#", behindBlank),
  {
    first: "d",
    match(scanner, at) {
      if (!scanner.text.startsWith("dnl", at)) return NONE;
      if (isWord(scanner.unit(at - 1)) || isWord(scanner.unit(at + 3))) return NONE;
      const end = scanner.lineEnd(at);
      scanner.comment(at, at + 3, end, end);
      return end;
    },
  },
]);

/** `;` to the line end and both quotes. */
export const SEMICOLON_LINES = new Tokens([semicolon, doubleQuoted, singleQuoted]);

const isNoVariable: Where = (scanner, at) =>
  behindBlank(scanner, at) && !scanner.text.startsWith("$NODEID", at);

/** Electronic data sheets: `$` in EtherNet/IP's, `;` in CANopen's. */
export const DATA_SHEET = new Tokens([
  lineComment("$", isNoVariable),
  lineComment(";", firstOnLine),
  doubleQuoted,
]);

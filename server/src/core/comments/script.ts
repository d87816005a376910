import { isBlank, isWord } from "./characters.ts";
import { wordComment } from "./columns.ts";
import {
  atLineStart,
  blockComment,
  dashes,
  firstOnLine,
  hash,
  lineComment,
  nestedComment,
  semicolon,
  slashes,
  slashStar,
} from "./commentRules.ts";
import { levelledComment, levelledString } from "./levels.ts";
import { attributeMark, characterOrMark } from "./quoteMarks.ts";
import {
  codeIn,
  doubleQuoted,
  doubleQuotedLines,
  quoted,
  singleQuoted,
  singleQuotedLines,
  tripleDoubleQuoted,
  tripleSingleQuoted,
} from "./stringRules.ts";
import { NONE, type Rule, Tokens, type Where } from "./tokens.ts";
import { behindBlank } from "./yaml.ts";

const LEVEL = { fill: "=", open: "[", close: "]", suffix: "]" } as const;

export const LUA = new Tokens([
  levelledComment({ prefix: "--[", ...LEVEL }),
  dashes,
  levelledString({ prefix: "[", ...LEVEL }),
  doubleQuoted,
  singleQuoted,
]);

export const CMAKE = new Tokens([
  levelledComment({ prefix: "#[", ...LEVEL }),
  hash,
  levelledString({ prefix: "[", ...LEVEL }),
  { first: "\\", match: (scanner, at) => scanner.behindEscape(at) },
  doubleQuotedLines,
]);

const notBehindWord: Where = (scanner, at) => !isWord(scanner.unit(at - 1));

/** R's `r"---(…)---"`, with either quote and any of three brackets. */
const rawStringsOfR = ['"', "'"].flatMap((quote) =>
  ["()", "[]", "{}"].flatMap(([open = "", close = ""]) =>
    ["r", "R"].map((letter) =>
      levelledString({
        prefix: letter + quote,
        fill: "-",
        open,
        close,
        suffix: quote,
        where: notBehindWord,
      }),
    ),
  ),
);

export const R = new Tokens([
  hash,
  ...rawStringsOfR,
  doubleQuotedLines,
  singleQuotedLines,
  quoted("`", { escape: "\\", lines: "one" }),
]);

const juliaCode = [codeIn("$(", ")")];

export const JULIA = new Tokens([
  nestedComment("#=", "=#"),
  hash,
  quoted('"""', { escape: "\\", lines: "many", interpolations: juliaCode }),
  quoted('"', { escape: "\\", lines: "many", interpolations: juliaCode }),
  quoted("`", { escape: "\\", lines: "many" }),
  attributeMark,
  characterOrMark,
]);

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

const commandStart: Where = (scanner, at) => {
  const end = scanner.skipBlanksBack(at);
  return scanner.isLineStart(end) || "&(|@".includes(scanner.text.charAt(end - 1));
};

/** Batch files: `REM` where a command begins, `::` where a line does. */
export const BATCH = new Tokens([
  wordComment("REM", commandStart),
  lineComment("::", commandStart),
]);

const statementStart: Where = (scanner, at) => {
  const end = scanner.skipBlanksBack(at);
  return scanner.isLineStart(end) || scanner.text.charAt(end - 1) === ":";
};

/** Visual Basic in all its forms. */
export const VISUAL_BASIC = new Tokens([
  lineComment("'"),
  wordComment("REM", statementStart),
  quoted('"', { doubled: true, lines: "one" }),
]);

const doubledQuotes: readonly Rule[] = [
  quoted('"', { doubled: true, lines: "one" }),
  attributeMark,
  characterOrMark,
];

export const ADA = new Tokens([dashes, ...doubledQuotes]);

export const VHDL = new Tokens([dashes, slashStar, ...doubledQuotes]);

export const PASCAL = new Tokens([
  slashes,
  blockComment("{", "}"),
  blockComment("(*", "*)"),
  quoted("'", { doubled: true, lines: "one" }),
]);

/** Modula-2 and Oberon: `(* … *)` nests. */
export const MODULA = new Tokens([
  nestedComment("(*", "*)"),
  quoted('"', { lines: "one" }),
  quoted("'", { lines: "one" }),
]);

/** Prolog: `%`, and an apostrophe behind a digit is a character code. */
export const PROLOG = new Tokens([
  lineComment("%"),
  slashStar,
  {
    first: "0",
    match: (scanner, at) =>
      scanner.text.startsWith("0'", at) ? Math.min(at + 3, scanner.length) : NONE,
  },
  doubleQuotedLines,
  singleQuoted,
]);

export const COFFEESCRIPT = new Tokens([
  blockComment("###", "###", (scanner, at) => scanner.text.charAt(at + 3) !== "#"),
  hash,
  quoted('"""', { escape: "\\", lines: "many", interpolations: [codeIn("#{", "}")] }),
  tripleSingleQuoted,
  quoted('"', { escape: "\\", lines: "many", interpolations: [codeIn("#{", "}")] }),
  singleQuotedLines,
]);

export const NIM = new Tokens([
  nestedComment("##[", "]##"),
  nestedComment("#[", "]#"),
  hash,
  quoted('"""', { lines: "many" }),
  doubleQuoted,
  attributeMark,
  characterOrMark,
]);

/** M4: `dnl` deletes to the line end, `#` keeps. */
export const M4 = new Tokens([
  hash,
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

/** Awk: a `/` pattern may hold quotes and `#`. */
export const SEMICOLON_LINES = new Tokens([semicolon, doubleQuoted, singleQuoted]);

/** Vim script: `"` where a command begins. */
export const VIM = new Tokens([
  lineComment('"', firstOnLine),
  lineComment("#", firstOnLine),
  quoted("'", { doubled: true, lines: "one" }),
  doubleQuoted,
]);

export const PLANT_UML = new Tokens([blockComment("/'", "'/"), lineComment("'", firstOnLine)]);

/** ABAP: `*` in column 1, `"` elsewhere. */
export const ABAP = new Tokens([
  lineComment("*", atLineStart),
  lineComment('"'),
  quoted("'", { doubled: true, lines: "one" }),
  quoted("`", { doubled: true, lines: "one" }),
  quoted("|", { escape: "\\", lines: "one" }),
]);

/** Electronic data sheets of EtherNet/IP: `$`. */
export const DOLLAR_LINES = new Tokens([lineComment("$"), semicolonAtLineStart(), doubleQuoted]);

function semicolonAtLineStart(): Rule {
  return lineComment(";", firstOnLine);
}

import { wordComment } from "./columns.ts";
import {
  atLineStart,
  blockComment,
  dashes,
  firstOnLine,
  lineComment,
  nestedComment,
  slashes,
  slashStar,
} from "./commentRules.ts";
import { attributeMark, characterOrMark } from "./quoteMarks.ts";
import { doubleQuotedLines, quoted, singleQuoted } from "./stringRules.ts";
import { NONE, type Rule, Tokens, type Where } from "./tokens.ts";

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

export const PLANT_UML = new Tokens([blockComment("/'", "'/"), lineComment("'", firstOnLine)]);

/** ABAP: `*` in column 1, `"` elsewhere. */
export const ABAP = new Tokens([
  lineComment("*", atLineStart),
  lineComment('"'),
  quoted("'", { doubled: true, lines: "one" }),
  quoted("`", { doubled: true, lines: "one" }),
  quoted("|", { escape: "\\", lines: "one" }),
]);

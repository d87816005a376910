import { isWord } from "./characters.ts";
import {
  blockComment,
  dashes,
  firstOnLine,
  hash,
  lineComment,
  nestedComment,
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
  tripleSingleQuoted,
} from "./stringRules.ts";
import { Tokens, type Where } from "./tokens.ts";

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

/** Vim script: `"` where a command begins. */
export const VIM = new Tokens([
  lineComment('"', firstOnLine),
  lineComment("#", firstOnLine),
  quoted("'", { doubled: true, lines: "one" }),
  doubleQuoted,
]);

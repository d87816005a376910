import { isWord } from "./characters.ts";
import { hash, nestedComment, slashes, slashStar } from "./commentRules.ts";
import { brackets, regularExpression } from "./javascript.ts";
import { levelledString } from "./levels.ts";
import { characterOrMark } from "./quoteMarks.ts";
import {
  codeIn,
  doubleQuoted,
  doubleQuotedLines,
  quoted,
  singleQuoted,
  tripleDoubleQuoted,
  tripleSingleQuoted,
} from "./stringRules.ts";
import { NONE, Tokens, type Where } from "./tokens.ts";

const nested = nestedComment("/*", "*/");
const rawBackticks = quoted("`", { lines: "many" });
const dollarBraces = [codeIn("${", "}")];
const single = { escape: "\\", lines: "one" } as const;
const many = { escape: "\\", lines: "many" } as const;

/** Behind a word: the string has a prefix such as Scala's `s"…"`. */
const isPrefixed: Where = (scanner, at) => isWord(scanner.unit(at - 1));

/** Whether the letter `r` stands before, and no word that ends in it. */
const isRaw: Where = (scanner, at) =>
  "rR".includes(scanner.text.charAt(at - 1) || " ") && !isWord(scanner.unit(at - 2));

/** `//`, `/* … *\/` and both quotes: what most languages with braces share. */
export const CURLY = new Tokens([slashes, slashStar, doubleQuoted, singleQuoted]);

/** The same, and `#` to the line end. */
export const CURLY_AND_HASH = new Tokens([slashes, slashStar, hash, doubleQuoted, singleQuoted]);

export const JAVA = new Tokens([
  slashes,
  slashStar,
  tripleDoubleQuoted,
  doubleQuoted,
  singleQuoted,
]);

export const GO = new Tokens([slashes, slashStar, doubleQuoted, singleQuoted, rawBackticks]);

export const KOTLIN = new Tokens([
  slashes,
  nested,
  quoted('"""', { lines: "many", interpolations: dollarBraces }),
  quoted('"', { ...single, interpolations: dollarBraces }),
  singleQuoted,
]);

export const SCALA = new Tokens([
  slashes,
  nested,
  quoted('"""', { lines: "many", interpolations: dollarBraces, where: isPrefixed }),
  quoted('"""', { lines: "many" }),
  quoted('"', { ...single, interpolations: dollarBraces, where: isPrefixed }),
  doubleQuoted,
  characterOrMark,
]);

const swiftCode = [codeIn("\\(", ")")];

export const SWIFT = new Tokens([
  slashes,
  nested,
  levelledString({ prefix: "", fill: "#", least: 1, open: '"', close: '"', suffix: "" }),
  levelledString({ prefix: "", fill: "#", least: 1, open: "/", close: "/", suffix: "" }),
  quoted('"""', { ...many, interpolations: swiftCode }),
  quoted('"', { ...single, interpolations: swiftCode }),
]);

export const DART = new Tokens([
  slashes,
  nested,
  quoted('"""', { lines: "many", where: isRaw }),
  quoted("'''", { lines: "many", where: isRaw }),
  quoted('"', { lines: "one", where: isRaw }),
  quoted("'", { lines: "one", where: isRaw }),
  quoted('"""', { ...many, interpolations: dollarBraces }),
  quoted("'''", { ...many, interpolations: dollarBraces }),
  quoted('"', { ...single, interpolations: dollarBraces }),
  quoted("'", { ...single, interpolations: dollarBraces }),
]);

export const D = new Tokens([
  slashes,
  slashStar,
  nestedComment("/+", "+/"),
  quoted('"', { lines: "many", where: isRaw }),
  doubleQuotedLines,
  rawBackticks,
  singleQuoted,
]);

/** Zig: a line that begins with two backslashes is text. */
export const ZIG = new Tokens([
  slashes,
  {
    first: "\\",
    match: (scanner, at) => (scanner.text.startsWith("\\\\", at) ? scanner.lineEnd(at) : NONE),
  },
  doubleQuoted,
  singleQuoted,
]);

export const GROOVY = new Tokens([
  slashes,
  slashStar,
  quoted('"""', { ...many, interpolations: dollarBraces }),
  tripleSingleQuoted,
  quoted("$/", { close: "/$", lines: "many" }),
  regularExpression,
  quoted('"', { ...single, interpolations: dollarBraces }),
  singleQuoted,
  brackets,
  {
    first: "#",
    match: (scanner, at) =>
      at === 0 && scanner.text.startsWith("#!") ? scanner.lineEnd(at) : NONE,
  },
]);

import { C } from "./cFamily.ts";
import { isLineEnd, isWord } from "./characters.ts";
import {
  blockComment,
  hash,
  lineComment,
  nestedComment,
  plain,
  slashes,
  slashStar,
} from "./commentRules.ts";
import { heredoc, heredocLines, looksLikeHeredoc } from "./heredoc.ts";
import { brackets, regularExpression } from "./javascript.ts";
import { levelledString } from "./levels.ts";
import { characterOrMark } from "./quoteMarks.ts";
import type { Scanner } from "./scanner.ts";
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

/** HCL, the language of Terraform. */
export const HCL = new Tokens([
  slashes,
  slashStar,
  hash,
  heredocLines,
  heredoc({ open: "<<", indents: "*-", indentedBy: "blanks", where: looksLikeHeredoc }),
  quoted('"', { ...single, interpolations: [...dollarBraces, codeIn("%{", "}")] }),
]);

export const GRAPHQL = new Tokens([hash, tripleDoubleQuoted, doubleQuoted]);

export const NIX = new Tokens([
  hash,
  slashStar,
  quoted('"', { ...many, interpolations: dollarBraces }),
  quoted("''", {
    lines: "many",
    interpolations: [
      { open: "'''", enter: () => {} },
      { open: "''$", enter: () => {} },
      { open: "''\\", enter: () => {} },
      ...dollarBraces,
    ],
  }),
]);

/** Verilog: `(* … *)` is an attribute, and an apostrophe belongs to a number. */
export const VERILOG = new Tokens([slashes, slashStar, doubleQuoted]);

/** Lex and Yacc: C with rules between the parts. */
export const YACC = C;

/** Solidity, whose strings may be of either quote. */
export const SOLIDITY = CURLY;

/** YANG: an unquoted `//` inside a word is no comment. */
export const YANG = new Tokens([
  lineComment("//", (scanner, at) => scanner.text.charAt(at - 1) !== ":"),
  slashStar,
  doubleQuotedLines,
  singleQuotedLines,
]);

/** Graphviz: lines of the preprocessor begin with `#`. */
export const GRAPHVIZ = new Tokens([
  slashes,
  slashStar,
  lineComment("#", (scanner, at) => scanner.isFirstOnLine(at)),
  doubleQuotedLines,
]);

/** WebAssembly's text: `;;` and `(; … ;)`. */
export const WAT = new Tokens([lineComment(";;"), nestedComment("(;", ";)"), doubleQuoted]);

/** GNU linker scripts: file names may hold `//` only when they are quoted. */
export const LINKER_SCRIPT = new Tokens([
  slashes,
  slashStar,
  lineComment("#", (scanner, at) => scanner.isLineStart(at) && scanner.text.charAt(at + 1) === " "),
  doubleQuoted,
]);

/** ASN.1 and the MIBs of SNMP. */
export const ASN1 = new Tokens([
  { first: "-", match: asn1Comment },
  slashStar,
  doubleQuotedLines,
  plain("''"),
]);

/** `--` to the next `--` or the line end. */
function asn1Comment(scanner: Scanner, at: number): number {
  if (!scanner.text.startsWith("--", at)) return NONE;
  let close = at + 2;
  while (close < scanner.length && !isLineEnd(scanner.unit(close))) {
    if (scanner.text.startsWith("--", close)) {
      scanner.comment(at, at + 2, close, close + 2);
      return close + 2;
    }
    close++;
  }
  scanner.comment(at, at + 2, close, close);
  return close;
}

/** Lean: `--` and `/- … -/`, which nests. */
export const LEAN = new Tokens([
  lineComment("--"),
  nestedComment("/-", "-/"),
  doubleQuotedLines,
  characterOrMark,
]);

/** Statistical analysis: `/* … *\/` and `* …;` at the beginning of a statement. */
export const SAS = new Tokens([
  slashStar,
  blockComment("*", ";", (scanner, at) => {
    const end = scanner.behindCode(at);
    return end === 0 || scanner.text.charAt(end - 1) === ";";
  }),
  doubleQuotedLines,
  singleQuotedLines,
]);

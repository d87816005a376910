import { isLineEnd } from "./characters.ts";
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
import { characterOrMark } from "./quoteMarks.ts";
import type { Scanner } from "./scanner.ts";
import {
  codeIn,
  doubleQuoted,
  doubleQuotedLines,
  quoted,
  singleQuotedLines,
  tripleDoubleQuoted,
} from "./stringRules.ts";
import { NONE, Tokens } from "./tokens.ts";

const dollarBraces = [codeIn("${", "}")];
const single = { escape: "\\", lines: "one" } as const;
const many = { escape: "\\", lines: "many" } as const;

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

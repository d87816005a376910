import { isLineEnd, isWord } from "./characters.ts";
import {
  characterBehind,
  dashes,
  hash,
  nestedComment,
  percent,
  plain,
  semicolon,
  slashes,
} from "./commentRules.ts";
import { delimited } from "./delimited.ts";
import { characterOrMark, prime } from "./quoteMarks.ts";
import type { Scanner } from "./scanner.ts";
import {
  codeIn,
  doubleQuoted,
  doubleQuotedLines,
  quoted,
  singleQuoted,
  tripleDoubleQuoted,
} from "./stringRules.ts";
import { NONE, type Rule, Tokens } from "./tokens.ts";

const HASKELL_SYMBOLS = "!#$%&*+./<=>?@\\^|~:-";

/** `--` is a comment unless it is part of an operator such as `-->` or `|--`. */
const haskellLine: Rule = {
  first: "-",
  match(scanner, at) {
    if (!scanner.text.startsWith("--", at)) return NONE;
    let end = at;
    while (scanner.text.charAt(end) === "-") end++;
    if (isSymbol(scanner, end) || isSymbol(scanner, at - 1)) return end;
    const lineEnd = scanner.lineEnd(end);
    scanner.comment(at, end, lineEnd, lineEnd);
    return lineEnd;
  },
};

function isSymbol(scanner: Scanner, at: number): boolean {
  return HASKELL_SYMBOLS.includes(scanner.text.charAt(at) || " ");
}

export const HASKELL = new Tokens([
  haskellLine,
  nestedComment("{-", "-}"),
  doubleQuotedLines,
  prime,
  characterOrMark,
]);

export const ELM = new Tokens([
  dashes,
  nestedComment("{-", "-}"),
  tripleDoubleQuoted,
  doubleQuoted,
  prime,
  characterOrMark,
]);

/** `{|…|}` and `{name|…|name}`. */
const quotedText: Rule = {
  first: "{",
  match(scanner, at) {
    let end = at + 1;
    while (end < at + 30 && isWord(scanner.unit(end))) end++;
    if (scanner.text.charAt(end) !== "|") return NONE;
    const close = `|${scanner.text.slice(at + 1, end)}}`;
    const found = scanner.text.indexOf(close, end + 1);
    return found === -1 ? scanner.length : found + close.length;
  },
};

/** `(* … *)` nests, and strings in it are read as strings. */
const stringAwareComment: Rule = {
  first: "(",
  match(scanner, at) {
    if (!scanner.text.startsWith("(*", at)) return NONE;
    const contentEnd = endOfStringAware(scanner, at + 2);
    const end = Math.min(contentEnd + 2, scanner.length);
    scanner.comment(at, at + 2, contentEnd, end);
    return end;
  },
};

function endOfStringAware(scanner: Scanner, from: number): number {
  const { text, length } = scanner;
  let depth = 1;
  let at = from;
  while (at < length) {
    const mark = text.charAt(at);
    if (mark === "*" && text.charAt(at + 1) === ")") {
      depth--;
      if (depth === 0) return at;
      at += 2;
    } else if (mark === "(" && text.charAt(at + 1) === "*") {
      depth++;
      at += 2;
    } else if (mark === '"') at = behindString(scanner, at + 1);
    else if (mark === "'") at = characterOrMark.match(scanner, at);
    else at++;
  }
  return length;
}

function behindString(scanner: Scanner, from: number): number {
  for (let at = from; at < scanner.length; at++) {
    const mark = scanner.text.charAt(at);
    if (mark === "\\") at++;
    else if (mark === '"') return at + 1;
  }
  return scanner.length;
}

export const OCAML = new Tokens([
  stringAwareComment,
  doubleQuotedLines,
  quotedText,
  prime,
  characterOrMark,
]);

/** Standard ML and Coq: `(* … *)` nests. */
export const STANDARD_ML = new Tokens([nestedComment("(*", "*)"), doubleQuotedLines, prime]);

export const FSHARP = new Tokens([
  slashes,
  plain("(*)"),
  stringAwareComment,
  tripleDoubleQuoted,
  quoted('@"', { close: '"', doubled: true, lines: "many" }),
  doubleQuotedLines,
  prime,
  characterOrMark,
]);

/** A prefix and a character, which a backslash may escape: Erlang's `$%`, Elixir's `?\"`. */
function escapedCharacterBehind(prefix: string): Rule {
  return {
    first: prefix,
    match(scanner, at) {
      if (isWord(scanner.unit(at - 1)) || isLineEnd(scanner.unit(at + 1))) return NONE;
      if (scanner.text.charAt(at + 1) === "\\") return scanner.behindEscape(at + 1);
      return Math.min(at + 2, scanner.length);
    },
  };
}

export const ERLANG = new Tokens([
  percent,
  escapedCharacterBehind("$"),
  tripleDoubleQuoted,
  doubleQuotedLines,
  singleQuoted,
]);

const interpolations = [codeIn("#{", "}")];
const SHAPE = { escape: "\\", lines: "many", interpolations } as const;

/** `~r/…/`, `~s(…)`, `~S"""…"""`. */
const sigil: Rule = {
  first: "~",
  match(scanner, at) {
    let open = at + 1;
    while (open < at + 20 && /[a-zA-Z]/.test(scanner.text.charAt(open))) open++;
    if (open === at + 1 || !"/|\"'([{<".includes(scanner.text.charAt(open) || " ")) return NONE;
    for (const rule of [heredocText, heredocCharacters]) {
      const end = rule.match(scanner, open);
      if (end !== NONE) return end;
    }
    const isRaw = scanner.text.charAt(at + 1) < "a";
    return delimited(scanner, open, isRaw ? [] : interpolations);
  },
};

const heredocText = quoted('"""', SHAPE);
const heredocCharacters = quoted("'''", SHAPE);

export const ELIXIR = new Tokens([
  hash,
  escapedCharacterBehind("?"),
  sigil,
  heredocText,
  heredocCharacters,
  quoted('"', SHAPE),
  quoted("'", SHAPE),
]);

export const CLOJURE = new Tokens([semicolon, characterBehind("\\"), doubleQuotedLines]);

/** Common Lisp, Scheme and Racket. */
export const LISP = new Tokens([
  nestedComment("#|", "|#"),
  characterBehind("#\\"),
  semicolon,
  doubleQuotedLines,
  quoted("|", { escape: "\\", lines: "one" }),
]);

/** Emacs Lisp: `?;` is a character. */
export const EMACS_LISP = new Tokens([escapedCharacterBehind("?"), semicolon, doubleQuotedLines]);

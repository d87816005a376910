import { isDigit, isWord } from "./characters.ts";
import { continuedLineComment, slashStar } from "./commentRules.ts";
import { doubleQuoted, singleQuoted } from "./stringRules.ts";
import { NONE, type Rule, Tokens } from "./tokens.ts";

/** C++'s `1'000'000`: an apostrophe inside a number. */
const digitSeparator: Rule = {
  first: "'",
  match(scanner, at) {
    if (!isWord(scanner.unit(at - 1)) || !isWord(scanner.unit(at + 1))) return NONE;
    const word = scanner.wordBefore(at);
    const begin = at - word.length;
    const isNumber = isDigit(word.charCodeAt(0)) || scanner.closed === begin;
    if (!isNumber) return NONE;
    scanner.closed = at + 1;
    return at + 1;
  },
};

const RAW_PREFIXES = new Set(["R", "LR", "uR", "UR", "u8R"]);

/** C++'s `R"name(…)name"`. */
const rawString: Rule = {
  first: '"',
  match(scanner, at) {
    if (scanner.unit(at - 1) !== 82 || !RAW_PREFIXES.has(scanner.wordBefore(at))) return NONE;
    const { text } = scanner;
    const paren = text.slice(at + 1, at + 18).indexOf("(");
    if (paren === -1) return NONE;
    const close = `)${text.slice(at + 1, at + 1 + paren)}"`;
    const end = text.indexOf(close, at + 2 + paren);
    return end === -1 ? scanner.length : end + close.length;
  },
};

/** `#include <a//b.h>`: a name, not a comment. */
const includedName: Rule = {
  first: "#",
  match(scanner, at) {
    const word = scanner.skipBlanks(at + 1);
    if (scanner.unit(word) !== 105 || !scanner.text.startsWith("include", word)) return NONE;
    if (!scanner.isFirstOnLine(at)) return NONE;
    const name = scanner.skipBlanks(word + "include".length);
    if (scanner.text.charAt(name) !== "<") return NONE;
    const lineEnd = scanner.lineEnd(name);
    const close = scanner.text.slice(name, lineEnd).indexOf(">");
    return close === -1 ? name + 1 : name + close + 1;
  },
};

/** C, C++ and Objective-C: `//` that a backslash carries on, raw strings, digit separators. */
export const C = new Tokens([
  continuedLineComment("//"),
  slashStar,
  rawString,
  doubleQuoted,
  digitSeparator,
  singleQuoted,
  includedName,
]);

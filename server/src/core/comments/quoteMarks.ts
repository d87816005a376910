import { APOSTROPHE, BACKSLASH, isLineEnd, isWord } from "./characters.ts";
import type { Scanner } from "./scanner.ts";
import { NONE, type Rule } from "./tokens.ts";

/** How many units the character at `at` takes: two for a surrogate pair. */
function width(scanner: Scanner, at: number): number {
  const unit = scanner.unit(at);
  return unit >= 0xd800 && unit < 0xdc00 ? 2 : 1;
}

/**
 * `'a'` and `'\n'` are characters; any other apostrophe is a lifetime, a type variable, a prime or
 * an attribute, and opens nothing.
 */
export const characterOrMark: Rule = {
  first: "'",
  match(scanner, at) {
    if (scanner.unit(at + 1) === BACKSLASH) return escapedCharacter(scanner, at);
    if (isLineEnd(scanner.unit(at + 1))) return at + 1;
    const end = at + 1 + width(scanner, at + 1);
    return scanner.unit(end) === APOSTROPHE ? end + 1 : at + 1;
  },
};

/** The longest is `'\u{10FFFF}'`. */
const LONGEST = 12;

function escapedCharacter(scanner: Scanner, at: number): number {
  for (let end = at + 3; end < at + LONGEST; end++) {
    if (isLineEnd(scanner.unit(end))) return at + 1;
    if (scanner.unit(end) === APOSTROPHE) return end + 1;
  }
  return at + 1;
}

/** Behind a name, a bracket or a quote, an apostrophe is an attribute or transposes: `a'b`, `x'`. */
export const attributeMark: Rule = {
  first: "'",
  match(scanner, at) {
    const before = scanner.unit(at - 1);
    return isWord(before) || ")]}.'\"".includes(scanner.text.charAt(at - 1) || " ") ? at + 1 : NONE;
  },
};

/** Behind a name an apostrophe belongs to it: Haskell's `x'`. */
export const prime: Rule = {
  first: "'",
  match: (scanner, at) => (isWord(scanner.unit(at - 1)) ? at + 1 : NONE),
};

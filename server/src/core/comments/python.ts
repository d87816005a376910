import { isLineEnd, isWord } from "./characters.ts";
import { hash } from "./commentRules.ts";
import type { Mode, Scanner } from "./scanner.ts";
import {
  doubleQuoted,
  type Interpolation,
  literally,
  quoted,
  singleQuoted,
  tripleDoubleQuoted,
  tripleSingleQuoted,
} from "./stringRules.ts";
import { NONE, type Rule, Tokens, type Where } from "./tokens.ts";

/** Behind the colon of `{value:#x}`, where `#` is not a comment. */
const formatSpecification: Mode = {
  run(scanner, from) {
    for (let at = from; at < scanner.length; at++) {
      const mark = scanner.text.charAt(at);
      if (mark === "}" || isLineEnd(scanner.unit(at))) {
        scanner.leave();
        return mark === "}" ? at + 1 : at;
      }
      if (mark === "{") {
        scanner.enter(replacementField);
        return at + 1;
      }
    }
    return scanner.length;
  },
};

/** The expression of `{value:#x}`. */
const replacementField: Mode = {
  run(scanner, from) {
    let at = from;
    while (at < scanner.length) {
      const mark = scanner.text.charAt(at);
      if ("([{".includes(mark)) scanner.depth++;
      else if (scanner.depth > 0 && ")]}".includes(mark)) scanner.depth--;
      else if (mark === "}") {
        scanner.leave();
        return at + 1;
      } else if (mark === ":" && scanner.depth === 0) {
        scanner.leave();
        scanner.enter(formatSpecification);
        return at + 1;
      } else if ("\"'#".includes(mark)) {
        at = stringOrComment(scanner, at);
        if (scanner.mode !== replacementField) return at;
        continue;
      }
      at++;
    }
    return scanner.length;
  },
};

const PREFIXES = new Set(["f", "fr", "rf", "t", "tr", "rt"]);

const isFormatted: Where = (scanner, at) =>
  isWord(scanner.unit(at - 1)) && PREFIXES.has(scanner.wordBefore(at).slice(-3).toLowerCase());

const interpolations: readonly Interpolation[] = [
  literally("{{"),
  { open: "{", enter: (scanner) => scanner.enter(replacementField) },
];

function formatted(quote: string): Rule {
  const lines = quote.length === 3 ? "many" : "one";
  return quoted(quote, { escape: "\\", lines, interpolations, where: isFormatted });
}

const strings = [
  formatted('"""'),
  formatted("'''"),
  tripleDoubleQuoted,
  tripleSingleQuoted,
  formatted('"'),
  formatted("'"),
  doubleQuoted,
  singleQuoted,
];

function stringOrComment(scanner: Scanner, at: number): number {
  for (const rule of [hash, ...strings]) {
    const end = rule.match(scanner, at);
    if (end !== NONE) return end;
  }
  return at + 1;
}

export const PYTHON = new Tokens([hash, ...strings]);

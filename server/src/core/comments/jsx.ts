import { isWord, isWordStart } from "./characters.ts";
import { slashes, slashStar } from "./commentRules.ts";
import type { Mode, Scanner } from "./scanner.ts";
import { NONE, type Rule, type Where } from "./tokens.ts";

const DOUBLE = 34;
const SINGLE = 39;
const SLASH = 47;
const LESS = 60;
const GREATER = 62;
const BRACE = 123;

/** Behind `<`: a name, attributes, then `>` or `/>`. */
const tag: Mode = {
  run(scanner, from) {
    for (let at = from; at < scanner.length; at++) {
      const unit = scanner.unit(at);
      if (unit === GREATER) {
        if (scanner.depth > 0) scanner.depth--;
        else return enterChildren(scanner, at + 1);
      } else if (unit === LESS) scanner.depth++;
      else if (unit === DOUBLE || unit === SINGLE) {
        at = behind(scanner, scanner.text.charAt(at), at + 1) - 1;
      } else if (unit === BRACE) {
        scanner.enterCode("{", "}");
        return at + 1;
      } else if (unit === SLASH) {
        if (scanner.unit(at + 1) === GREATER) {
          scanner.leave();
          return at + 2;
        }
        const end = comment(scanner, at);
        if (end !== NONE) at = end - 1;
      }
    }
    return scanner.length;
  },
};

/** Between an opening and a closing tag: text, elements, and code in braces. */
const children: Mode = {
  run(scanner, from) {
    for (let at = from; at < scanner.length; at++) {
      const unit = scanner.unit(at);
      if (unit === BRACE) {
        scanner.enterCode("{", "}");
        return at + 1;
      }
      if (unit === LESS) {
        if (scanner.unit(at + 1) === SLASH) {
          scanner.leave();
          return behind(scanner, ">", at);
        }
        scanner.enter(tag);
        return at + 1;
      }
    }
    return scanner.length;
  },
};

function enterChildren(scanner: Scanner, at: number): number {
  scanner.leave();
  scanner.enter(children);
  return at;
}

function comment(scanner: Scanner, at: number): number {
  const end = slashes.match(scanner, at);
  return end === NONE ? slashStar.match(scanner, at) : end;
}

function behind(scanner: Scanner, mark: string, from: number): number {
  const found = scanner.text.indexOf(mark, from);
  return found === -1 ? scanner.length : found + mark.length;
}

/** An element where an operand may begin; not the type parameters of an arrow function. */
export function jsxElement(isOperandPlace: Where): Rule {
  return {
    first: "<",
    match(scanner, at) {
      const next = scanner.unit(at + 1);
      if (next !== GREATER && !isWordStart(next)) return NONE;
      if (scanner.unit(at - 1) === LESS) return NONE;
      if (!isOperandPlace(scanner, at) || isTypeParameter(scanner, at + 1)) return NONE;
      scanner.enter(tag);
      return at + 1;
    },
  };
}

/** `<T,>`, `<T extends U>` and `<T = U>` begin the type parameters of an arrow function. */
function isTypeParameter(scanner: Scanner, from: number): boolean {
  let at = from;
  while (isWord(scanner.unit(at))) at++;
  const next = scanner.skipBlanks(at);
  const mark = scanner.text.charAt(next);
  return mark === "," || mark === "=" || (next > at && scanner.text.startsWith("extends ", next));
}

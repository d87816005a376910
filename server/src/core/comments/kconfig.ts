import { hash } from "./commentRules.ts";
import { endOfIndented, indentBehind } from "./indentation.ts";
import type { Scanner } from "./scanner.ts";
import { doubleQuoted, singleQuoted } from "./stringRules.ts";
import { NONE, type Rule, Tokens } from "./tokens.ts";

/** `help` and the indented text under it, in which `#` and apostrophes are text. */
const help: Rule = {
  first: "h-",
  match(scanner, at) {
    const word = ["help", "---help---"].find((it) => scanner.text.startsWith(it, at));
    if (word === undefined || !scanner.isFirstOnLine(at)) return NONE;
    const end = scanner.lineEnd(at);
    if (scanner.skipBlanks(at + word.length) !== end) return NONE;
    return behindHelp(scanner, end);
  },
};

function behindHelp(scanner: Scanner, end: number): number {
  const indent = indentBehind(scanner, end);
  return indent === 0 ? end : endOfIndented(scanner, end, indent);
}

export const KCONFIG = new Tokens([hash, help, doubleQuoted, singleQuoted]);

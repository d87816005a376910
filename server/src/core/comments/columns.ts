import { isBlank, isLineEnd } from "./characters.ts";
import { lineComment } from "./commentRules.ts";
import type { Scanner } from "./scanner.ts";
import { quoted } from "./stringRules.ts";
import { NONE, type Rule, Tokens, type Where } from "./tokens.ts";

const inColumnOne: Where = (scanner, at) => scanner.isLineStart(at);

/** The column of `at`, from 1; no more than 8 is looked at. */
function columnOf(scanner: Scanner, at: number): number {
  for (let column = 1; column <= 7; column++)
    if (scanner.isLineStart(at - column + 1)) return column;
  return 8;
}

const quotes: readonly Rule[] = [
  quoted("'", { doubled: true, lines: "one" }),
  quoted('"', { doubled: true, lines: "one" }),
];

const bang = lineComment("!");

/** Fortran in free form. */
export const FORTRAN = new Tokens([bang, ...quotes]);

/** Fortran in fixed form: `C`, `c`, `*` or `!` in column 1; `!` in column 6 carries a line on. */
export const FIXED_FORTRAN = new Tokens([
  lineComment("C", inColumnOne),
  lineComment("c", inColumnOne),
  lineComment("*", inColumnOne),
  lineComment("!", (scanner, at) => columnOf(scanner, at) !== 6),
  ...quotes,
]);

const inColumnSeven: Where = (scanner, at) => columnOf(scanner, at) === 7;

/** `*>` anywhere; `*` or `/` in column 7, behind the sequence number; `*` in column 1. */
export const COBOL = new Tokens([
  lineComment("*>"),
  lineComment("*", (scanner, at) => inColumnSeven(scanner, at) || inColumnOne(scanner, at)),
  lineComment("/", inColumnSeven),
  ...quotes,
]);

/** Whether a word stands at `at`, in any case, with no letter behind it. */
export function wordComment(word: string, where: Where): Rule {
  return {
    first: word.charAt(0).toUpperCase() + word.charAt(0).toLowerCase(),
    match(scanner, at) {
      const behind = at + word.length;
      if (scanner.text.slice(at, behind).toUpperCase() !== word.toUpperCase()) return NONE;
      const next = scanner.unit(behind);
      if (behind < scanner.length && !isBlank(next) && !isLineEnd(next)) return NONE;
      if (!where(scanner, at)) return NONE;
      const end = scanner.lineEnd(behind);
      scanner.comment(at, behind, end, end);
      return end;
    },
  };
}

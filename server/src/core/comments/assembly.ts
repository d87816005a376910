import { APOSTROPHE, BACKSLASH, isBlank, isLineEnd, isWord } from "./characters.ts";
import { lineComment, semicolon, slashes, slashStar } from "./commentRules.ts";
import type { Scanner, Syntax } from "./scanner.ts";
import { doubleQuoted, quoted } from "./stringRules.ts";
import { type Rule, Tokens, type Where } from "./tokens.ts";

/** Lines that begin with `#` and are the preprocessor's. */
const DIRECTIVES = new Set(
  "define undef if ifdef ifndef elif else endif include include_next error warning pragma line ident".split(
    " ",
  ),
);

/** `#` at a line's start, unless a directive follows; within a line only before a blank or itself. */
const hashPlace: Where = (scanner, at) => {
  if (scanner.isFirstOnLine(at)) return !isDirective(scanner, at + 1);
  return isParted(scanner, at);
};

function isDirective(scanner: Scanner, from: number): boolean {
  const start = scanner.skipBlanks(from);
  let end = start;
  while (end < start + 13 && isWord(scanner.unit(end))) end++;
  return DIRECTIVES.has(scanner.text.slice(start, end));
}

/** A mark that is an operator or part of an operand in some dialects: blanks tell the comment. */
const isParted: Where = (scanner, at) => {
  if (!isBlank(scanner.unit(at - 1)) && !scanner.isLineStart(at)) return false;
  const mark = scanner.unit(at);
  const next = scanner.unit(at + 1);
  return isBlank(next) || isLineEnd(next) || next === mark || at + 1 >= scanner.length;
};

/** `'a'`, and `'a` as the GNU assembler has it: one character. */
const character: Rule = {
  first: "'",
  match(scanner, at) {
    if (isWord(scanner.unit(at - 1))) return at + 1;
    const end = scanner.unit(at + 1) === BACKSLASH ? at + 3 : at + 2;
    if (isLineEnd(scanner.unit(at + 1)) || end > scanner.length) return at + 1;
    if (isLineEnd(scanner.unit(end - 1))) return end - 1;
    return scanner.unit(end) === APOSTROPHE ? end + 1 : end;
  },
};

const common = [
  slashStar,
  slashes,
  lineComment("#", hashPlace),
  lineComment("@", isParted),
  lineComment("!", isParted),
  lineComment("|", (scanner, at) => scanner.isLineStart(at) && isParted(scanner, at)),
  doubleQuoted,
];

const notAfterWord: Where = (scanner, at) => !isWord(scanner.unit(at - 1));

const SEMICOLON = new Tokens([
  semicolon,
  ...common,
  quoted("'", { lines: "one", where: notAfterWord }),
]);

const GNU = new Tokens([...common, character]);

/**
 * Whether a line begins with `;` and says something: then it begins comments and does not part
 * instructions. IA-64 writes a bare `;;`.
 */
function hasSemicolonComments(scanner: Scanner): boolean {
  let at = scanner.text.indexOf(";");
  while (at !== -1) {
    let end = at;
    while (scanner.text.charAt(end) === ";") end++;
    if (scanner.isFirstOnLine(at) && saysSomething(scanner, scanner.skipBlanks(end))) return true;
    at = scanner.text.indexOf(";", end);
  }
  return false;
}

function saysSomething(scanner: Scanner, at: number): boolean {
  return isWord(scanner.unit(at)) || "*-=#@<".includes(scanner.text.charAt(at) || " ");
}

/** Assembly whose dialect shows in the text: `;` begins a comment or parts two instructions. */
export const GNU_ASSEMBLY: Syntax = {
  lex: (scanner) => (hasSemicolonComments(scanner) ? SEMICOLON : GNU).lex(scanner),
};

/** Assembly of NASM, MASM and their kin: `;` begins a comment. */
export const SEMICOLON_ASSEMBLY: Syntax = SEMICOLON;

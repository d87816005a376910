import { C } from "./cFamily.ts";
import { isLineEnd } from "./characters.ts";
import { hash, lineComment, percent } from "./commentRules.ts";
import { attributeMark } from "./quoteMarks.ts";
import type { Scanner, Syntax } from "./scanner.ts";
import { quoted } from "./stringRules.ts";
import { NONE, type Rule, Tokens } from "./tokens.ts";

/** Whether nothing but the mark at `at` stands in its line. */
function isAlone(scanner: Scanner, at: number): boolean {
  const end = scanner.skipBlanks(at + 2);
  return scanner.isFirstOnLine(at) && (end >= scanner.length || isLineEnd(scanner.unit(end)));
}

/** `%{` … `%}`, each alone on its line; they nest. Octave has `#{` too. */
const blockComment: Rule = {
  first: "%#",
  match(scanner, at) {
    if (scanner.text.charAt(at + 1) !== "{" || !isAlone(scanner, at)) return NONE;
    let depth = 1;
    let line = scanner.nextLine(at);
    while (line < scanner.length) {
      const mark = scanner.skipBlanks(line);
      if (isMark(scanner, mark, "{")) depth++;
      else if (isMark(scanner, mark, "}")) depth--;
      if (depth === 0) {
        scanner.comment(at, at + 2, mark, mark + 2);
        return mark + 2;
      }
      line = scanner.nextLine(line);
    }
    scanner.comment(at, at + 2, scanner.length, scanner.length);
    return scanner.length;
  },
};

function isMark(scanner: Scanner, at: number, bracket: string): boolean {
  const mark = scanner.text.charAt(at);
  if (mark !== "%" && mark !== "#") return false;
  return scanner.text.charAt(at + 1) === bracket && isAlone(scanner, at);
}

const MATLAB_TOKENS = new Tokens([
  blockComment,
  percent,
  hash,
  lineComment("..."),
  attributeMark,
  quoted("'", { doubled: true, lines: "one" }),
  quoted('"', { doubled: true, lines: "one" }),
]);

const OBJECTIVE_C_MARKS = ["#import", "#include", "@interface", "@implementation", "@end"];

/** Whether any line begins as only Objective-C's do. */
function isObjectiveC(text: string): boolean {
  return OBJECTIVE_C_MARKS.some(
    (mark) => text.startsWith(mark) || text.includes(`\n${mark}`) || text.includes(`\r${mark}`),
  );
}

/** MATLAB and Octave; Objective-C where the text is, for both have the extension `.m`. */
export const MATLAB: Syntax = {
  lex: (scanner) => (isObjectiveC(scanner.text) ? C : MATLAB_TOKENS).lex(scanner),
};

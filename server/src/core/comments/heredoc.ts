import { APOSTROPHE, isBlank, isLineEnd, isWord, isWordStart, QUOTE, TAB } from "./characters.ts";
import type { Heredoc, Scanner } from "./scanner.ts";
import { NONE, type Rule, type Where } from "./tokens.ts";

/** How a language announces a heredoc behind `<<`. */
export interface HeredocShape {
  readonly open: string;
  /** The marks behind `<<` that allow blanks before the terminator; `*` where it needs none. */
  readonly indents: string;
  /** What may be stripped before the terminator. */
  readonly indentedBy: "blanks" | "tabs";
  /** Whether blanks may stand between `<<` and the word. */
  readonly allowsBlanks?: boolean;
  readonly where?: Where;
}

/** Announces a heredoc; its lines are passed over by `heredocLines`. */
export function heredoc(shape: HeredocShape): Rule {
  return {
    first: shape.open.charAt(0),
    open: shape.open,
    match(scanner, at) {
      if (!scanner.text.startsWith(shape.open, at)) return NONE;
      if (shape.where !== undefined && !shape.where(scanner, at)) return NONE;
      let word = at + shape.open.length;
      const isIndented = shape.indents.includes(scanner.text.charAt(word)) && word < scanner.length;
      if (isIndented) word++;
      if (shape.allowsBlanks) word = scanner.skipBlanks(word);
      const found = terminatorAt(scanner, word);
      if (found === undefined) return NONE;
      const stripped = isIndented || shape.indents.startsWith("*") ? shape.indentedBy : "nothing";
      scanner.heredocs.push({ terminator: found.terminator, stripped });
      return found.end;
    },
  };
}

function terminatorAt(
  scanner: Scanner,
  at: number,
): { terminator: string; end: number } | undefined {
  const unit = scanner.unit(at);
  if (unit === QUOTE || unit === APOSTROPHE) {
    let end = at + 1;
    while (end < scanner.length && scanner.unit(end) !== unit && !isLineEnd(scanner.unit(end)))
      end++;
    if (scanner.unit(end) !== unit) return undefined;
    return { terminator: scanner.text.slice(at + 1, end), end: end + 1 };
  }
  const start = scanner.text.charAt(at) === "\\" ? at + 1 : at;
  if (!isWordStart(scanner.unit(start))) return undefined;
  let end = start;
  while (isWord(scanner.unit(end))) end++;
  return { terminator: scanner.text.slice(start, end), end };
}

/** At a line end: passes over the lines of the heredocs that were announced. */
export const heredocLines: Rule = {
  first: "\n\r",
  match(scanner, at) {
    if (scanner.heredocs.length === 0) return NONE;
    let next = at;
    for (const announced of scanner.heredocs) next = lastLineOf(scanner, next, announced);
    scanner.heredocs.length = 0;
    return Math.max(next, at + 1);
  },
};

/** The end of the terminator's line; `at` is the end of the line before the heredoc's first. */
function lastLineOf(scanner: Scanner, at: number, { terminator, stripped }: Heredoc): number {
  let end = at;
  while (end < scanner.length) {
    const start = scanner.behindLineEnd(end);
    end = scanner.lineEnd(start);
    let word = start;
    if (stripped === "blanks") word = scanner.skipBlanks(start);
    if (stripped === "tabs") while (scanner.unit(word) === TAB) word++;
    if (end - word === terminator.length && scanner.text.startsWith(terminator, word)) return end;
  }
  return scanner.length;
}

/** Whether `<<` begins a heredoc and is no shift: a blank before it, none behind. */
export const looksLikeHeredoc: Where = (scanner, at) =>
  !isBlank(scanner.unit(at + 2)) && !isWord(scanner.unit(at - 1));

import { HASH, isBlank, isDigit, isLineEnd } from "./characters.ts";
import { lineComment } from "./commentRules.ts";
import type { Scanner } from "./scanner.ts";
import { quoted } from "./stringRules.ts";
import { NONE, type Rule, Tokens, type Where } from "./tokens.ts";

/** Behind a blank or at a line's start. */
export const behindBlank: Where = (scanner, at) =>
  scanner.isLineStart(at) || isBlank(scanner.unit(at - 1));

/** Where a value may begin, so that a quote opens a string and is no apostrophe. */
const startsValue: Where = (scanner, at) => {
  const end = scanner.skipBlanksBack(at);
  if (scanner.isLineStart(end)) return true;
  const mark = scanner.text.charAt(end - 1);
  if (mark === "[" || mark === "{" || mark === ",") return scanner.depth > 0;
  if (mark === ":") return end < at || scanner.depth > 0;
  if (end === at) return false;
  const isMark = mark === "-" || mark === "?";
  return (isMark && isIndicator(scanner, end - 1)) || isProperty(scanner, end);
};

/** Whether the dash begins an entry: only blanks and other indicators stand before it. */
function isIndicator(scanner: Scanner, at: number): boolean {
  const end = scanner.skipBlanksBack(at);
  if (scanner.isLineStart(end)) return true;
  return end < at && ":-?".includes(scanner.text.charAt(end - 1));
}

/** Whether a tag, an anchor or the mark of a document ends here: `!!str "x"`. */
function isProperty(scanner: Scanner, end: number): boolean {
  let start = end;
  while (start > 0 && !isBlank(scanner.unit(start - 1)) && !isLineEnd(scanner.unit(start - 1))) {
    start--;
  }
  const mark = scanner.text.charAt(start);
  return mark === "!" || mark === "&" || scanner.text.slice(start, end) === "---";
}

/** Brackets of the flow style: in them a comma parts values. */
const flow: Rule = {
  first: "[]{}",
  match(scanner, at) {
    const mark = scanner.text.charAt(at);
    if (mark === "[" || mark === "{") {
      if (startsValue(scanner, at)) scanner.depth++;
    } else if (scanner.depth > 0) scanner.depth--;
    return at + 1;
  },
};

/** The lines of a `|` or `>` scalar: all that are deeper than what holds them. */
const blockScalar: Rule = {
  first: "|>",
  match(scanner, at) {
    if (scanner.depth > 0 || scanner.isFirstOnLine(at) || !startsValue(scanner, at)) return NONE;
    let end = at + 1;
    while (isDigit(scanner.unit(end)) || "+-".includes(scanner.text.charAt(end) || " ")) end++;
    const rest = scanner.skipBlanks(end);
    const hasComment = rest > end && scanner.unit(rest) === HASH;
    if (rest < scanner.length && !isLineEnd(scanner.unit(rest)) && !hasComment) return NONE;
    if (hasComment) comment.match(scanner, rest);
    return behindDeeperLines(scanner, rest, indentOfHolder(scanner, at));
  },
};

/** The column of the key or dash that holds the scalar; -1 for the document itself. */
function indentOfHolder(scanner: Scanner, at: number): number {
  let line = at;
  while (!scanner.isLineStart(line)) line--;
  if (scanner.text.startsWith("---", line)) return -1;
  let holder = scanner.skipBlanks(line);
  for (;;) {
    const mark = scanner.text.charAt(holder);
    const next = scanner.skipBlanks(holder + 1);
    if ((mark !== "-" && mark !== "?") || next === holder + 1 || next >= at) break;
    holder = next;
  }
  return holder >= at ? -1 : holder - line;
}

/** The first line says how deep the others are; what is less deep ends the scalar. */
function behindDeeperLines(scanner: Scanner, from: number, holder: number): number {
  let end = scanner.lineEnd(from);
  let depth = holder + 1;
  for (let isFirst = true; end < scanner.length; ) {
    const line = scanner.behindLineEnd(end);
    const content = scanner.skipBlanks(line);
    const isEmpty = content >= scanner.length || isLineEnd(scanner.unit(content));
    if (!isEmpty) {
      if (content - line < depth || isDocumentMark(scanner, line)) return end;
      if (isFirst) depth = content - line;
      isFirst = false;
    }
    end = scanner.lineEnd(content);
  }
  return scanner.length;
}

function isDocumentMark(scanner: Scanner, line: number): boolean {
  return scanner.text.startsWith("---", line) || scanner.text.startsWith("...", line);
}

const comment = lineComment("#", behindBlank);

export const YAML = new Tokens([
  comment,
  quoted('"', { escape: "\\", lines: "many", where: startsValue }),
  quoted("'", { doubled: true, lines: "many", where: startsValue }),
  flow,
  blockScalar,
]);

import { isBlank, isLineEnd, isWord } from "./characters.ts";
import { endOfIndented, indentBehind, indentOf } from "./indentation.ts";
import type { Code, Scanner, Syntax } from "./scanner.ts";

/** Directives whose text is no reStructuredText. */
const LITERAL_DIRECTIVES = new Set(
  "code-block code sourcecode parsed-literal literalinclude highlight math raw graphviz uml".split(
    " ",
  ),
);

/** The name of the directive `.. name:: …` at `at`; empty where there is none. */
function directiveAt(scanner: Scanner, at: number): string {
  let end = at;
  while (isWord(scanner.unit(end)) || "-:+.".includes(scanner.text.charAt(end) || " ")) {
    if (scanner.text.startsWith("::", end)) return scanner.text.slice(at, end);
    end++;
  }
  return "";
}

/** Whether the mark-up at `at`, behind `..`, is something else than a comment. */
function isMarkup(scanner: Scanner, at: number): boolean {
  const mark = scanner.text.charAt(at);
  const line = scanner.text.slice(at, scanner.lineEnd(at));
  if (mark === "_") return line.includes(":") || line.startsWith("__");
  if (mark === "[") return line.includes("]");
  if (mark === "|") return line.includes("|", 1);
  return directiveAt(scanner, at) !== "";
}

/** Reads the explicit mark-up at `at`; returns the end of what has been read. */
function explicitMarkup(scanner: Scanner, at: number, indent: number): number {
  const text = scanner.skipBlanks(at + 2);
  const lineEnd = scanner.lineEnd(at);
  if (isMarkup(scanner, text)) {
    const isLiteral = LITERAL_DIRECTIVES.has(directiveAt(scanner, text));
    return isLiteral ? endOfIndented(scanner, lineEnd, indent + 1) : lineEnd;
  }
  const isEmpty = text >= lineEnd && isEmptyLine(scanner, scanner.behindLineEnd(lineEnd));
  const end = isEmpty ? lineEnd : endOfIndented(scanner, lineEnd, indent + 1);
  scanner.comment(at, at + 2, end, end);
  return end;
}

function isEmptyLine(scanner: Scanner, line: number): boolean {
  return indentOf(scanner, line) === Number.POSITIVE_INFINITY;
}

/** Whether the line ends with `::`, so that the indented lines under it are literal. */
function announcesLiteral(scanner: Scanner, end: number): boolean {
  return scanner.text.startsWith("::", scanner.skipBlanksBack(end) - 2);
}

function isExplicitMarkup(scanner: Scanner, at: number): boolean {
  const behind = scanner.unit(at + 2);
  if (!scanner.text.startsWith("..", at)) return false;
  return isBlank(behind) || isLineEnd(behind) || at + 2 === scanner.length;
}

/** Reads line by line. */
const lines: Code = {
  run(scanner, from) {
    let line = from;
    while (line < scanner.limit) {
      const at = scanner.skipBlanks(line);
      const end = scanner.lineEnd(line);
      const indent = indentOf(scanner, line);
      let last = end;
      if (isExplicitMarkup(scanner, at)) last = explicitMarkup(scanner, at, indent);
      else if (announcesLiteral(scanner, end) && indentBehind(scanner, end) > indent) {
        last = endOfIndented(scanner, end, indent + 1);
      }
      line = scanner.behindLineEnd(last);
    }
    return line;
  },
  within: () => lines,
};

/** reStructuredText: `..` and what is indented under it, unless it is a directive or a target. */
export const RESTRUCTURED_TEXT: Syntax = { lex: (scanner) => scanner.read(lines) };

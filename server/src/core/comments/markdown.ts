import { isLineEnd } from "./characters.ts";
import { blockComment } from "./commentRules.ts";
import { htmlComment } from "./html.ts";
import type { Scanner, Syntax } from "./scanner.ts";
import { NONE, type Rule, Tokens } from "./tokens.ts";
import { YAML } from "./yaml.ts";

/** How many times the mark at `at` is repeated. */
function runLength(scanner: Scanner, at: number): number {
  const unit = scanner.unit(at);
  let end = at;
  while (scanner.unit(end) === unit) end++;
  return end - at;
}

/** Whether a mark stands in the rest of the line. */
function hasMark(scanner: Scanner, from: number, mark: string): boolean {
  return scanner.text.slice(from, scanner.lineEnd(from)).includes(mark);
}

/** A block of code between fences: up to a fence that is as long, or to the end. */
const fence: Rule = {
  first: "`~",
  match(scanner, at) {
    if (!scanner.isFirstOnLine(at)) return NONE;
    const length = runLength(scanner, at);
    if (length < 3) return NONE;
    const mark = scanner.text.charAt(at);
    if (mark === "`" && hasMark(scanner, at + length, "`")) return NONE;
    let line = scanner.nextLine(at);
    while (line < scanner.length) {
      const begin = scanner.skipBlanks(line);
      if (scanner.text.charAt(begin) === mark && runLength(scanner, begin) >= length) {
        const end = begin + runLength(scanner, begin);
        if (scanner.skipBlanks(end) === scanner.lineEnd(line)) return end;
      }
      line = scanner.nextLine(line);
    }
    return scanner.length;
  },
};

/** Longer runs of backticks are not looked for: the search must stay linear. */
const LONGEST_RUN = 16;

/** A span of code: up to as many backticks, in the same paragraph. */
const codeSpan: Rule = {
  first: "`",
  match(scanner, at) {
    const length = runLength(scanner, at);
    if (length > LONGEST_RUN) return at + length;
    const end = behindSpan(scanner, at + length, length);
    return end === NONE ? at + length : end;
  },
};

function behindSpan(scanner: Scanner, from: number, length: number): number {
  const failed = scanner.openers[length] ?? 0;
  if (from <= failed) return NONE;
  let at = from;
  while (at < scanner.length) {
    if (scanner.text.charAt(at) === "`") {
      const run = runLength(scanner, at);
      at += run;
      if (run === length) return at;
    } else if (isLineEnd(scanner.unit(at)) && isBlankLine(scanner, scanner.behindLineEnd(at)))
      break;
    else at++;
  }
  scanner.openers[length] = at;
  return NONE;
}

function isBlankLine(scanner: Scanner, line: number): boolean {
  const end = scanner.skipBlanks(line);
  return end >= scanner.length || isLineEnd(scanner.unit(end));
}

const escaped: Rule = { first: "\\", match: (scanner, at) => scanner.behindEscape(at) };

/** Offset behind the head of a page: YAML between lines of three dashes. */
function behindHead(scanner: Scanner): number {
  if (!scanner.text.startsWith("---") || scanner.lineEnd(0) !== 3) return 0;
  const from = scanner.nextLine(0);
  for (let line = from; line < scanner.length; line = scanner.nextLine(line)) {
    if (!scanner.text.startsWith("---", line) || scanner.lineEnd(line) !== line + 3) continue;
    scanner.embed(YAML, from, line);
    return line + 3;
  }
  return 0;
}

function markdown(...rules: readonly Rule[]): Syntax {
  const body = new Tokens([fence, codeSpan, escaped, htmlComment, ...rules]);
  return {
    lex(scanner) {
      scanner.embed(body, behindHead(scanner), scanner.length);
    },
  };
}

/** Markdown: HTML comments outside code. */
export const MARKDOWN = markdown();

/** Markdown with elements, and their comments in braces. */
export const MDX = markdown(blockComment("{/*", "*/}"));

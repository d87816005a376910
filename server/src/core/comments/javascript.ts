import { BACKSLASH, isDigit, isLineEnd, isWord, SLASH } from "./characters.ts";
import { hash, slashes, slashStar } from "./commentRules.ts";
import { jsxElement } from "./jsx.ts";
import type { Scanner } from "./scanner.ts";
import { codeIn, doubleQuoted, quoted, singleQuoted } from "./stringRules.ts";
import { NONE, type Rule, Tokens } from "./tokens.ts";

/** Kinds of opening brackets: what may follow the closing one depends on them. */
const GROUP = 0;
const CONTROL = 1;
const BLOCK = 2;
const OBJECT = 3;

const CONTROL_WORDS = new Set(["if", "while", "for", "with"]);

/** Words behind which an expression begins. */
const OPERATOR_WORDS = new Set(
  "return typeof case in of instanceof new delete void throw do else yield await default".split(
    " ",
  ),
);
const BLOCK_WORDS = new Set(["do", "else"]);
const LONGEST_WORD = 10;

/** The keyword that ends before `end`; empty where a name, a number or a member stands there. */
function keywordBefore(scanner: Scanner, end: number): string {
  let start = end;
  while (end - start <= LONGEST_WORD && isName(scanner.unit(start - 1))) start--;
  if (isName(scanner.unit(start - 1)) || scanner.text.charAt(start - 1) === ".") return "";
  return scanner.text.slice(start, end);
}

function isName(unit: number): boolean {
  return isWord(unit) || unit === 36;
}

/** Whether an operand may begin at `at`: a regular expression or an element, and no operator. */
export function isOperandPlace(scanner: Scanner, at: number): boolean {
  const end = scanner.behindCode(at);
  if (end === 0) return true;
  const unit = scanner.unit(end - 1);
  if (isName(unit)) return OPERATOR_WORDS.has(keywordBefore(scanner, end));
  switch (scanner.text.charAt(end - 1)) {
    case ")":
      return closedKind(scanner) === CONTROL;
    case "}":
      return closedKind(scanner) === BLOCK;
    case "]":
    case '"':
    case "'":
    case "`":
      return false;
    case "+":
    case "-":
      return scanner.unit(end - 2) !== unit;
    case "!":
      return !isOperandEnd(scanner.unit(end - 2));
    default:
      return true;
  }
}

function isOperandEnd(unit: number): boolean {
  return isName(unit) || unit === 41 || unit === 93;
}

/** So many look-aheads may fail before the rest of the line is taken to hold no expression. */
const MISSES = 32;

/** `/…/flags` where an operand may begin and the line closes it. */
export const regularExpression: Rule = {
  first: "/",
  match(scanner, at) {
    if (at < scanner.barrenUntil || !isOperandPlace(scanner, at)) return NONE;
    const end = behindRegularExpression(scanner, at + 1);
    if (end === NONE && ++scanner.misses % MISSES === 0) scanner.barrenUntil = scanner.lineEnd(at);
    return end;
  },
};

function behindRegularExpression(scanner: Scanner, from: number): number {
  let isInClass = false;
  for (let at = from; at < scanner.length; at++) {
    const unit = scanner.unit(at);
    if (isLineEnd(unit)) return NONE;
    if (unit === BACKSLASH) {
      if (isLineEnd(scanner.unit(at + 1))) return NONE;
      at++;
    } else if (unit === 91) isInClass = true;
    else if (unit === 93) isInClass = false;
    else if (unit === SLASH && !isInClass) return at + 1;
  }
  return NONE;
}

function isBlock(scanner: Scanner, at: number): boolean {
  const end = scanner.behindCode(at);
  if (end === 0) return true;
  if (isName(scanner.unit(end - 1))) {
    const word = keywordBefore(scanner, end);
    return BLOCK_WORDS.has(word) || !(OPERATOR_WORDS.has(word) || isDigit(word.charCodeAt(0)));
  }
  return ");{}>]".includes(scanner.text.charAt(end - 1));
}

function isControl(scanner: Scanner, at: number): boolean {
  return CONTROL_WORDS.has(keywordBefore(scanner, scanner.behindCode(at)));
}

/** For `closed`: a bracket closed that nothing had opened. */
const NOTHING_OPEN = -1;

/** What the last bracket closed. It is seldom asked, and only then is looked before what opened it. */
function closedKind(scanner: Scanner): number {
  if (scanner.closed === NOTHING_OPEN) return BLOCK;
  const open = scanner.closed - 1;
  if (open < 0) return GROUP;
  if (scanner.text.charAt(open) === "{") return isBlock(scanner, open) ? BLOCK : OBJECT;
  return isControl(scanner, open) ? CONTROL : GROUP;
}

/** Remembers where each bracket was opened, to tell a regular expression from a division. */
export const brackets: Rule = {
  first: "(){}",
  match(scanner, at) {
    const unit = scanner.unit(at);
    if (unit === 40 || unit === 123) scanner.openers.push(at + 1);
    else scanner.closed = scanner.openers.pop() ?? NOTHING_OPEN;
    return at + 1;
  },
};

const hashbang: Rule = {
  first: "#",
  match: (scanner, at) => (at === 0 && scanner.text.startsWith("#!") ? scanner.lineEnd(at) : NONE),
};

const template = quoted("`", {
  escape: "\\",
  lines: "many",
  interpolations: [codeIn("${", "}")],
});

const tokens = [
  slashes,
  slashStar,
  regularExpression,
  doubleQuoted,
  singleQuoted,
  template,
  brackets,
  hashbang,
];

export const TYPESCRIPT = new Tokens(tokens);

/** JavaScript and TypeScript with elements: `<a>// no comment</a>`. */
export const JSX = new Tokens([...tokens, jsxElement(isOperandPlace)]);

/** JSON with comments. */
export const JSONC = new Tokens([slashes, slashStar, doubleQuoted, singleQuoted]);

/** Awk, whose patterns may hold quotes and `#`. */
export const AWK = new Tokens([hash, regularExpression, doubleQuoted, brackets]);

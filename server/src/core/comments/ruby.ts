import { BACKSLASH, isBlank, isLineEnd, isWord, isWordStart } from "./characters.ts";
import { atLineStart, hash } from "./commentRules.ts";
import { delimited } from "./delimited.ts";
import { heredoc, heredocLines } from "./heredoc.ts";
import type { Scanner } from "./scanner.ts";
import { codeIn, quoted, singleQuotedLines } from "./stringRules.ts";
import { NONE, type Rule, Tokens, type Where } from "./tokens.ts";

const OPERATOR_WORDS = new Set(
  "and or not if unless while until when in then do else elsif return case yield".split(" "),
);

/** Whether an operand must begin here: nothing that could be divided stands before. */
const isBehindOperator: Where = (scanner, at) => {
  const end = scanner.skipBlanksBack(at);
  const unit = scanner.unit(end - 1);
  if (end === 0 || isLineEnd(unit)) return true;
  if (!isWord(unit)) return !")]}\"'`".includes(scanner.text.charAt(end - 1));
  return OPERATOR_WORDS.has(
    scanner.text
      .slice(Math.max(0, end - 8), end)
      .split(/\W/)
      .pop() ?? "",
  );
};

/** Whether a command's first argument may begin here: `split /x/`. */
const isArgumentPlace: Where = (scanner, at) =>
  isBlank(scanner.unit(at - 1)) &&
  isWord(scanner.unit(scanner.skipBlanksBack(at) - 1)) &&
  !isBlank(scanner.unit(at + 1)) &&
  scanner.text.charAt(at + 1) !== "=";

const isOperandPlace: Where = (scanner, at) =>
  isBehindOperator(scanner, at) || isArgumentPlace(scanner, at);

/** `=begin` … `=end`, each at a line's start. */
const blockComment: Rule = {
  first: "=",
  match(scanner, at) {
    if (!atLineStart(scanner, at) || !scanner.text.startsWith("=begin", at)) return NONE;
    const contentStart = at + "=begin".length;
    if (isWord(scanner.unit(contentStart))) return NONE;
    let line = scanner.nextLine(at);
    while (line < scanner.length && !scanner.text.startsWith("=end", line)) {
      line = scanner.nextLine(line);
    }
    const end = scanner.lineEnd(line);
    scanner.comment(at, contentStart, line, end);
    return Math.max(end, contentStart);
  },
};

/** `__END__` on a line of its own: all behind it is data. */
const endOfProgram: Rule = {
  first: "_",
  match(scanner, at) {
    if (!atLineStart(scanner, at) || !scanner.text.startsWith("__END__", at)) return NONE;
    const end = scanner.lineEnd(at);
    return end === at + "__END__".length ? scanner.length : NONE;
  },
};

/** `?#`, `?"`: one character. */
const character: Rule = {
  first: "?",
  match(scanner, at) {
    if (isWord(scanner.unit(at - 1)) || !isOperandPlace(scanner, at)) return NONE;
    const unit = scanner.unit(at + 1);
    if (isBlank(unit) || isLineEnd(unit) || at + 1 >= scanner.length) return NONE;
    if (unit === BACKSLASH) return scanner.behindEscape(at + 1);
    return isWord(scanner.unit(at + 2)) ? NONE : at + 2;
  },
};

/** `$"`, `$'`, `$#`, `$/`: variables whose name is a mark. */
const globalVariable: Rule = {
  first: "$",
  match: (scanner, at) => ("\"'`/;#".includes(scanner.text.charAt(at + 1) || " ") ? at + 2 : NONE),
};

/** `:"`, `:/`: symbols; a quoted symbol is a string. */
const symbol: Rule = {
  first: ":",
  match: (scanner, at) =>
    "/%`<".includes(scanner.text.charAt(at + 1) || " ") && !isWord(scanner.unit(at - 1))
      ? at + 2
      : NONE,
};

const interpolations = [codeIn("#{", "}")];
const SHAPE = { escape: "\\", lines: "many", interpolations } as const;

/** `%w[…]`, `%q(…)`, `%(…)`. */
const percentLiteral: Rule = {
  first: "%",
  match(scanner, at) {
    if (!isOperandPlace(scanner, at)) return NONE;
    const hasKind = "qQwWiIrsx".includes(scanner.text.charAt(at + 1) || " ");
    const open = at + (hasKind ? 2 : 1);
    if (
      isNoDelimiter(scanner, open) ||
      (!hasKind && !"([{<|!/".includes(scanner.text.charAt(open)))
    )
      return NONE;
    return delimited(scanner, open, interpolations);
  },
};

function isNoDelimiter(scanner: Scanner, at: number): boolean {
  const unit = scanner.unit(at);
  return at >= scanner.length || isWord(unit) || isBlank(unit) || isLineEnd(unit);
}

const isHeredocPlace: Where = (scanner, at) => {
  const mark = scanner.text.charAt(at + 2);
  if (mark === "~" || mark === "-")
    return isWordStart(scanner.unit(at + 3)) || isQuote(scanner, at + 3);
  return isOperandPlace(scanner, at) && (/[A-Z]/.test(mark) || isQuote(scanner, at + 2));
};

function isQuote(scanner: Scanner, at: number): boolean {
  return "\"'`".includes(scanner.text.charAt(at) || " ");
}

export const RUBY = new Tokens([
  hash,
  blockComment,
  endOfProgram,
  heredocLines,
  heredoc({ open: "<<", indents: "~-", indentedBy: "blanks", where: isHeredocPlace }),
  character,
  globalVariable,
  symbol,
  percentLiteral,
  quoted('"', SHAPE),
  quoted("`", SHAPE),
  singleQuotedLines,
  quoted("/", { ...SHAPE, where: isBehindOperator }),
  quoted("/", { ...SHAPE, lines: "one", where: isArgumentPlace }),
]);

import { isBlank, isLineEnd, isWord } from "./characters.ts";
import { atLineStart, hash, plain } from "./commentRules.ts";
import { delimited } from "./delimited.ts";
import { heredoc, heredocLines, looksLikeHeredoc } from "./heredoc.ts";
import type { Scanner } from "./scanner.ts";
import { doubleQuotedLines, quoted, StringMode, singleQuotedLines } from "./stringRules.ts";
import { NONE, type Rule, Tokens, type Where } from "./tokens.ts";

/** Documentation: from `=word` at a line's start to the line behind `=cut`. */
const pod: Rule = {
  first: "=",
  match(scanner, at) {
    if (scanner.text.charAt(at) !== "=" || !atLineStart(scanner, at)) return NONE;
    if (!/[a-zA-Z]/.test(scanner.text.charAt(at + 1))) return NONE;
    return podFrom(scanner, at);
  },
};

function podFrom(scanner: Scanner, at: number): number {
  let line = at;
  while (line < scanner.length && !isCut(scanner, line)) line = scanner.nextLine(line);
  const end = scanner.lineEnd(line);
  scanner.comment(at, at + 1, Math.max(line, at + 1), Math.max(end, at + 1));
  return Math.max(end, at + 1);
}

function isCut(scanner: Scanner, line: number): boolean {
  return scanner.text.startsWith("=cut", line) && !isWord(scanner.unit(line + 4));
}

/** `__END__` and `__DATA__`: behind them only documentation is read. */
const endOfProgram: Rule = {
  first: "_",
  match(scanner, at) {
    if (!atLineStart(scanner, at)) return NONE;
    const { text } = scanner;
    if (!text.startsWith("__END__", at) && !text.startsWith("__DATA__", at)) return NONE;
    let line = scanner.nextLine(at);
    while (line < scanner.length) {
      const next = pod.match(scanner, line);
      line = scanner.nextLine(next === NONE ? line : next);
    }
    return scanner.length;
  },
};

/** `$#list`, `$"`, `$'`, `${`: variables whose name is a mark. */
const markVariable: Rule = {
  first: "$",
  match(scanner, at) {
    const mark = scanner.text.charAt(at + 1);
    return mark !== "" && "#\"'`/;".includes(mark) ? at + 2 : NONE;
  },
};

const OPERAND_WORDS =
  /(?:^|[^\w$@%&>])(?:and|or|not|if|unless|while|until|return|split|grep|map|x|join|push|when|lt|gt|le|ge|eq|ne|cmp|xor)$/;

/** Whether a `/` divides nothing here and so begins a pattern. */
const isOperandPlace: Where = (scanner, at) => {
  const end = scanner.behindCode(at);
  const unit = scanner.unit(end - 1);
  if (end === 0) return true;
  if (isWord(unit)) return OPERAND_WORDS.test(scanner.text.slice(Math.max(0, end - 8), end));
  return !")]}>\"'`$".includes(scanner.text.charAt(end - 1));
};

/** `/…/`, over lines too: with the flag `x` a pattern has remarks of its own. */
const pattern = quoted("/", { escape: "\\", lines: "many", where: isOperandPlace });

/** `<< "NAME"`: only a quoted name may stand apart. */
const isParted: Where = (scanner, at) =>
  isBlank(scanner.unit(at + 2)) &&
  "\"'".includes(scanner.text.charAt(scanner.skipBlanks(at + 2)) || " ");

/** How many delimited parts follow a quote-like word. */
const PARTS: Readonly<Record<string, number>> = {
  q: 1,
  qq: 1,
  qw: 1,
  qr: 1,
  qx: 1,
  m: 1,
  s: 2,
  y: 2,
  tr: 2,
};

/** Before a letter they make it a name, a file test, or the flag of a pattern: `$s`, `-s`, `m/x/s`. */
const SIGILS_AND_ENDS = "$@%&*>-/}])|#'\"";

/** `q{…}`, `qw(…)`, `m#…#`, `s{…}{…}`, `tr/…/…/`. */
const quoteLike: Rule = {
  first: "qmsyt",
  match(scanner, at) {
    if (isWord(scanner.unit(at - 1))) return NONE;
    if (SIGILS_AND_ENDS.includes(scanner.text.charAt(at - 1) || " ")) return NONE;
    let word = at + 1;
    while (word < at + 3 && isWord(scanner.unit(word))) word++;
    const parts = PARTS[scanner.text.slice(at, word)];
    if (parts === undefined || isWord(scanner.unit(word))) return NONE;
    const open = delimiterBehind(scanner, word);
    if (open === NONE || isNamed(scanner, at)) return NONE;
    if (open > word && scanner.text.charAt(at - 1) === ",") return NONE;
    if (parts === 2) scanner.enter(secondPart(scanner, open));
    return delimited(scanner, open);
  },
};

/** Whether `sub` stands before: then the word is a name. */
function isNamed(scanner: Scanner, at: number): boolean {
  const end = scanner.skipBlanksBack(at);
  return end < at && scanner.text.slice(Math.max(0, end - 3), end) === "sub";
}

/** Where the delimiter stands, unless the word is a name: `s => 1`, `{y}`, `m, 2`. */
function delimiterBehind(scanner: Scanner, word: number): number {
  const { text } = scanner;
  const at = scanner.skipBlanks(word);
  const mark = text.charAt(at);
  if (mark === "" || isLineEnd(scanner.unit(at)) || ";)}".includes(mark)) return NONE;
  if (mark === "," && (at > word || isBlank(scanner.unit(at + 1)))) return NONE;
  if (mark === "=" && (at > word || text.charAt(at + 1) === ">")) return NONE;
  if (mark === "#" && at > word) return NONE;
  if (isWord(scanner.unit(at))) return NONE;
  return at;
}

/** The replacement of `s…` and `tr…`: behind brackets it has delimiters of its own. */
function secondPart(scanner: Scanner, open: number): StringMode | typeof betweenParts {
  const mark = scanner.text.charAt(open);
  return "([{<".includes(mark)
    ? betweenParts
    : new StringMode(mark, { escape: "\\", lines: "many" });
}

const betweenParts = {
  run(scanner: Scanner, from: number): number {
    let at = from;
    while (isBlank(scanner.unit(at)) || isLineEnd(scanner.unit(at))) at++;
    scanner.leave();
    return at >= scanner.length ? at : delimited(scanner, at);
  },
};

/** Perl; `//` divides nothing, be it an operator or an empty pattern. */
export const PERL = new Tokens([
  hash,
  pod,
  endOfProgram,
  heredocLines,
  heredoc({
    open: "<<",
    indents: "~",
    indentedBy: "blanks",
    allowsBlanks: true,
    where: (scanner, at) => looksLikeHeredoc(scanner, at) || isParted(scanner, at),
  }),
  markVariable,
  quoteLike,
  doubleQuotedLines,
  singleQuotedLines,
  plain("//"),
  pattern,
]);

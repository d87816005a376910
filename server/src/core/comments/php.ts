import { isLineEnd, isWord } from "./characters.ts";
import { slashStar } from "./commentRules.ts";
import { htmlComment } from "./html.ts";
import type { Mode, Scanner } from "./scanner.ts";
import { type Interpolation, quoted, singleQuotedLines } from "./stringRules.ts";
import { NONE, type Rule, Tokens } from "./tokens.ts";

/** `//` and `#` end with their line or with `?>`; `#[` begins an attribute. */
function lineComment(open: string): Rule {
  return {
    first: open.charAt(0),
    open,
    match(scanner, at) {
      const { text } = scanner;
      if (!text.startsWith(open, at) || text.startsWith("#[", at)) return NONE;
      let end = at + open.length;
      while (end < scanner.length && !isLineEnd(scanner.unit(end)) && !text.startsWith("?>", end)) {
        end++;
      }
      scanner.comment(at, at + open.length, end, end);
      return end;
    },
  };
}

const closeTag: Rule = {
  first: "?",
  match(scanner, at) {
    if (!scanner.text.startsWith("?>", at)) return NONE;
    scanner.leave();
    return at + 2;
  },
};

/** `<<<NAME`, `<<<"NAME"`, `<<<'NAME'`: up to a line that begins with the name. */
const heredoc: Rule = {
  first: "<",
  match(scanner, at) {
    if (!scanner.text.startsWith("<<<", at)) return NONE;
    let start = scanner.skipBlanks(at + 3);
    if ("\"'".includes(scanner.text.charAt(start) || " ")) start++;
    let end = start;
    while (isWord(scanner.unit(end))) end++;
    return end === start ? NONE : behindHeredoc(scanner, end, scanner.text.slice(start, end));
  },
};

function behindHeredoc(scanner: Scanner, from: number, name: string): number {
  let line = scanner.nextLine(from);
  while (line < scanner.length) {
    const word = scanner.skipBlanks(line);
    const end = word + name.length;
    if (scanner.text.startsWith(name, word) && !isWord(scanner.unit(end))) return end;
    line = scanner.nextLine(line);
  }
  return scanner.length;
}

/** `{$…}` in a string: the code of PHP up to the brace. */
const variable: Interpolation = {
  open: "{$",
  enter: (scanner) => scanner.enter(PHP_CODE.within("{", "}")),
};

const interpolated = { escape: "\\", lines: "many", interpolations: [variable] } as const;

const PHP_CODE: Tokens = new Tokens([
  lineComment("//"),
  lineComment("#"),
  slashStar,
  heredoc,
  quoted('"', interpolated),
  quoted("`", interpolated),
  singleQuotedLines,
  closeTag,
]);

function openTag(open: string): Rule {
  return {
    first: "<",
    match(scanner, at) {
      if (scanner.text.slice(at, at + open.length).toLowerCase() !== open) return NONE;
      const mode: Mode = PHP_CODE;
      scanner.enter(mode);
      return at + open.length;
    },
  };
}

/** PHP in HTML. */
export const PHP = new Tokens([openTag("<?php"), openTag("<?="), openTag("<? "), htmlComment]);

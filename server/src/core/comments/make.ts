import { continuedLineComment, continuedLineEnd } from "./commentRules.ts";
import { SHELL } from "./shell.ts";
import { NONE, type Rule, Tokens, type Where } from "./tokens.ts";

const notEscaped: Where = (scanner, at) => !scanner.isEscaped(at);

/** Whether the line before is carried on by a backslash. */
const isContinuation: Where = (scanner, at) => {
  const isCrLf = scanner.text.startsWith("\r\n", at - 2);
  return at > 1 && scanner.isContinued(isCrLf ? at - 2 : at - 1);
};

/** A line that begins with a tab is the shell's. */
const recipe: Rule = {
  first: "\t",
  match(scanner, at) {
    if (!scanner.isLineStart(at) || isContinuation(scanner, at)) return NONE;
    const end = continuedLineEnd(scanner, at);
    scanner.embed(SHELL, at + 1, end);
    return Math.max(end, at + 1);
  },
};

/** Make: quotes mean nothing outside recipes, and a comment is carried on by a backslash. */
export const MAKE = new Tokens([continuedLineComment("#", notEscaped), recipe]);

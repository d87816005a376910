import { continuedLineComment } from "./commentRules.ts";
import { quoted } from "./stringRules.ts";
import { type Rule, Tokens, type Where } from "./tokens.ts";

/** `#` begins a comment only where a command would begin. */
const commandStart: Where = (scanner, at) => {
  const end = scanner.skipBlanksBack(at);
  if (scanner.isLineStart(end)) return true;
  const mark = scanner.text.charAt(end - 1);
  return mark === ";" || (mark === "{" && end < at);
};

/** A quote opens a string only where a word would begin. */
const wordStart: Where = (scanner, at) =>
  scanner.isLineStart(at) || " \t[(".includes(scanner.text.charAt(at - 1));

const escaped: Rule = { first: "\\", match: (scanner, at) => scanner.behindEscape(at) };

export const TCL = new Tokens([
  continuedLineComment("#", commandStart),
  escaped,
  quoted('"', { escape: "\\", lines: "many", where: wordStart }),
]);

import { isBlank, isLineEnd } from "./characters.ts";
import { blockComment, lineComment } from "./commentRules.ts";
import type { Scanner } from "./scanner.ts";
import { codeIn, quoted } from "./stringRules.ts";
import { NONE, type Rule, Tokens, type Where } from "./tokens.ts";

/** `#` begins a comment only where a token would begin. */
const tokenStart: Where = (scanner, at) => {
  const before = scanner.unit(at - 1);
  if (at === 0 || isBlank(before) || isLineEnd(before)) return true;
  return "(){}[];,|&='\"+".includes(scanner.text.charAt(at - 1));
};

/** `@"` … `"@` and `@'` … `'@`: the lines between them. */
const hereString: Rule = {
  first: "@",
  match(scanner, at) {
    const quote = scanner.text.charAt(at + 1);
    if (quote !== '"' && quote !== "'") return NONE;
    if (!isLineEnd(scanner.unit(scanner.skipBlanks(at + 2)))) return NONE;
    return behindHereString(scanner, at, `${quote}@`);
  },
};

function behindHereString(scanner: Scanner, at: number, close: string): number {
  let line = scanner.nextLine(at);
  while (line < scanner.length) {
    if (scanner.text.startsWith(close, line)) return line + 2;
    line = scanner.nextLine(line);
  }
  return scanner.length;
}

const escaped: Rule = { first: "`", match: (scanner, at) => scanner.behindEscape(at) };

/** `${any name}`. */
const bracedVariable: Rule = {
  first: "$",
  match(scanner, at) {
    if (!scanner.text.startsWith("${", at)) return NONE;
    let end = at + 2;
    while (end < scanner.length && !isLineEnd(scanner.unit(end))) {
      if (scanner.text.charAt(end) === "}") return end + 1;
      end++;
    }
    return end;
  },
};

export const POWERSHELL = new Tokens([
  blockComment("<#", "#>"),
  lineComment("#", tokenStart),
  hereString,
  escaped,
  bracedVariable,
  quoted('"', {
    escape: "`",
    doubled: true,
    lines: "many",
    interpolations: [codeIn("$(", ")")],
  }),
  quoted("'", { doubled: true, lines: "many" }),
]);

import { APOSTROPHE, BACKSLASH, isBlank, isLineEnd } from "./characters.ts";
import { dashes, firstOnLine, lineComment, nestedComment } from "./commentRules.ts";
import type { Scanner } from "./scanner.ts";
import { quoted } from "./stringRules.ts";
import { type Rule, Tokens } from "./tokens.ts";

/**
 * `'…'` over lines. Some dialects escape with a backslash, in others it is a character like any
 * other: `\'` before what can follow a string ends it.
 */
const text: Rule = {
  first: "'",
  match(scanner, from) {
    let at = from + 1;
    while (at < scanner.length) {
      const unit = scanner.unit(at);
      if (unit === BACKSLASH && scanner.unit(at + 1) === APOSTROPHE && !endsText(scanner, at + 2)) {
        at += 2;
      } else if (unit === BACKSLASH && scanner.unit(at + 1) === BACKSLASH) at += 2;
      else if (unit !== APOSTROPHE) at++;
      else if (scanner.unit(at + 1) === APOSTROPHE) at += 2;
      else return at + 1;
    }
    return scanner.length;
  },
};

function endsText(scanner: Scanner, at: number): boolean {
  const unit = scanner.unit(at);
  return (
    at >= scanner.length ||
    isBlank(unit) ||
    isLineEnd(unit) ||
    ",);|".includes(scanner.text.charAt(at))
  );
}

/** SQL of any dialect; the bodies between `$$` are code. */
export const SQL = new Tokens([
  dashes,
  nestedComment("/*", "*/"),
  lineComment("#", (scanner, at) => firstOnLine(scanner, at) && isBlank(scanner.unit(at + 1))),
  text,
  quoted('"', { doubled: true, lines: "one" }),
  quoted("`", { lines: "one" }),
]);

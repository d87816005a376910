import { isWord } from "./characters.ts";
import { slashes, slashStar } from "./commentRules.ts";
import type { Scanner } from "./scanner.ts";
import { codeIn, doubleQuoted, literally, quoted, singleQuoted } from "./stringRules.ts";
import { NONE, type Rule, Tokens, type Where } from "./tokens.ts";

/** `"""…"""` with three quotes or more: as many close it. */
const rawString: Rule = {
  first: '"',
  match(scanner, at) {
    if (!scanner.text.startsWith('"""', at)) return NONE;
    let end = at;
    while (scanner.text.charAt(end) === '"') end++;
    const close = '"'.repeat(end - at);
    const found = scanner.text.indexOf(close, end);
    if (found === -1) return scanner.length;
    return behindQuotes(scanner, found + close.length);
  },
};

function behindQuotes(scanner: Scanner, from: number): number {
  let end = from;
  while (scanner.text.charAt(end) === '"') end++;
  return end;
}

/** Whether one of the two marks before the quote is the one asked for: `$@"`, `@$"`. */
function isPrefixed(mark: string): Where {
  return (scanner, at) => {
    const last = scanner.text.charAt(at - 1);
    const first = scanner.text.charAt(at - 2);
    return last === mark || (first === mark && "$@".includes(last || " "));
  };
}

const isVerbatim = isPrefixed("@");
const isInterpolated = isPrefixed("$");
const interpolations = [literally("{{"), codeIn("{", "}")];

const TEXT_DIRECTIVES = new Set(["region", "endregion", "error", "warning"]);

/** `#region it's mine`: the rest of the line is text. */
const textDirective: Rule = {
  first: "#",
  match(scanner, at) {
    if (!scanner.isFirstOnLine(at)) return NONE;
    const start = scanner.skipBlanks(at + 1);
    let end = start;
    while (end < start + 10 && isWord(scanner.unit(end))) end++;
    return TEXT_DIRECTIVES.has(scanner.text.slice(start, end)) ? scanner.lineEnd(end) : NONE;
  },
};

/** C#: verbatim, raw and interpolated strings. */
export const CSHARP = new Tokens([
  slashes,
  slashStar,
  textDirective,
  quoted('"', {
    doubled: true,
    lines: "many",
    interpolations,
    where: (scanner, at) => isVerbatim(scanner, at) && isInterpolated(scanner, at),
  }),
  quoted('"', { doubled: true, lines: "many", where: isVerbatim }),
  rawString,
  quoted('"', { escape: "\\", lines: "one", interpolations, where: isInterpolated }),
  doubleQuoted,
  singleQuoted,
]);

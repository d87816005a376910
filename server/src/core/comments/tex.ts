import { isLineEnd, isWord } from "./characters.ts";
import { blockComment, lineComment } from "./commentRules.ts";
import type { Scanner } from "./scanner.ts";
import { quoted } from "./stringRules.ts";
import { NONE, type Rule, Tokens } from "./tokens.ts";

/** Environments whose text is not read. */
const VERBATIM = ["verbatim", "Verbatim", "lstlisting", "minted", "filecontents"];

const verbatimEnvironment: Rule = {
  first: "\\",
  match(scanner, at) {
    if (!scanner.text.startsWith("\\begin{", at)) return NONE;
    const name = VERBATIM.find((it) => environmentIs(scanner, at + "\\begin{".length, it));
    if (name === undefined) return NONE;
    const found = scanner.text.indexOf(`\\end{${name}`, at);
    return found === -1 ? scanner.length : found + 1;
  },
};

function environmentIs(scanner: Scanner, at: number, name: string): boolean {
  const behind = scanner.text.charAt(at + name.length);
  return scanner.text.startsWith(name, at) && (behind === "}" || behind === "*");
}

/** `\verb|…|`: what stands between two marks of one line. */
const verb: Rule = {
  first: "\\",
  match(scanner, at) {
    const word = ["\\verb*", "\\verb", "\\lstinline"].find((it) => scanner.text.startsWith(it, at));
    if (word === undefined) return NONE;
    const mark = scanner.text.charAt(at + word.length);
    if (mark === "" || isWord(mark.charCodeAt(0)) || "{[ \t\r\n".includes(mark)) return NONE;
    let end = at + word.length + 1;
    while (end < scanner.length && !isLineEnd(scanner.unit(end))) {
      if (scanner.text.charAt(end) === mark) return end + 1;
      end++;
    }
    return end;
  },
};

/** `\url{a%20b}`. */
const address = ["\\url{", "\\path{", "\\nolinkurl{", "\\href{"].map((open) =>
  quoted(open, { close: "}", escape: "\\", lines: "one" }),
);

const escaped: Rule = { first: "\\", match: (scanner, at) => scanner.behindEscape(at) };

export const TEX = new Tokens([
  lineComment("%"),
  blockComment("\\begin{comment}", "\\end{comment}"),
  verbatimEnvironment,
  verb,
  ...address,
  escaped,
]);

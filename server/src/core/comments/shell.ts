import { BACKSLASH, isBlank, isLineEnd } from "./characters.ts";
import { lineComment } from "./commentRules.ts";
import { heredoc, heredocLines } from "./heredoc.ts";
import type { Scanner } from "./scanner.ts";
import { codeIn, type Interpolation, quoted, StringMode } from "./stringRules.ts";
import { NONE, type Rule, Tokens, type Where } from "./tokens.ts";

/** `#` begins a comment only where a word would begin. */
export const wordStart: Where = (scanner, at) => {
  const before = scanner.unit(at - 1);
  if (at === 0 || isLineEnd(before)) return true;
  if (isBlank(before)) return scanner.unit(at - 2) !== BACKSLASH;
  return ";|&()`".includes(scanner.text.charAt(at - 1));
};

const arithmetic = new StringMode("))", { lines: "one" });

const substitutions: readonly Interpolation[] = [
  { open: "$((", enter: (scanner) => scanner.enter(arithmetic) },
  codeIn("$(", ")"),
  { open: "${", enter: (scanner) => scanner.enter(quotedParameter) },
  { open: "`", enter: (scanner) => scanner.enterCode("", "`") },
];

const inDoubleQuotes = new StringMode('"', {
  escape: "\\",
  lines: "many",
  interpolations: substitutions,
});

const doubleQuotes: Interpolation = {
  open: '"',
  enter: (scanner) => scanner.enter(inDoubleQuotes),
};

const inSingleQuotes = new StringMode("'", { lines: "many" });

/** `${…}` inside double quotes, where an apostrophe is itself. */
const quotedParameter: StringMode = new StringMode("}", {
  escape: "\\",
  lines: "many",
  interpolations: [...substitutions, doubleQuotes],
});

/** `${…}` in code. */
const parameter: StringMode = new StringMode("}", {
  escape: "\\",
  lines: "many",
  interpolations: [
    { open: "${", enter: (scanner) => scanner.enter(parameter) },
    ...substitutions,
    doubleQuotes,
    { open: "'", enter: (scanner) => scanner.enter(inSingleQuotes) },
  ],
});

function begin(open: string, enter: (scanner: Scanner) => void): Rule {
  return {
    first: open.charAt(0),
    open,
    match(scanner, at) {
      if (!scanner.text.startsWith(open, at)) return NONE;
      enter(scanner);
      return at + open.length;
    },
  };
}

const escaped: Rule = { first: "\\", match: (scanner, at) => scanner.behindEscape(at) };

const numberOfParameters: Rule = {
  first: "$",
  match: (scanner, at) => (scanner.text.startsWith("$#", at) ? at + 2 : NONE),
};

const hereString: Rule = {
  first: "<",
  match: (scanner, at) => (scanner.text.startsWith("<<<", at) ? at + 3 : NONE),
};

/** Bourne's shell and its kin. */
export const SHELL = new Tokens([
  lineComment("#", wordStart),
  heredocLines,
  hereString,
  heredoc({ open: "<<", indents: "-", indentedBy: "tabs", allowsBlanks: true }),
  escaped,
  quoted("'", { lines: "many" }),
  quoted("$'", { close: "'", escape: "\\", lines: "many" }),
  begin("${", (scanner) => scanner.enter(parameter)),
  begin('"', (scanner) => scanner.enter(inDoubleQuotes)),
  numberOfParameters,
  quoted("((", { close: "))", lines: "one" }),
]);

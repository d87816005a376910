import { blockComment, nestedComment, slashes, slashStar } from "./commentRules.ts";
import type { Syntax } from "./scanner.ts";
import { quoted } from "./stringRules.ts";
import { Tokens } from "./tokens.ts";

const others = [
  slashes,
  slashStar,
  quoted("'", { escape: "$", lines: "one" }),
  quoted('"', { escape: "$", lines: "one" }),
];

const NESTED = new Tokens([nestedComment("(*", "*)"), ...others]);

const FLAT = new Tokens([blockComment("(*", "*)"), ...others]);

/** How CODESYS 2 exports a program in whose project comments do not nest. */
const DOES_NOT_NEST = "(* @NESTEDCOMMENTS := 'No' *)";

/** IEC 61131-3 and its vendors' forms: `$` escapes in strings, `(* *)` nests. */
export const STRUCTURED_TEXT: Syntax = {
  lex: (scanner) => (scanner.text.includes(DOES_NOT_NEST) ? FLAT : NESTED).lex(scanner),
};

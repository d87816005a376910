import { nestedComment, slashes, slashStar } from "./commentRules.ts";
import { quoted } from "./stringRules.ts";
import { Tokens } from "./tokens.ts";

/** IEC 61131-3 and its vendors' forms: `$` escapes in strings, `(* *)` nests. */
export const STRUCTURED_TEXT = new Tokens([
  nestedComment("(*", "*)"),
  slashes,
  slashStar,
  quoted("'", { escape: "$", lines: "one" }),
  quoted('"', { escape: "$", lines: "one" }),
]);

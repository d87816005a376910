import { HASH, isWord } from "./characters.ts";
import { nestedComment, slashes } from "./commentRules.ts";
import { characterOrMark } from "./quoteMarks.ts";
import { doubleQuotedLines } from "./stringRules.ts";
import { NONE, type Rule, Tokens } from "./tokens.ts";

const RAW_PREFIXES = new Set(["r", "br", "cr"]);

/** `r"…"`, `r#"…"#`, `br##"…"##`: found at the quote, by what stands before it. */
const rawString: Rule = {
  first: '"',
  match(scanner, at) {
    let hashes = at;
    while (scanner.unit(hashes - 1) === HASH) hashes--;
    const start = Math.max(0, hashes - 3);
    let word = hashes;
    while (word > start && isWord(scanner.unit(word - 1))) word--;
    if (!RAW_PREFIXES.has(scanner.text.slice(word, hashes))) return NONE;
    const close = `"${"#".repeat(at - hashes)}`;
    const found = scanner.text.indexOf(close, at + 1);
    return found === -1 ? scanner.length : found + close.length;
  },
};

/** Rust: comments nest, and an apostrophe may begin a lifetime. */
export const RUST = new Tokens([
  slashes,
  nestedComment("/*", "*/"),
  rawString,
  doubleQuotedLines,
  characterOrMark,
]);

import { codeSpan, escapeMarkdown, link } from "../../markdown.ts";
import { cut, safe } from "../../terminal.ts";

/*
 * Where a comment is shown, names, numbers and addresses in it reach people: forges look for @name, #12, !3, a
 * commit or https:// in what Markdown has become, so that a backslash before them helps nothing. A mark of no
 * width between the sign and its word does, and text in code is left alone.
 */
const BREAK = "\u200b";
const WRITTEN_BREAK = "&#8203;";

/** What a forge would make a link of, besides commits: breaks go behind the first group. */
const CALLS = [
  /([@#!%~$&^])(?=[\p{L}\p{N}_"'])/gu,
  /\b(GH-)(?=\d)/gi,
  /(:)(?=\/\/)/g,
  /\b(www)(?=\.)/gi,
] as const;

/** So much of a text is shown in a comment; all of it stands where it was written. */
const LONGEST = 240;

/** Text of unknown origin as Markdown that shows it letter by letter and calls nobody. */
export function quiet(text: string): string {
  return escapeMarkdown(broken(shortened(text))).replaceAll(BREAK, WRITTEN_BREAK);
}

/** Text of unknown origin as code in a cell of a table. */
export function code(text: string): string {
  const content = shortened(text);
  // A bar ends the cell, and parsers disagree about a backslash before it: there only HTML says what is meant.
  return content.includes("|") ? `<code>${entities(broken(content))}</code>` : codeSpan(content);
}

/** A place in the code, as a link where there is one. */
export function place(path: string, line: number | undefined, address?: string): string {
  const text = code(line === undefined ? path : `${path}:${line}`);
  if (address === undefined || address.length > 2 * LONGEST) return text;
  // Either would end the cell, or a piece of code that began before.
  const inCell = address.replaceAll("|", "%7C").replaceAll("`", "%60");
  const target = link("", inCell);
  return target === "" ? text : target.replace("[]", () => `[${text}]`);
}

function broken(text: string): string {
  const called = CALLS.reduce((it, call) => it.replace(call, `$1${BREAK}`), text);
  return called.replace(COMMIT, (it) => it.replace(/.{6}(?=.)/g, `$&${BREAK}`));
}

// Shorter ones are not taken for a commit.
const COMMIT = /(?<![\p{L}\p{N}_])[0-9a-f]{7,64}(?![\p{L}\p{N}_])/giu;

function shortened(text: string): string {
  return cut(safe(text), LONGEST);
}

function entities(text: string): string {
  return text.replace(/[^\p{L}\p{N} /-]/gu, (it) => `&#${it.codePointAt(0)};`);
}

import type { Word } from "./outline.ts";

export function isBlank(unit: string | undefined): boolean {
  return unit === " " || unit === "\t";
}

/** The first place from `at` on that holds no blank. */
export function skipBlanks(text: string, at: number, end: number): number {
  let next = at;
  while (next < end && isBlank(text[next])) next++;
  return next;
}

/** Whether a comment begins here. */
export function beginsComment(text: string, at: number, lineStart: number): boolean {
  return text[at] === "#" && (at === lineStart || isBlank(text[at - 1]));
}

/** Whether the character is a colon that ends a key. */
export function isColon(text: string, at: number, end: number): boolean {
  return text[at] === ":" && (at + 1 >= end || isBlank(text[at + 1]));
}

/**
 * The word that begins at a place and ends with its line at the latest: in quotation marks up to the
 * closing one, else up to a colon, a comment, or what `ends` besides.
 */
export function readWord(
  text: string,
  start: number,
  lineEnd: number,
  ends: (at: number) => boolean,
): Word {
  const quote = text[start];
  if (quote === '"' || quote === "'") return readQuoted(text, start, lineEnd, quote);
  let end = start;
  while (end < lineEnd && !ends(end) && !(text[end] === "#" && isBlank(text[end - 1]))) end++;
  while (end > start && isBlank(text[end - 1])) end--;
  return { start, end, text: text.slice(start, end), quote: "" };
}

function readQuoted(text: string, start: number, lineEnd: number, quote: '"' | "'"): Word {
  let end = start + 1;
  while (end < lineEnd && text[end] !== quote) end += quote === '"' && text[end] === "\\" ? 2 : 1;
  const inner = Math.min(end, lineEnd);
  return { start, end: Math.min(end + 1, lineEnd), text: text.slice(start + 1, inner), quote };
}

/** The word with the blanks behind it up to the cursor: an id is being typed, `CR |`. */
export function upToCursor(text: string, word: Word, cursor: number, lineEnd: number): Word {
  const isBehind = cursor > word.end && cursor <= skipBlanks(text, word.end, lineEnd);
  return isBehind && word.quote === "" ? { ...word, end: cursor } : word;
}

import type { Comment } from "../comments.ts";

/** All of a text that stands outside of its comments, blanks left out. */
export function codeOf(text: string, comments: readonly Comment[]): string {
  const pieces: string[] = [];
  let from = 0;
  for (const { start, end } of comments) {
    pieces.push(text.slice(from, start));
    from = end;
  }
  return [...pieces, text.slice(from)].join("").replaceAll(/\s+/g, "");
}

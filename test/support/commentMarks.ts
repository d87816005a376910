import { commentsOf } from "../../server/src/core/comments.ts";
import { languageById } from "../../server/src/core/languages.ts";

/** A source without its marks. */
export function unmarked(source: string): string {
  return source.replaceAll(/[«»]/g, "");
}

/** The source with each comment that the lexer finds put between « and ». */
export function withCommentMarks(id: string, source: string): string {
  const language = languageById(id);
  if (language === undefined) throw new Error(`No language has the id ${id}.`);
  let result = "";
  let behind = 0;
  for (const { start, end } of commentsOf(source, language)) {
    result += `${source.slice(behind, start)}«${source.slice(start, end)}»`;
    behind = end;
  }
  return result + source.slice(behind);
}

import { type Comment, Scanner } from "./comments/scanner.ts";
import type { Language } from "./languages/language.ts";

export type { Comment } from "./comments/scanner.ts";

/** The comments of a text, in their order. Never fails, and takes time in proportion to the text. */
export function commentsOf(text: string, language: Language): readonly Comment[] {
  const scanner = new Scanner(text);
  language.syntax.lex(scanner);
  return scanner.comments;
}

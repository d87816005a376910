import { type Comment, Scanner } from "./comments/scanner.ts";
import type { Language } from "./languages/language.ts";

export type { Comment } from "./comments/scanner.ts";

const BYTE_ORDER_MARK = 0xfeff;

/** The comments of a text, in their order. Never fails, and takes time in proportion to the text. */
export function commentsOf(text: string, language: Language): readonly Comment[] {
  const scanner =
    text.charCodeAt(0) === BYTE_ORDER_MARK ? new Scanner(text.slice(1), 1) : new Scanner(text);
  language.syntax.lex(scanner);
  return scanner.comments;
}

import { type Comment, Scanner } from "./comments/scanner.ts";
import type { Language } from "./languages/language.ts";

export type { Comment } from "./comments/scanner.ts";

const BYTE_ORDER_MARK = 0xfeff;

/** The comments of a text, in their order. Never fails, and takes time in proportion to the text. */
export function commentsOf(text: string, language: Language): readonly Comment[] {
  const comments = new Comments(text, language);
  comments.readTo(text.length);
  return comments.found;
}

/** The comments of a text as far as they have been asked for: what is behind need not be read. */
export class Comments {
  /** In their order; each that begins before the place up to which the text has been read. */
  readonly found: readonly Comment[];
  readonly #scanner: Scanner;
  readonly language: Language;
  #hasBegun = false;

  constructor(text: string, language: Language) {
    const isMarked = text.charCodeAt(0) === BYTE_ORDER_MARK;
    this.#scanner = isMarked ? new Scanner(text.slice(1), 1) : new Scanner(text);
    this.found = this.#scanner.comments;
    this.language = language;
  }

  /** Reads up to an offset, or further; returns up to where the text has been read. */
  readTo(offset: number): number {
    const scanner = this.#scanner;
    if (!this.#hasBegun) {
      this.#hasBegun = true;
      scanner.limit = Math.min(offset - scanner.base, scanner.length);
      this.language.syntax.lex(scanner);
    } else if (scanner.base + scanner.position < offset) scanner.readTo(offset - scanner.base);
    return scanner.base + scanner.position;
  }
}

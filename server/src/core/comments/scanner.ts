import { BACKSLASH, CR, isBlank, isLineEnd, isWord, LF } from "./characters.ts";

/**
 * A comment of a text, in UTF-16 offsets; `end` is exclusive. Its delimiters lie inside
 * [start, end) and outside [contentStart, contentEnd).
 */
export interface Comment {
  readonly start: number;
  readonly end: number;
  readonly contentStart: number;
  readonly contentEnd: number;
}

/** Finds the comments of a whole text. */
export interface Syntax {
  lex(scanner: Scanner): void;
}

/** What the lexer reads at the moment: code, a string, the text of a tag. */
export interface Mode {
  /** Reads on from `at` until the mode changes or the text ends; returns where it stopped. */
  run(scanner: Scanner, at: number): number;
}

/** A mode that can also be read inside brackets, as in `${…}`. */
export interface Code extends Mode {
  within(open: string, close: string): Mode;
}

/** A heredoc that has been announced and whose lines begin behind the line end. */
export interface Heredoc {
  readonly terminator: string;
  /** What may stand before the terminator. */
  readonly stripped: "nothing" | "blanks" | "tabs";
}

/** A part of a text that is of another language. */
interface Embedded {
  readonly syntax: Syntax;
  readonly from: number;
  readonly to: number;
  scanner: Scanner | undefined;
}

const CHARACTERS = Array.from({ length: 128 }, (_, unit) => String.fromCharCode(unit));

/** One pass over one text: where the modes nest, and the comments found so far. */
export class Scanner {
  readonly text: string;
  readonly length: number;
  /** Where the text stands in the whole document. */
  readonly base: number;
  readonly comments: Comment[];
  readonly heredocs: Heredoc[] = [];
  /** For languages that must know what a closing bracket closes: where each opener stands. */
  readonly openers: number[] = [];
  closed = 0;
  /** For tokens that must be looked ahead for: up to here the look-ahead is known to fail. */
  barrenUntil = 0;
  /** How many look-aheads have failed. */
  misses = 0;
  /** Behind it nothing need be read; a mode that reads many tokens stops there. */
  limit: number;
  #at = 0;
  readonly #modes: Mode[] = [];
  #code: Code | undefined;
  readonly #depths: number[] = [];
  /** Parts of the text that are still to be read as another language, the first perhaps begun. */
  readonly #embedded: Embedded[] = [];
  #firstReturn = -1;
  #next: Int32Array | undefined;

  constructor(text: string, base = 0, comments: Comment[] = [], limit = text.length) {
    this.text = text;
    this.length = text.length;
    this.base = base;
    this.comments = comments;
    this.limit = Math.min(limit, text.length);
  }

  /** Reads the text up to the limit, beginning in its code. */
  read(code: Code): void {
    this.#code = code;
    this.enter(code);
    this.#readOn();
  }

  /** Reads on where reading stopped at the limit, up to another one. */
  readTo(limit: number): void {
    this.limit = Math.min(limit, this.length);
    this.#readOn();
  }

  #readOn(): void {
    if (!this.#readEmbedded()) return;
    for (let { mode } = this; mode !== undefined && this.#at < this.limit; mode = this.mode) {
      this.#at = mode.run(this, this.#at);
    }
  }

  /** Reads a part of the text as another language. */
  embed(syntax: Syntax, from: number, to: number): void {
    if (from >= to) return;
    this.#embedded.push({ syntax, from, to, scanner: undefined });
    this.#readEmbedded();
  }

  /** Up to here the text has been read: each comment that begins before it has been found. */
  get position(): number {
    const [first] = this.#embedded;
    if (first === undefined) return this.#code === undefined ? this.length : this.#at;
    return first.from + (first.scanner?.position ?? 0);
  }

  /** Reads the parts of other languages as far as the limit; whether they have been read to their ends. */
  #readEmbedded(): boolean {
    for (;;) {
      const [first] = this.#embedded;
      if (first === undefined) return true;
      const { syntax, from, to, scanner } = first;
      const limit = this.limit - from;
      if (limit <= 0) return false;
      if (scanner !== undefined) scanner.readTo(limit);
      else {
        first.scanner = new Scanner(
          this.text.slice(from, to),
          this.base + from,
          this.comments,
          limit,
        );
        syntax.lex(first.scanner);
      }
      if ((first.scanner?.position ?? 0) < to - from) return false;
      this.#embedded.shift();
    }
  }

  /** What is read now; nothing before `read`. */
  get mode(): Mode | undefined {
    return this.#modes[this.#modes.length - 1];
  }

  enter(mode: Mode): void {
    this.#modes.push(mode);
    this.#depths.push(0);
  }

  /** Reads code up to the bracket that closes it; without an opening one, brackets do not nest. */
  enterCode(open: string, close: string): void {
    if (this.#code !== undefined) this.enter(this.#code.within(open, close));
  }

  /** Goes back to the mode that was left by `enter`; the first mode stays. */
  leave(): void {
    if (this.#modes.length < 2) return;
    this.#modes.pop();
    this.#depths.pop();
  }

  /** How many brackets are open in this mode. */
  get depth(): number {
    return this.#depths[this.#depths.length - 1] ?? 0;
  }

  set depth(depth: number) {
    this.#depths[this.#depths.length - 1] = depth;
  }

  unit(at: number): number {
    return this.text.charCodeAt(at);
  }

  comment(start: number, contentStart: number, contentEnd: number, end: number): void {
    const { base } = this;
    this.comments.push({
      start: base + start,
      end: base + end,
      contentStart: base + contentStart,
      contentEnd: base + contentEnd,
    });
  }

  /**
   * Offset of the next character of a kind at or behind `at`, or the text's end. It is remembered:
   * `at` must never be before one that was asked for earlier.
   */
  nextOf(unit: number, at: number): number {
    this.#next ??= new Int32Array(128).fill(-1);
    const known = this.#next[unit] ?? -1;
    if (known >= at) return known;
    const next = this.#find(CHARACTERS[unit] ?? "", at);
    this.#next[unit] = next;
    return next;
  }

  /** Offset of the next line end at or behind `at`, or of the text's end. */
  lineEnd(at: number): number {
    const { text, length } = this;
    if (this.#firstReturn === -1) this.#firstReturn = this.#find("\r", 0);
    let end = at;
    if (at <= this.#firstReturn) {
      end = this.#find("\n", at);
      if (end <= this.#firstReturn) return end;
      end = this.#firstReturn;
    }
    for (; end < length && !isLineEnd(text.charCodeAt(end)); ) end++;
    return end;
  }

  #find(mark: string, from: number): number {
    const found = this.text.indexOf(mark, from);
    return found === -1 ? this.length : found;
  }

  /** Offset behind the line end that stands at `at`: LF, CR or CRLF. */
  behindLineEnd(at: number): number {
    if (this.unit(at) === CR && this.unit(at + 1) === LF) return at + 2;
    return Math.min(at + 1, this.length);
  }

  /** Offset of the first character of the next line, or of the text's end. */
  nextLine(at: number): number {
    return this.behindLineEnd(this.lineEnd(at));
  }

  /** Offset behind an escape sequence of one character; an escaped CRLF is one character. */
  behindEscape(at: number): number {
    if (at + 1 >= this.length) return this.length;
    return this.unit(at + 1) === CR ? this.behindLineEnd(at + 1) : at + 2;
  }

  isLineStart(at: number): boolean {
    return at === 0 || isLineEnd(this.unit(at - 1));
  }

  /** Whether only blanks stand before `at` in its line. */
  isFirstOnLine(at: number): boolean {
    return this.isLineStart(this.skipBlanksBack(at));
  }

  /** Offset of the first character at or behind `at` that is not blank. */
  skipBlanks(at: number): number {
    let next = at;
    while (isBlank(this.unit(next))) next++;
    return next;
  }

  /** Offset behind the last character before `at` that is not blank. */
  skipBlanksBack(at: number): number {
    let next = at;
    while (next > 0 && isBlank(this.unit(next - 1))) next--;
    return next;
  }

  /** The name or number that ends before `at`. */
  wordBefore(at: number): string {
    let start = at;
    while (start > 0 && isWord(this.unit(start - 1))) start--;
    return this.text.slice(start, at);
  }

  /** Whether an odd number of backslashes stands before `at`. */
  isEscaped(at: number): boolean {
    let start = at;
    while (this.unit(start - 1) === BACKSLASH) start--;
    return (at - start) % 2 === 1;
  }

  /**
   * Offset behind the last character of code before `at`: blanks, line ends and comments are left
   * out. Each stretch is walked once, by the token behind it.
   */
  behindCode(at: number): number {
    let end = at;
    for (let index = this.#commentBefore(at); ; index--) {
      while (end > 0 && (isBlank(this.unit(end - 1)) || isLineEnd(this.unit(end - 1)))) end--;
      const comment = this.comments[index];
      if (comment === undefined || comment.start < this.base) return end;
      if (comment.end - this.base !== end) return end;
      end = comment.start - this.base;
    }
  }

  /** Index of the last comment that begins before `at`; mostly the last that has been found. */
  #commentBefore(at: number): number {
    let low = -1;
    let high = this.comments.length - 1;
    let middle = high;
    while (low < high) {
      if ((this.comments[middle]?.start ?? 0) - this.base < at) low = middle;
      else high = middle - 1;
      middle = (low + high + 1) >> 1;
    }
    return high;
  }

  /** Whether the line end at `at` is escaped by a backslash. */
  isContinued(at: number): boolean {
    return this.unit(at - 1) === BACKSLASH && isLineEnd(this.unit(at));
  }
}

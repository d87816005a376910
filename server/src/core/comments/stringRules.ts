import { isLineEnd } from "./characters.ts";
import type { Mode, Scanner } from "./scanner.ts";
import { NONE, type Rule, type Where } from "./tokens.ts";

/** Code or another string inside a string. */
export interface Interpolation {
  readonly open: string;
  /** Enters what is read behind `open`. */
  readonly enter: (scanner: Scanner) => void;
}

/** Code in a string up to a closing bracket: `${…}`, `#{…}`, `\(…)`. */
export function codeIn(open: string, close: string): Interpolation {
  const bracket = open.charAt(open.length - 1);
  return { open, enter: (scanner) => scanner.enterCode(bracket === close ? "" : bracket, close) };
}

/** How a kind of string is written. */
export interface StringShape {
  /** Where it is not the same as what opens it. */
  readonly close?: string;
  /** The character that takes the meaning from the next one. */
  readonly escape?: string;
  /** Whether the closing delimiter written twice stands for itself. */
  readonly doubled?: boolean;
  /** A string of one line ends with its line, closed or not. */
  readonly lines: "one" | "many";
  readonly interpolations?: readonly Interpolation[];
  readonly where?: Where;
}

/** The inside of a string. */
export class StringMode implements Mode {
  readonly #close: string;
  readonly #closeFirst: number;
  readonly #escape: number;
  readonly #doubled: boolean;
  readonly #oneLine: boolean;
  readonly #interpolations: readonly Interpolation[];

  constructor(close: string, shape: StringShape) {
    this.#close = close;
    this.#closeFirst = close.charCodeAt(0);
    this.#escape = shape.escape?.charCodeAt(0) ?? -1;
    this.#doubled = shape.doubled ?? false;
    this.#oneLine = shape.lines === "one";
    this.#interpolations = shape.interpolations ?? [];
  }

  /** Whether it is read in one go, for nothing can stand in it. */
  get isPlain(): boolean {
    return this.#interpolations.length === 0;
  }

  run(scanner: Scanner, from: number): number {
    if (this.isPlain) {
      scanner.leave();
      return this.behind(scanner, from);
    }
    const { text, length } = scanner;
    let at = from;
    while (at < length) {
      const unit = text.charCodeAt(at);
      const inner = this.#interpolation(scanner, at, unit);
      if (inner !== NONE) return inner;
      const next = this.#step(scanner, at, unit);
      if (next < 0) {
        scanner.leave();
        return ~next;
      }
      at = next;
    }
    return length;
  }

  /** Offset behind a string in which nothing can stand. */
  behind(scanner: Scanner, from: number): number {
    const { text, length } = scanner;
    let at = from;
    while (at < length) {
      const next = this.#step(scanner, at, text.charCodeAt(at));
      if (next < 0) return ~next;
      at = next;
    }
    return length;
  }

  /** Offset of the next character to look at; the complement of the string's end where it ends here. */
  #step(scanner: Scanner, at: number, unit: number): number {
    if (unit === this.#escape) return scanner.behindEscape(at);
    if (unit === this.#closeFirst && scanner.text.startsWith(this.#close, at)) {
      const end = at + this.#close.length;
      const isDoubled = this.#doubled && scanner.text.startsWith(this.#close, end);
      return isDoubled ? end + this.#close.length : ~end;
    }
    return this.#oneLine && isLineEnd(unit) ? ~at : at + 1;
  }

  #interpolation(scanner: Scanner, at: number, unit: number): number {
    for (const { open, enter } of this.#interpolations) {
      if (open.charCodeAt(0) === unit && scanner.text.startsWith(open, at)) {
        enter(scanner);
        return at + open.length;
      }
    }
    return NONE;
  }
}

/** A string between two delimiters. */
export function quoted(open: string, shape: StringShape): Rule {
  const mode = new StringMode(shape.close ?? open, shape);
  const { where } = shape;
  return {
    first: open.charAt(0),
    open,
    match(scanner, at) {
      if (!scanner.text.startsWith(open, at)) return NONE;
      if (where !== undefined && !where(scanner, at)) return NONE;
      if (mode.isPlain) return mode.behind(scanner, at + open.length);
      scanner.enter(mode);
      return mode.run(scanner, at + open.length);
    },
  };
}

/** A delimiter that stands for itself where it is written twice, as `{{` in an f-string. */
export function literally(open: string): Interpolation {
  return { open, enter: () => {} };
}

const SINGLE = { escape: "\\", lines: "one" } as const;
const MANY = { escape: "\\", lines: "many" } as const;

/** `"…"` of one line with backslash escapes. */
export const doubleQuoted = quoted('"', SINGLE);
/** `'…'` of one line with backslash escapes. */
export const singleQuoted = quoted("'", SINGLE);
/** `"…"` over lines with backslash escapes. */
export const doubleQuotedLines = quoted('"', MANY);
/** `'…'` over lines with backslash escapes. */
export const singleQuotedLines = quoted("'", MANY);
/** `"""…"""` with backslash escapes. */
export const tripleDoubleQuoted = quoted('"""', MANY);
/** `'''…'''` with backslash escapes. */
export const tripleSingleQuoted = quoted("'''", MANY);

import type { Mode, Scanner, Syntax } from "./scanner.ts";

/** What a rule answers where it does not apply. */
export const NONE = -1;

/** One kind of token: comments and strings have rules, all else is code. */
export interface Rule {
  /** The characters that it may begin with, all ASCII. */
  readonly first: string;
  /** All that it begins with, where that is always the same; asked only where its first two stand. */
  readonly open?: string;
  /** The offset behind the token that begins at `at`, or NONE. */
  match(scanner: Scanner, at: number): number;
}

/** A condition on the place of a token. */
export type Where = (scanner: Scanner, at: number) => boolean;

/** Characters that stand close together in any text: to search for the next one costs more than to look. */
const FREQUENT = /[a-z(){}\t\n\r]/i;

/** So many different characters are searched for at most. */
const MOST_MARKS = 9;

/** A language that is a list of tokens; where two could begin, the first in the list does. */
export class Tokens implements Syntax, Mode {
  readonly rules: readonly Rule[];
  readonly #open: number;
  readonly #close: number;
  /** For each ASCII character whether any rule may begin with it. */
  readonly #active = new Uint8Array(128);
  readonly #byFirst: (readonly Rule[] | undefined)[] = new Array(128).fill(undefined);
  readonly #inner = new Map<string, Tokens>();
  /** The active characters, where they are few and seldom. */
  readonly #marks: readonly number[];

  /** With brackets, the mode ends at the bracket that closes it. */
  constructor(rules: readonly Rule[], open = "", close = "") {
    this.rules = rules;
    this.#open = open === "" ? -1 : open.charCodeAt(0);
    this.#close = close === "" ? -1 : close.charCodeAt(0);
    for (const bracket of open + close) this.#active[bracket.charCodeAt(0)] = 1;
    for (const rule of rules) this.#add(rule);
    this.#marks = marksOf(this.#active);
  }

  #add(rule: Rule): void {
    for (const first of rule.first) {
      const unit = first.charCodeAt(0);
      this.#active[unit] = 1;
      this.#byFirst[unit] = [...(this.#byFirst[unit] ?? []), rule];
    }
  }

  /** The same language inside brackets, as in `${…}`. */
  within(open: string, close: string): Tokens {
    const key = open + close;
    const inner = this.#inner.get(key) ?? new Tokens(this.rules, open, close);
    this.#inner.set(key, inner);
    return inner;
  }

  lex(scanner: Scanner): void {
    scanner.read(this);
  }

  run(scanner: Scanner, from: number): number {
    const { text, limit } = scanner;
    let at = from;
    while (at < limit) {
      at = this.#next(scanner, at);
      if (at >= limit) return at;
      const unit = text.charCodeAt(at);
      if (unit === this.#close && scanner.depth === 0) {
        scanner.leave();
        return at + 1;
      }
      const end = this.#token(scanner, at, unit);
      if (scanner.mode !== this) return end;
      if (end === at + 1) this.#count(scanner, unit);
      at = end;
    }
    return at;
  }

  /** Offset of the next active character at or behind `at`; the scanner's limit, or more, for none. */
  #next(scanner: Scanner, from: number): number {
    const { text, limit } = scanner;
    let next = limit;
    if (this.#marks.length > 0) {
      for (const mark of this.#marks) next = Math.min(next, scanner.nextOf(mark, from));
      return next;
    }
    const active = this.#active;
    for (let at = from; at < limit; at++) {
      const unit = text.charCodeAt(at);
      if (unit < 128 && active[unit] === 1) return at;
    }
    return limit;
  }

  /** Counts a bracket that is no part of a longer token. */
  #count(scanner: Scanner, unit: number): void {
    if (unit === this.#close) scanner.depth--;
    else if (unit === this.#open) scanner.depth++;
  }

  #token(scanner: Scanner, at: number, unit: number): number {
    const rules = this.#byFirst[unit];
    if (rules === undefined) return at + 1;
    const second = scanner.unit(at + 1);
    for (const rule of rules) {
      const { open } = rule;
      if (open !== undefined && open.length > 1 && open.charCodeAt(1) !== second) continue;
      const end = rule.match(scanner, at);
      if (end !== NONE) return end;
    }
    return at + 1;
  }
}

function marksOf(active: Uint8Array): readonly number[] {
  const marks = [...active.keys()].filter((unit) => active[unit] === 1);
  const isRare = !FREQUENT.test(String.fromCharCode(...marks));
  return isRare && marks.length <= MOST_MARKS ? marks : [];
}

/** A place in a text: line and character from 0, characters in UTF-16 code units, as in LSP. */
export interface Position {
  readonly line: number;
  readonly character: number;
}

/** A stretch of a text; `end` is exclusive. The same shape as LSP's range. */
export interface Range {
  readonly start: Position;
  readonly end: Position;
}

/** The lines of one text, counted as far as is asked. A line ends with LF, CRLF or a lone CR, as in LSP. */
export class TextLines {
  readonly text: string;
  readonly #starts: number[] = [0];
  /** Up to here the lines have been counted; behind the text's end when all have been. */
  #counted = 0;
  #nextFeed = -1;
  #nextReturn = -1;

  constructor(text: string) {
    this.text = text;
  }

  get count(): number {
    this.#countTo(this.text.length);
    return this.#starts.length;
  }

  /** Offset of the first character of a line; the text's length for a line behind the last. */
  startOf(line: number): number {
    while (line >= this.#starts.length && this.#counted <= this.text.length) this.#countOne();
    return this.#starts[line] ?? this.text.length;
  }

  /** Counts the lines that begin at or before an offset. */
  #countTo(offset: number): void {
    const last = Math.min(offset, this.text.length);
    while (this.#counted <= last) this.#countOne();
  }

  /** The engine's own search is several times faster than a loop, and most texts have no CR. */
  #countOne(): void {
    const { text } = this;
    const from = this.#counted;
    if (this.#nextFeed < from) this.#nextFeed = find(text, "\n", from);
    if (this.#nextReturn < from) this.#nextReturn = find(text, "\r", from);
    const feed = this.#nextFeed;
    const isReturn = this.#nextReturn < feed;
    const end = isReturn ? this.#nextReturn : feed;
    const isPair = isReturn && end + 1 === feed && feed < text.length;
    this.#counted = end + (isPair ? 2 : 1);
    if (end < text.length) this.#starts.push(this.#counted);
  }

  /** Offset behind the last character of a line, its line end left out. */
  endOf(line: number): number {
    let end = this.startOf(line + 1);
    if (line + 1 >= this.#starts.length) return end;
    if (this.text.charCodeAt(end - 1) === LF) end--;
    if (end > this.startOf(line) && this.text.charCodeAt(end - 1) === CR) end--;
    return end;
  }

  /** The line's characters without its line end. */
  lineText(line: number): string {
    return this.text.slice(this.startOf(line), this.endOf(line));
  }

  /** The line that holds the character at `offset`. */
  lineAt(offset: number): number {
    this.#countTo(offset);
    let low = 0;
    let high = this.#starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.#starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  positionAt(offset: number): Position {
    const line = this.lineAt(offset);
    return { line, character: offset - this.startOf(line) };
  }

  /** A position behind the line's end means the line's end, as LSP asks. */
  offsetAt({ line, character }: Position): number {
    const start = this.startOf(line);
    if (line >= this.#starts.length) return this.text.length;
    return Math.min(start + Math.max(character, 0), this.endOf(line));
  }

  range(start: number, end: number): Range {
    return { start: this.positionAt(start), end: this.positionAt(end) };
  }
}

const LF = 10;
const CR = 13;

function find(text: string, mark: string, from: number): number {
  const found = text.indexOf(mark, from);
  return found === -1 ? text.length : found;
}

/** The same characters without the text that they were cut out of, which they would keep in memory. */
export function detached(part: string): string {
  return ` ${part}`.slice(1);
}

/** Negative when `a` comes first, 0 when equal. */
export function comparePositions(a: Position, b: Position): number {
  return a.line - b.line || a.character - b.character;
}

/** Whether the cursor stands in the range or at one of its ends. */
export function contains(range: Range, position: Position): boolean {
  return comparePositions(range.start, position) <= 0 && comparePositions(position, range.end) <= 0;
}

/** Whether two ranges share a character or meet. */
export function touches(a: Range, b: Range): boolean {
  return comparePositions(a.start, b.end) <= 0 && comparePositions(b.start, a.end) <= 0;
}

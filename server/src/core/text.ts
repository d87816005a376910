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

/** The lines of one text. A line ends with LF, CRLF or a lone CR, as in LSP. */
export class TextLines {
  readonly text: string;
  readonly #starts: readonly number[];

  constructor(text: string) {
    this.text = text;
    this.#starts = lineStarts(text);
  }

  get count(): number {
    return this.#starts.length;
  }

  /** Offset of the first character of a line; the text's length for a line behind the last. */
  startOf(line: number): number {
    return this.#starts[line] ?? this.text.length;
  }

  /** Offset behind the last character of a line, its line end left out. */
  endOf(line: number): number {
    let end = this.startOf(line + 1);
    if (line + 1 >= this.count) return end;
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
    let low = 0;
    let high = this.#starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.startOf(middle) <= offset) low = middle;
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
    if (line >= this.count) return this.text.length;
    return Math.min(this.startOf(line) + Math.max(character, 0), this.endOf(line));
  }

  range(start: number, end: number): Range {
    return { start: this.positionAt(start), end: this.positionAt(end) };
  }
}

const LF = 10;
const CR = 13;

/** The engine's own search is several times faster than a loop, and most texts have no CR. */
function lineStarts(text: string): readonly number[] {
  const starts = [0];
  if (text.includes("\r")) {
    for (let i = 0; i < text.length; i++) {
      const unit = text.charCodeAt(i);
      if (unit === LF || (unit === CR && text.charCodeAt(i + 1) !== LF)) starts.push(i + 1);
    }
    return starts;
  }
  for (let i = text.indexOf("\n"); i !== -1; i = text.indexOf("\n", i + 1)) starts.push(i + 1);
  return starts;
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

import { type Forms, SERIES_FORMS } from "../reference/forms.ts";

/** A stretch of a line: offsets in UTF-16 units, `end` exclusive. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/**
 * Reads a folded line from left to right. The patterns are sticky and take each character a bounded
 * number of times, so a line is read in linear time.
 */
export class Reader {
  readonly text: string;
  /** The ids that can be named. */
  readonly forms: Forms;
  position: number;

  constructor(text: string, forms: Forms = SERIES_FORMS, position = 0) {
    this.text = text;
    this.forms = forms;
    this.position = position;
  }

  get atEnd(): boolean {
    return this.position >= this.text.length;
  }

  get next(): string {
    return this.text.charAt(this.position);
  }

  /** Whether the pattern, which must be sticky, matches here. */
  sees(pattern: RegExp): boolean {
    pattern.lastIndex = this.position;
    return pattern.test(this.text);
  }

  /** Moves behind the pattern, which must be sticky, when it matches here. */
  take(pattern: RegExp): RegExpExecArray | undefined {
    pattern.lastIndex = this.position;
    const match = pattern.exec(this.text);
    if (match === null) return undefined;
    this.position += match[0].length;
    return match;
  }

  skipBlanks(): void {
    while (this.next === " ") this.position++;
  }

  /** Runs `read`; when it finds nothing, stands again where it stood before. */
  attempt<T>(read: () => T | undefined): T | undefined {
    const before = this.position;
    const result = read();
    if (result === undefined) this.position = before;
    return result;
  }
}

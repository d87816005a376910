/** The inside of a string of JSON, by offsets in the whole text. */
export interface JsonSpan {
  readonly start: number;
  readonly end: number;
}

const BLANKS = /[ \t\r\n]*/y;
const WORD = /[^\s,\]}]+/y;
const STRUCTURE = /["{}[\]]/g;
const BACKSLASH = 92;

/**
 * Walks over JSON and knows where everything stands. What is no JSON ends the walk, and what was seen before counts.
 * Nothing is nested in calls but what is asked for, so no depth is too deep.
 */
export class JsonReader {
  readonly text: string;
  #at = 0;

  constructor(text: string) {
    this.text = text;
  }

  /** Calls for each member of the object here; what is not read of its value is left out. */
  members(visit: (key: string) => void): void {
    this.#list("{", "}", () => {
      const key = this.string();
      if (key === undefined || !this.#take(":")) this.#end();
      else this.#value(() => visit(this.text.slice(key.start, key.end)));
    });
  }

  /** Calls for each item of the list here. */
  items(visit: () => void): void {
    this.#list("[", "]", () => this.#value(visit));
  }

  /** Reads the string here; nothing where something else stands. */
  string(): JsonSpan | undefined {
    if (!this.#take('"')) return undefined;
    const start = this.#at;
    for (let end = start; ; end++) {
      end = this.text.indexOf('"', end);
      if (end === -1) {
        this.#end();
        return undefined;
      }
      if (!this.#isEscaped(end, start)) {
        this.#at = end + 1;
        return { start, end };
      }
    }
  }

  #list(open: string, close: string, read: () => void): void {
    if (!this.#take(open) || this.#take(close)) return;
    do read();
    while (this.#take(","));
    if (!this.#take(close)) this.#end();
  }

  #value(visit: () => void): void {
    this.#blanks();
    const before = this.#at;
    visit();
    if (this.#at === before) this.#skip();
  }

  #skip(): void {
    const first = this.text.charAt(this.#at);
    if (first === '"') this.string();
    else if (first === "{" || first === "[") this.#skipNested();
    else if (!this.#takeAll(WORD)) this.#end();
  }

  #skipNested(): void {
    let depth = 0;
    do {
      STRUCTURE.lastIndex = this.#at;
      const mark = STRUCTURE.exec(this.text)?.[0];
      if (mark === undefined) {
        this.#end();
        return;
      }
      this.#at = STRUCTURE.lastIndex - 1;
      if (mark === '"') this.string();
      else {
        this.#at++;
        depth += mark === "{" || mark === "[" ? 1 : -1;
      }
    } while (depth > 0);
  }

  /** Whether an odd number of backslashes stands before an offset. */
  #isEscaped(at: number, start: number): boolean {
    let from = at;
    while (from > start && this.text.charCodeAt(from - 1) === BACKSLASH) from--;
    return (at - from) % 2 === 1;
  }

  #take(mark: string): boolean {
    this.#blanks();
    if (this.text.charAt(this.#at) !== mark) return false;
    this.#at++;
    return true;
  }

  #blanks(): void {
    this.#takeAll(BLANKS);
  }

  #takeAll(pattern: RegExp): boolean {
    pattern.lastIndex = this.#at;
    if (!pattern.test(this.text)) return false;
    this.#at = pattern.lastIndex;
    return true;
  }

  #end(): void {
    this.#at = this.text.length;
  }
}

import {
  type Box,
  covers,
  emptyWord,
  type Hit,
  openBox,
  type Place,
  placeIn,
  type Word,
} from "./outline.ts";
import { beginsComment, isBlank, readWord, skipBlanks, upToCursor } from "./words.ts";

/** What may come next between two brackets. */
type Next = "entry" | "colon" | "value" | "comma";

interface Level {
  readonly box: Box;
  next: Next;
}

/** Goes through what stands between brackets, finished or not, and tells where the cursor is in it. */
export class FlowReader {
  readonly #text: string;
  readonly #cursor: number;
  readonly #levels: Level[] = [];
  hit: Hit | undefined;

  constructor(text: string, cursor: number) {
    this.#text = text;
    this.#cursor = cursor;
  }

  /** Whether a bracket is still open. */
  get isOpen(): boolean {
    return this.#levels.length > 0;
  }

  /** Gives up on brackets that nobody closed. */
  abandon(): void {
    this.#levels.length = 0;
  }

  /** Begins with the bracket at a place. */
  open(at: number, place: Place): void {
    const box = openBox(this.#text[at] === "{" ? "map" : "sequence", -1, place);
    this.#levels.push({ box, next: "entry" });
  }

  /** Reads on from `at` to the end of the line, or to behind the last closing bracket. */
  readLine(at: number, lineStart: number, lineEnd: number): number {
    let from = at;
    for (;;) {
      const level = this.#levels.at(-1);
      if (level === undefined) return from;
      const start = skipBlanks(this.#text, from, lineEnd);
      const isEnd = start >= lineEnd || beginsComment(this.#text, start, lineStart);
      this.#gap(level, from, start, !isEnd && isWordStart(this.#text[start]));
      if (isEnd) {
        if (this.hit === undefined && start < this.#cursor && this.#cursor <= lineEnd)
          this.hit = { kind: "nowhere" };
        return lineEnd;
      }
      from = this.#token(level, start, lineEnd);
    }
  }

  /** The cursor between two tokens; at the beginning of a word it belongs to that. */
  #gap({ box, next }: Level, from: number, to: number, isWordNext: boolean): void {
    const cursor = this.#cursor;
    if (this.hit !== undefined || cursor < from || cursor > to || (isWordNext && cursor === to))
      return;
    this.hit = this.#hitOn(box, next, emptyWord(cursor), false);
  }

  #hitOn(box: Box, next: Next, word: Word, hasColon: boolean): Hit {
    if (next === "comma" || next === "colon") return { kind: "nowhere" };
    if (box.kind === "map" && next === "entry") return { kind: "key", box, word, hasColon };
    const place = box.kind === "map" ? box.current : placeIn(box, "[]");
    return { kind: "value", place, word, isOwnLine: true };
  }

  #token(level: Level, at: number, lineEnd: number): number {
    const unit = this.#text[at];
    if (unit === "[" || unit === "{") this.#nested(level, at);
    else if (unit === "]" || unit === "}") this.#levels.pop();
    else if (unit === ",") level.next = "entry";
    else if (unit === ":" && level.next !== "value") level.next = "value";
    else return this.#word(level, at, lineEnd);
    return at + 1;
  }

  #nested(level: Level, at: number): void {
    if (level.box.kind === "sequence") level.box.current = placeIn(level.box, "[]");
    level.next = "comma";
    this.open(at, level.box.current);
  }

  #word(level: Level, start: number, lineEnd: number): number {
    const read = readWord(this.#text, start, lineEnd, (at) => this.#endsWord(at, start, lineEnd));
    const word = read.end > start ? read : { ...read, end: start + 1 };
    const { box } = level;
    const isKey = box.kind === "map" && level.next === "entry";
    const after = skipBlanks(this.#text, word.end, lineEnd);
    const whole = upToCursor(this.#text, word, this.#cursor, lineEnd);
    if (this.hit === undefined && covers(whole, this.#cursor)) {
      this.hit = this.#hitOn(box, level.next, whole, this.#text[after] === ":");
    }
    if (isKey) box.current = placeIn(box, word.text);
    if (isKey || box.kind === "sequence") box.words.push(word);
    if (level.next === "value") box.current.isFilled = true;
    level.next = isKey ? "colon" : "comma";
    return word.end;
  }

  #endsWord(at: number, start: number, lineEnd: number): boolean {
    const unit = this.#text[at] ?? "";
    if (",[]{}".includes(unit)) return true;
    if (unit !== ":" || at === start) return false;
    const after = this.#text[at + 1];
    return at + 1 >= lineEnd || isBlank(after) || ",[]{}".includes(after ?? "");
  }
}

function isWordStart(unit: string | undefined): boolean {
  return unit !== undefined && !",[]{}:".includes(unit);
}

import type { TextLines } from "../../text.ts";
import { FlowReader } from "./flow.ts";
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
import { beginsComment, isBlank, isColon, readWord, skipBlanks, upToCursor } from "./words.ts";

/** Goes once through a project file, finished or not, and finds where the cursor stands in it. */
export class BlockReader {
  readonly #text: string;
  readonly #lines: TextLines;
  readonly #cursor: number;
  readonly #root: Place = placeIn(undefined, "");
  readonly #open: Box[] = [];
  readonly #flow: FlowReader;
  /** Lines that are set in deeper are those of a text. */
  #textBelow: number | undefined;
  #hit: Hit | undefined;

  constructor(lines: TextLines, cursor: number) {
    this.#text = lines.text;
    this.#lines = lines;
    this.#cursor = cursor;
    this.#flow = new FlowReader(lines.text, cursor);
  }

  /** Reads all of it: what stands behind the cursor tells what need not be offered. */
  read(): Hit {
    for (let line = 0; line < this.#lines.count; line++) {
      this.#line(this.#lines.startOf(line), this.#lines.endOf(line));
    }
    return this.#hit ?? this.#flow.hit ?? { kind: "nowhere" };
  }

  #line(lineStart: number, end: number): void {
    const start = this.#text[lineStart] === "\ufeff" ? lineStart + 1 : lineStart;
    const at = skipBlanks(this.#text, start, end);
    const isCursorHere = start <= this.#cursor && this.#cursor <= end;
    const isEmpty = at >= end || beginsComment(this.#text, at, start);
    if (this.#flow.isOpen && !isEmpty && this.#endsFlow(at, at - start)) this.#flow.abandon();
    if (this.#flow.isOpen) {
      this.#flow.readLine(start, start, end);
      return;
    }
    if (this.#isText(at - start, at >= end)) {
      if (isCursorHere && at < end) this.#nowhere();
      return;
    }
    if (
      isEmpty ||
      /^(?:---|\.\.\.)(?:\s|$)/.test(this.#text.slice(start, Math.min(end, start + 4)))
    ) {
      if (isCursorHere) this.#onEmptyLine(start, at);
      return;
    }
    this.#content(start, at, end);
    if (isCursorHere && this.#flow.hit === undefined) this.#nowhere();
  }

  /** Brackets that are closed nowhere end where a line is set in no deeper than what they belong to. */
  #endsFlow(at: number, column: number): boolean {
    const indent = this.#open.at(-1)?.indent ?? -1;
    return column <= indent && !"]}".includes(this.#text[at] ?? "");
  }

  #isText(column: number, isEmpty: boolean): boolean {
    if (this.#textBelow === undefined) return false;
    if (isEmpty || column > this.#textBelow) return true;
    this.#textBelow = undefined;
    return false;
  }

  #nowhere(): void {
    this.#hit ??= { kind: "nowhere" };
  }

  #onEmptyLine(start: number, firstMark: number): void {
    if (this.#cursor > firstMark) {
      this.#nowhere();
      return;
    }
    const column = this.#cursor - start;
    const box = this.#boxAt(column);
    const word = emptyWord(this.#cursor);
    if (box?.indent === column) {
      this.#hit ??=
        box.kind === "map"
          ? { kind: "key", box, word, hasColon: false }
          : { kind: "value", place: placeIn(box, "[]"), word, isOwnLine: true, newItemOf: box };
      return;
    }
    const place = box === undefined ? this.#root : box.current;
    this.#hit ??= isTaken(place)
      ? { kind: "nowhere" }
      : { kind: "value", place, word, isOwnLine: true };
  }

  /** The innermost open list or map whose entries begin at a column or before it. */
  #boxAt(column: number): Box | undefined {
    let index = this.#open.length - 1;
    for (; index >= 0; index--) {
      const box = this.#open[index];
      if (box === undefined || box.indent < column) break;
      const isMapBelow = this.#open[index - 1]?.indent === column;
      if (box.indent === column && !(box.kind === "sequence" && isMapBelow)) break;
    }
    return this.#open[index];
  }

  #content(lineStart: number, first: number, end: number): void {
    let at = first;
    let place: Place | undefined;
    while (this.#text[at] === "-" && (at + 1 >= end || isBlank(this.#text[at + 1]))) {
      place = this.#item(at - lineStart, place);
      const next = skipBlanks(this.#text, at + 1, end);
      const isEnd = next >= end || beginsComment(this.#text, next, lineStart);
      if (at < this.#cursor && (isEnd ? this.#cursor <= next : this.#cursor < next)) {
        const word = emptyWord(this.#cursor);
        this.#hit ??= { kind: "value", place, word, isOwnLine: true };
      }
      if (isEnd) return;
      at = next;
    }
    this.#entry(at, at - lineStart, lineStart, end);
  }

  /** A dash: one item more of the list of this column, or the first of a new one. */
  #item(column: number, before: Place | undefined): Place {
    if (before === undefined) this.#close((it) => it.indent > column);
    let box = this.#open.at(-1);
    if (box?.kind !== "sequence" || box.indent !== column) {
      box = openBox("sequence", column, before ?? this.#placeForNew());
      this.#open.push(box);
    }
    box.current = placeIn(box, "[]");
    return box.current;
  }

  #placeForNew(): Place {
    return this.#open.at(-1)?.current ?? this.#root;
  }

  #close(fits: (box: Box) => boolean): void {
    for (let box = this.#open.at(-1); box !== undefined && fits(box); box = this.#open.at(-1)) {
      this.#open.pop();
    }
  }

  #entry(at: number, column: number, lineStart: number, end: number): void {
    const word = readWord(this.#text, at, end, (it) => isColon(this.#text, it, end));
    const behind = skipBlanks(this.#text, word.end, end);
    const isKey =
      isColon(this.#text, behind, end) || (word.quote !== "" && this.#text[behind] === ":");
    const isBracket = "[{".includes(this.#text[at] ?? " ");
    if (isKey && !isBracket) {
      this.#key(word, column, lineStart, behind, end);
      return;
    }
    this.#closeFor(column);
    this.#alone(word, column, lineStart, end);
  }

  /** Ends what a key or text at a column cannot belong to. */
  #closeFor(column: number): void {
    this.#close((it) => it.indent > column || (it.kind === "sequence" && it.indent === column));
  }

  #key(word: Word, column: number, lineStart: number, colon: number, end: number): void {
    const box = this.#mapAt(column);
    if (covers(word, this.#cursor)) this.#hit ??= { kind: "key", box, word, hasColon: true };
    box.words.push(word);
    box.current = placeIn(box, word.text);
    this.#value(box.current, colon + 1, lineStart, end);
  }

  #mapAt(column: number): Box {
    this.#closeFor(column);
    const last = this.#open.at(-1);
    if (last?.kind === "map" && last.indent === column) return last;
    const box = openBox("map", column, this.#placeForNew());
    this.#open.push(box);
    return box;
  }

  /** A word without a colon: a key that is being typed, a value on a line of its own, or more of one. */
  #alone(word: Word, column: number, lineStart: number, end: number): void {
    const last = this.#open.at(-1);
    const whole = upToCursor(this.#text, word, this.#cursor, end);
    if (last?.kind === "map" && last.indent === column && !isBracketAt(this.#text, word.start)) {
      if (covers(whole, this.#cursor))
        this.#hit ??= { kind: "key", box: last, word: whole, hasColon: false };
      last.words.push(word);
      return;
    }
    const place = this.#placeForNew();
    if (isTaken(place)) return;
    this.#scalar(place, word.start, lineStart, end, true);
  }

  #value(place: Place, from: number, lineStart: number, end: number): void {
    const at = skipBlanks(this.#text, from, end);
    const isEnd = at >= end || beginsComment(this.#text, at, lineStart);
    if (from <= this.#cursor && (isEnd ? this.#cursor <= at : this.#cursor < at)) {
      this.#hit ??= { kind: "value", place, word: emptyWord(this.#cursor), isOwnLine: false };
    }
    if (!isEnd) this.#scalar(place, at, lineStart, end, false);
  }

  #scalar(place: Place, at: number, lineStart: number, end: number, isOwnLine: boolean): void {
    if (isBracketAt(this.#text, at)) {
      this.#flow.open(at, place);
      this.#flow.readLine(at + 1, lineStart, end);
      return;
    }
    place.isFilled = true;
    if ("|>".includes(this.#text[at] ?? " ")) {
      this.#textBelow = this.#open.at(-1)?.indent ?? -1;
      return;
    }
    const word = readWord(this.#text, at, end, () => false);
    const whole = upToCursor(this.#text, word, this.#cursor, end);
    if (place.box?.kind === "sequence") place.box.words.push(word);
    if (covers(whole, this.#cursor)) this.#hit ??= { kind: "value", place, word: whole, isOwnLine };
  }
}

function isBracketAt(text: string, at: number): boolean {
  return text[at] === "[" || text[at] === "{";
}

/** Whether something stands there, or it is that of a map of which no key has been read yet. */
function isTaken({ box, key, isFilled, child }: Place): boolean {
  return isFilled || child !== undefined || (box?.kind === "map" && key === "[]");
}

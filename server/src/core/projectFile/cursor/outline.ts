/** A list or map that is open while the text is gone through. */
export interface Box {
  readonly kind: "map" | "sequence";
  /** The column of its keys or dashes; -1 between brackets, where columns mean nothing. */
  readonly indent: number;
  /** What it is the value of. */
  readonly up: Place;
  /** The keys of a map, or the texts of a list, in the order of the text. */
  readonly words: Word[];
  /** The entry that was begun last. */
  current: Place;
}

/** A value that may be written: of a key, of an item, or of the whole file. */
export interface Place {
  readonly box: Box | undefined;
  /** The key; `[]` for an item of a list. */
  readonly key: string;
  /** The list or map that stands there. */
  child: Box | undefined;
  /** Whether a text stands there. */
  isFilled: boolean;
}

/** A text without line ends: a key, a value or the beginning of either. */
export interface Word {
  readonly start: number;
  /** Behind its last character, quotation marks included. */
  readonly end: number;
  readonly text: string;
  readonly quote: "" | '"' | "'";
}

/** Where the cursor was found, while the rest of the text may still say more of it. */
export type Hit =
  | { readonly kind: "key"; readonly box: Box; readonly word: Word; readonly hasColon: boolean }
  | {
      readonly kind: "value";
      readonly place: Place;
      readonly word: Word;
      /** Whether nothing but dashes and blanks stands before it on its line. */
      readonly isOwnLine: boolean;
      /** The list in which it would be one item more, its dash still to be written. */
      readonly newItemOf?: Box;
    }
  /** In a comment, or where nothing can be told. */
  | { readonly kind: "nowhere" };

export function placeIn(box: Box | undefined, key: string): Place {
  return { box, key, child: undefined, isFilled: false };
}

export function openBox(kind: Box["kind"], indent: number, up: Place): Box {
  const box: Box = { kind, indent, up, words: [], current: up };
  box.current = placeIn(box, "[]");
  up.child = box;
  return box;
}

/** Keys from the top down to a value, `[]` for an item of a list. */
export function pathOf(place: Place): readonly string[] {
  const path: string[] = [];
  for (let at = place; at.box !== undefined; at = at.box.up) path.push(at.key);
  return path.reverse();
}

export function emptyWord(at: number): Word {
  return { start: at, end: at, text: "", quote: "" };
}

export function covers({ start, end }: Pick<Word, "start" | "end">, offset: number): boolean {
  return start <= offset && offset <= end;
}

import { type Position, type Range, TextLines } from "../text.ts";
import { BlockReader } from "./cursor/block.ts";
import { type Hit, pathOf, type Word } from "./cursor/outline.ts";

/** What stands, or can be written, at a place of a project file. */
export interface ProjectCursor {
  /** Keys from the top, `[]` for an item of a list: of the map for a key, of itself for a value. */
  readonly path: readonly string[];
  readonly expected: "key" | "value";
  /** The word around the cursor with its quotation marks; empty between words. */
  readonly replace: Range;
  /** The word without its quotation marks. */
  readonly word: string;
  readonly quote: "" | '"' | "'";
  /** The other keys of the map, or the other texts of the list. */
  readonly others: readonly string[];
  /** Whether a colon follows the word. */
  readonly hasColon: boolean;
  /** Whether a map can begin here: on a line of its own, behind a dash or between brackets. */
  readonly isOwnLine: boolean;
  /** Whether it would be one item more of a list, its dash still to be written. */
  readonly needsDash: boolean;
  /** Whether it stands between brackets. */
  readonly isFlow: boolean;
}

/** Finds the place of the cursor in a project file as it is being typed, broken or not. */
export function projectCursor(text: string, position: Position): ProjectCursor | undefined {
  const lines = new TextLines(text);
  const hit = resolved(new BlockReader(lines, lines.offsetAt(position)).read());
  if (hit.kind === "nowhere") return undefined;
  const { word } = hit;
  const box = hit.kind === "key" ? hit.box : hit.place.box;
  const isListed = hit.kind === "key" || box?.kind === "sequence";
  return {
    path: hit.kind === "key" ? pathOf(hit.box.up) : pathOf(hit.place),
    expected: hit.kind,
    replace: lines.range(word.start, word.end),
    word: word.text,
    quote: word.quote,
    others: isListed && box !== undefined ? otherWords(box.words, word) : [],
    hasColon: hit.kind === "key" && hit.hasColon,
    isOwnLine: hit.kind === "value" && hit.isOwnLine,
    needsDash: hit.kind === "value" && hit.newItemOf !== undefined,
    isFlow: box?.indent === -1,
  };
}

/** A word alone where a map has begun below it is a key of that map, its colon still to come. */
function resolved(hit: Hit): Hit {
  if (hit.kind !== "value" || !hit.isOwnLine || hit.newItemOf !== undefined) return hit;
  const { child } = hit.place;
  if (child === undefined || child.indent === -1) return hit;
  if (child.kind === "map") return { kind: "key", box: child, word: hit.word, hasColon: false };
  const place = { ...hit.place, box: child, key: "[]" };
  return { ...hit, place, newItemOf: child };
}

function otherWords(words: readonly Word[], { start }: Word): readonly string[] {
  return words.flatMap((it) => (it.start === start ? [] : [it.text]));
}

import { type Position, type Range, TextLines } from "../../server/src/core/text.ts";

/** A source with its marks taken out: `|` is the cursor, `[|…|]` a range. */
export interface Marked {
  readonly text: string;
  readonly cursors: readonly Position[];
  readonly ranges: readonly Range[];
}

/** Reads `|` and `[|…|]` in a source; where the language needs a real bar, name another mark. */
export function marked(source: string, mark = "|"): Marked {
  let text = "";
  const cursors: number[] = [];
  const ranges: { start: number; end: number }[] = [];
  const open: number[] = [];
  for (let i = 0; i < source.length; ) {
    if (source.startsWith(`[${mark}`, i)) {
      open.push(text.length);
      i += 1 + mark.length;
    } else if (source.startsWith(`${mark}]`, i) && open.length > 0) {
      ranges.push({ start: open.pop() ?? 0, end: text.length });
      i += 1 + mark.length;
    } else if (source.startsWith(mark, i)) {
      cursors.push(text.length);
      i += mark.length;
    } else {
      text += source[i];
      i++;
    }
  }
  if (open.length > 0) throw new Error(`A range is not closed in ${JSON.stringify(source)}`);
  const lines = new TextLines(text);
  return {
    text,
    cursors: cursors.map((offset) => lines.positionAt(offset)),
    ranges: ranges.map(({ start, end }) => lines.range(start, end)),
  };
}

/** The one cursor of a source that has exactly one. */
export function markedCursor(source: string, mark?: string): { text: string; cursor: Position } {
  const { text, cursors } = marked(source, mark);
  const [cursor, ...others] = cursors;
  if (cursor === undefined || others.length > 0) throw new Error("One cursor is needed.");
  return { text, cursor };
}

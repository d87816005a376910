import { readReferences } from "../core/annotation/references.ts";
import type { ProjectCursor } from "../core/projectFile/cursor.ts";
import type { Forms } from "../core/reference/forms.ts";
import type { Reference } from "../core/reference.ts";
import { type Position, type Range, TextLines } from "../core/text.ts";

/** One of the ids of a value such as `CR 1.1, 1.3`: the one that the cursor stands in. */
export interface IdAt {
  /** Absent where it is none yet. */
  readonly reference?: Reference;
  readonly range: Range;
  /** What the others between the same quotation marks name. */
  readonly others: readonly Reference[];
}

/** The id at the cursor, commas being what parts one from the next. */
export function idAt(
  text: string,
  { replace, quote }: ProjectCursor,
  position: Position,
  forms: Forms,
): IdAt {
  const lines = new TextLines(text);
  const { line } = position;
  const from = replace.start.character + quote.length;
  const to = replace.end.character;
  const written = lines.lineText(line);
  const word = written.slice(from, to).replace(/["']$/, quote === "" ? "$&" : "");
  const cursor = Math.min(Math.max(position.character - from, 0), word.length);
  const begin = cursor === 0 ? 0 : word.lastIndexOf(",", cursor - 1) + 1;
  const comma = word.indexOf(",", cursor);
  const part = word.slice(begin, comma === -1 ? undefined : comma);
  const start = from + begin + (part.length - part.trimStart().length);
  const end = Math.max(start, from + begin + part.trimEnd().length, position.character);
  // A bare number, as in `CR 1.1, 1.3`, belongs to the id before it.
  const before = readReferences(word.slice(0, Math.max(begin - 1, 0)), forms).references;
  const reference = readReferences(word.slice(0, begin) + part, forms).references.slice(
    before.length,
  )[0];
  const after = comma === -1 ? [] : readReferences(word.slice(comma + 1), forms).references;
  return {
    ...(reference !== undefined && { reference }),
    range: { start: { line, character: start }, end: { line, character: end } },
    others: [...before, ...after],
  };
}

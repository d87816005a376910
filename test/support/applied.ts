import type { TextEdit } from "../../server/src/core/annotation.ts";
import { comparePositions, TextLines } from "../../server/src/core/text.ts";

/** A text after edits that do not overlap; those of one place stand in the order of the list. */
export function applied(text: string, edits: readonly TextEdit[]): string {
  const lines = new TextLines(text);
  const sorted = [...edits].sort((a, b) => comparePositions(a.range.start, b.range.start));
  let result = "";
  let at = 0;
  for (const { range, newText } of sorted) {
    const start = lines.offsetAt(range.start);
    if (start < at) throw new Error("Two edits overlap.");
    result += text.slice(at, start) + newText;
    at = lines.offsetAt(range.end);
  }
  return result + text.slice(at);
}

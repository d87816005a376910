import type { Encoding } from "./encoding.ts";

/** How many units of an encoding a code point takes. Half of a surrogate pair is written as U+FFFD, which takes as many. */
function unitsOf(codePoint: number, encoding: Encoding): number {
  if (encoding === "utf-32") return 1;
  if (encoding === "utf-16") return codePoint > 0xffff ? 2 : 1;
  if (codePoint < 0x80) return 1;
  if (codePoint < 0x800) return 2;
  return codePoint > 0xffff ? 4 : 3;
}

/** The column in `to` of a column in `from`: no further than the line's end, and never inside of a code point. */
export function columnIn(line: string, column: number, from: Encoding, to: Encoding): number {
  let before = 0;
  let result = 0;
  for (const character of line) {
    const codePoint = character.codePointAt(0) ?? 0;
    before += unitsOf(codePoint, from);
    // Also what is no number ends the loop.
    if (!(before <= column)) break;
    result += unitsOf(codePoint, to);
  }
  return result;
}

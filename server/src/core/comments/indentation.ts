import { isBlank, isLineEnd, SPACE, TAB } from "./characters.ts";
import type { Scanner } from "./scanner.ts";

/** The column at which a line's text begins, tabs being eight wide; Infinity on an empty line. */
export function indentOf(scanner: Scanner, line: number): number {
  let column = 0;
  let at = line;
  for (; isBlank(scanner.unit(at)); at++) {
    if (scanner.unit(at) === TAB) column = column - (column % 8) + 8;
    else if (scanner.unit(at) === SPACE) column++;
  }
  return at >= scanner.length || isLineEnd(scanner.unit(at)) ? Number.POSITIVE_INFINITY : column;
}

/**
 * From a line's end: the end of the last line that belongs to its indented block, which empty
 * lines may part. Equal to `end` where no line is indented so far.
 */
export function endOfIndented(scanner: Scanner, end: number, indent: number): number {
  let last = end;
  let next = end;
  while (next < scanner.length) {
    const line = scanner.behindLineEnd(next);
    const column = indentOf(scanner, line);
    if (column < indent) return last;
    next = scanner.lineEnd(line);
    if (column !== Number.POSITIVE_INFINITY) last = next;
  }
  return last;
}

/** The column of the first line behind a line's end that is not empty; Infinity for none. */
export function indentBehind(scanner: Scanner, end: number): number {
  let next = end;
  while (next < scanner.length) {
    const line = scanner.behindLineEnd(next);
    const column = indentOf(scanner, line);
    if (column !== Number.POSITIVE_INFINITY) return column;
    next = scanner.lineEnd(line);
  }
  return Number.POSITIVE_INFINITY;
}

import type { Reader } from "./reader.ts";

const LIST = /(?: *(?:[,;&+]|\/(?!\/)|and(?![a-z])))+ */iy;
const LOOSE_DASH = / -+(?= |$)/y;
const DASHES = /-+/y;

/** Moves behind what separates two claims; whether there was anything. */
export function takeListSeparator(reader: Reader): boolean {
  return reader.take(LIST) !== undefined;
}

/**
 * Moves behind what separates the claims from the text, and gives the separator's span. A hyphen
 * needs a blank at its side; a typographic dash, as in `CR 3.1–Title`, does not.
 */
export function takeTextSeparator(
  reader: Reader,
  line: string,
): { start: number; end: number } | undefined {
  const start = reader.position;
  if (reader.next === ":") return { start, end: ++reader.position };
  const behindBlank = reader.text.charAt(start - 1) === " ";
  const dashes = reader.take(DASHES);
  if (dashes === undefined) return undefined;
  const end = reader.position;
  const beforeBlank = reader.atEnd || reader.next === " ";
  if (behindBlank || beforeBlank || line.charAt(start) !== "-") return { start, end };
  reader.position = start;
  return undefined;
}

/** Moves to the next comma, colon or dash between blanks, or to the end. */
export function skipToSeparator(reader: Reader): void {
  while (!reader.atEnd && !",;:".includes(reader.next) && !reader.sees(LOOSE_DASH)) {
    reader.position++;
  }
}

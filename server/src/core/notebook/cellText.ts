import type { JsonSpan } from "./jsonReader.ts";

/** The text of a cell, and where each unit of it stands in the notebook. */
export interface CellText {
  readonly text: string;
  /** Offset by offset, that behind the last unit included. */
  readonly offsets: readonly number[];
}

const ESCAPES: Readonly<Record<string, string>> = {
  n: "\n",
  r: "\r",
  t: "\t",
  b: "\b",
  f: "\f",
};
const CODE_UNIT = /u([0-9a-f]{4})/iy;

/**
 * Reads the strings of a source. Each begins a line, as notebooks are written, so that no line of a cell stands in
 * two lines of the notebook; a string with a line end of its own is no JSON.
 */
export function cellText(notebook: string, source: readonly JsonSpan[]): CellText {
  let text = "";
  const offsets: number[] = [];
  let end = 0;
  for (const span of source) {
    if (text !== "" && !text.endsWith("\n")) {
      text += "\n";
      offsets.push(end);
    }
    end = span.end;
    const written = notebook.slice(span.start, span.end);
    if (/[\r\n]/.test(written)) continue;
    for (let at = 0; at < written.length; ) {
      const { unit, length } = unitAt(written, at);
      text += unit;
      offsets.push(span.start + at);
      at += length;
    }
  }
  return { text, offsets: [...offsets, end] };
}

function unitAt(written: string, at: number): { readonly unit: string; readonly length: number } {
  const unit = written.charAt(at);
  if (unit !== "\\") return { unit, length: 1 };
  CODE_UNIT.lastIndex = at + 1;
  const [, code] = CODE_UNIT.exec(written) ?? [];
  if (code !== undefined)
    return { unit: String.fromCharCode(Number.parseInt(code, 16)), length: 6 };
  const escaped = written.charAt(at + 1);
  return { unit: ESCAPES[escaped] ?? escaped, length: 2 };
}

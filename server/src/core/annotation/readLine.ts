import type { Forms } from "../reference/forms.ts";
import { detached } from "../text.ts";
import { canonicalEdit } from "./canonical.ts";
import type { ParsedLine } from "./parsed.ts";
import { parseLine } from "./parseLine.ts";

/** What a line says, wherever it stands. */
export interface ReadLine {
  /** The line itself; it does not keep its text in memory. */
  readonly source: string;
  readonly parsed: ParsedLine;
  readonly edit: ReturnType<typeof canonicalEdit>;
}

/** A code base repeats few writings: so many are remembered, and none that is longer. */
const MOST_LINES = 1000;
const LONGEST_LINE = 200;

const known = new WeakMap<Forms, Map<string, ReadLine>>();

/** Reads a line, or remembers what it says; what is remembered holds for any place. */
export function readLine(line: string, forms: Forms): ReadLine {
  const lines = linesOf(forms);
  const before = lines.get(line);
  if (before !== undefined) return before;
  const source = detached(line);
  const parsed = parseLine(source, forms);
  const read = { source, parsed, edit: canonicalEdit(parsed, source, forms) };
  if (lines.size >= MOST_LINES) lines.clear();
  if (source.length <= LONGEST_LINE) lines.set(source, read);
  return read;
}

function linesOf(forms: Forms): Map<string, ReadLine> {
  const lines = known.get(forms) ?? new Map<string, ReadLine>();
  if (lines.size === 0) known.set(forms, lines);
  return lines;
}

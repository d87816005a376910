import { comparePositions, type Position, type Range, type TextLines } from "../text.ts";
import { isNothing, type MapEntry, type ProjectNode } from "./node.ts";

/** A project file as it is written. */
export interface WrittenFile {
  readonly lines: TextLines;
  readonly root: ProjectNode;
  readonly isJson: boolean;
}

/** Whether a value says nothing: absent, null, or an empty list or map. */
export function isEmpty(node: ProjectNode): boolean {
  if (node.kind === "map") return node.entries.length === 0;
  return node.kind === "sequence" ? node.items.length === 0 : isNothing(node);
}

/** Whether a list or map stands between brackets. */
export function isFlow(lines: TextLines, { kind, range }: ProjectNode): boolean {
  if (kind === "scalar") return false;
  const bracket = lines.text[lines.offsetAt(range.start)];
  return bracket === "[" || bracket === "{";
}

/** The place behind the colon of a key; nothing where the two stand apart. */
export function behindColon(lines: TextLines, { keyRange }: MapEntry): Position | undefined {
  const { line, character } = keyRange.end;
  const [space] = /^\s*:/.exec(lines.lineText(line).slice(character)) ?? [];
  return space === undefined ? undefined : { line, character: character + space.length };
}

/** Whether nothing at all is written for the value of a key. */
export function isBare({ value }: MapEntry, colon: Position): boolean {
  const { start, end } = value.range;
  return (
    isNothing(value) && (comparePositions(start, end) === 0 || comparePositions(end, colon) < 0)
  );
}

/** A value with the blanks between it and its key's colon; alone where more stands between them. */
export function withSpaceBefore(lines: TextLines, colon: Position, { start, end }: Range): Range {
  const between = lines.text.slice(lines.offsetAt(colon), lines.offsetAt(start));
  return { start: between.trim() === "" ? colon : start, end };
}

/** How far a place is set in, as blanks; nothing where more than dashes stands before it on its line. */
export function indentOf(lines: TextLines, { line, character }: Position): string | undefined {
  const before = lines.lineText(line).slice(0, character).replace("\ufeff", "");
  return /^(?: *- )* *$/.test(before) ? " ".repeat(before.length) : undefined;
}

export function endOfLine(lines: TextLines, line: number): Position {
  return { line, character: lines.endOf(line) - lines.startOf(line) };
}

/** How the lines of a file end: as the first does. */
export function lineEndOf({ text }: TextLines): string {
  return /\r\n|\r|\n/.exec(text)?.[0] ?? "\n";
}

/** Whether a stretch that holds no values holds a comment. */
export function hasComment(lines: TextLines, { start, end }: Range): boolean {
  return lines.text.slice(lines.offsetAt(start), lines.offsetAt(end)).includes("#");
}

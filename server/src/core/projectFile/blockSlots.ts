import type { Position } from "../text.ts";
import type { MapEntry, ProjectNode } from "./node.ts";
import type { Slot } from "./slot.ts";
import {
  endOfLine,
  indentOf,
  isBare,
  lineEndOf,
  type WrittenFile,
  withSpaceBefore,
} from "./writtenFile.ts";

/** In a file that says nothing yet; its comments stay above. */
export function inEmptyFile(
  { lines, root, isJson }: WrittenFile,
  keys: readonly string[],
): Slot | undefined {
  const { start, end } = root.range;
  const isWritten = start.line !== end.line || start.character !== end.character;
  let last = lines.count - 1;
  while (last > 0 && lines.lineText(last).trim() === "") last--;
  const text = lines.lineText(last);
  const isBlank = text.trim() === "" || text.trim() === "\ufeff";
  if (isWritten || text.startsWith("...") || (isJson && !isBlank)) return undefined;
  const lineEnd = lineEndOf(lines);
  const behind = endOfLine(lines, last);
  const from = isBlank ? { line: last, character: text.startsWith("\ufeff") ? 1 : 0 } : behind;
  const isEnd = last === lines.count - 1;
  return {
    keys,
    at: { start: from, end: behind },
    before: isBlank ? "" : lineEnd + lineEnd,
    after: isEnd ? lineEnd : "",
    beside: [],
    form: isJson
      ? { kind: "whole", isJson, spread: { indent: "", unit: "  ", lineEnd } }
      : { kind: "block", indent: "", lineEnd },
  };
}

/** On the lines below a key without a value; an empty list or a null behind it goes. */
export function onNextLine(
  { lines }: WrittenFile,
  entry: MapEntry,
  colon: Position,
  keys: readonly string[],
): Slot | undefined {
  const { keyRange, value } = entry;
  const indent = indentOf(lines, keyRange.start);
  if (indent === undefined) return undefined;
  const isAbsent = isBare(entry, colon);
  const range = withSpaceBefore(lines, colon, value.range);
  const line = isAbsent ? colon.line : value.range.end.line;
  const beside = isAbsent ? [] : [{ range, newText: "" }];
  return { ...belowLine(lines, line, `${indent}  `), keys, beside };
}

/** Below the last item or entry of what holds one at least. */
export function behindLastLine(
  { lines, root }: WrittenFile,
  node: ProjectNode,
  keys: readonly string[],
): Slot | undefined {
  const { start, end } = node.range;
  const indent = indentOf(lines, start);
  if (indent === undefined) return undefined;
  // A text in lines of its own ends at the beginning of the next line.
  const isBehindLineEnd = end.character === 0 && end.line > start.line;
  let line = isBehindLineEnd ? end.line - 1 : end.line;
  while (isCommentBelow(lines.lineText(line + 1), indent)) line++;
  const slot = { ...belowLine(lines, line, indent), keys };
  return node === root ? { ...slot, before: slot.before + slot.before } : slot;
}

/** A comment that is set in deeper belongs to what stands above it. */
function isCommentBelow(text: string, indent: string): boolean {
  const [, space] = /^( *)#/.exec(text) ?? [];
  return space !== undefined && space.length > indent.length;
}

function belowLine(lines: WrittenFile["lines"], line: number, indent: string): Slot {
  const lineEnd = lineEndOf(lines);
  const end = endOfLine(lines, line);
  const form = { kind: "block", indent, lineEnd } as const;
  return { keys: [], at: { start: end, end }, before: lineEnd, after: "", beside: [], form };
}

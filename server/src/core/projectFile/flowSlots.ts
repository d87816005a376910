import { comparePositions, type Position, type TextLines } from "../text.ts";
import type { ProjectNode } from "./node.ts";
import type { Slot, Spread } from "./slot.ts";
import { endOfLine, lineEndOf, type WrittenFile } from "./writtenFile.ts";

/** Between brackets that hold nothing, or a comment at most. */
export function inEmptyBrackets(
  { lines, isJson }: WrittenFile,
  node: ProjectNode,
  keys: readonly string[],
): Slot {
  const open = lines.offsetAt(node.range.start) + 1;
  const close = lines.offsetAt(node.range.end) - 1;
  const isBlank = lines.text.slice(open, close).trim() === "";
  const space = node.kind === "map" ? " " : "";
  return {
    keys,
    at: lines.range(open, isBlank ? close : open),
    before: space,
    after: space,
    beside: [],
    form: { kind: "within", isJson },
  };
}

/** Between brackets, behind the last of what is there; on a line of its own where that has one. */
export function besideParts(
  { lines, isJson, root }: WrittenFile,
  node: ProjectNode,
  keys: readonly string[],
): Slot | undefined {
  const last = lastOf(node);
  if (last === undefined) return undefined;
  const close = lines.offsetAt(node.range.end) - 1;
  const comma = commaIn(lines.text, lines.offsetAt(last.end), close);
  const behind = comma === undefined ? last.end : lines.positionAt(comma + 1);
  const isSpread = behind.line < lines.lineAt(close);
  const at = isSpread ? endOfLine(lines, behind.line) : behind;
  const indent = /^[ \t]*/.exec(lines.lineText(last.start.line))?.[0] ?? "";
  const gap = isSpread ? lineEndOf(lines) + indent : " ";
  const isJoined = comparePositions(last.end, at) === 0;
  const isItem = node.kind === "sequence";
  const isPretty = isItem && isSpread && isJson && last.start.line < last.end.line;
  return {
    keys,
    at: { start: at, end: at },
    before: comma === undefined && isJoined ? `,${gap}` : gap,
    after: "",
    beside:
      comma === undefined && !isJoined
        ? [{ range: { start: last.end, end: last.end }, newText: "," }]
        : [],
    form: {
      kind: "within",
      isJson,
      ...(isPretty && { spread: { indent, unit: unitOf(lines, root), lineEnd: lineEndOf(lines) } }),
    },
  };
}

function lastOf(node: ProjectNode): { start: Position; end: Position } | undefined {
  if (node.kind === "sequence") return node.items.at(-1)?.range;
  const entry = node.kind === "map" ? node.entries.at(-1) : undefined;
  return entry && { start: entry.keyRange.start, end: entry.value.range.end };
}

/** Where a comma stands in a stretch of blanks, comments and perhaps a comma. */
function commaIn(text: string, start: number, end: number): number | undefined {
  for (let at = start; at < end; at++) {
    if (text[at] === ",") return at;
    if (text[at] === "#") while (at < end && !"\r\n".includes(text[at] ?? "\n")) at++;
  }
  return undefined;
}

/** By how much the lines of a file are set in: as its first key is. */
function unitOf(lines: TextLines, root: ProjectNode): Spread["unit"] {
  const first = root.kind === "map" ? root.entries[0] : undefined;
  const text = first === undefined ? "" : lines.lineText(first.keyRange.start.line);
  return /^[ \t]+/.exec(text)?.[0] ?? "  ";
}

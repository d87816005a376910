import { comparePositions } from "../text.ts";
import { behindLastLine, inEmptyFile, onNextLine } from "./blockSlots.ts";
import { besideParts, inEmptyBrackets } from "./flowSlots.ts";
import { isNothing, type MapEntry, type ProjectNode } from "./node.ts";
import type { ProjectPlaces, Slot } from "./slot.ts";
import {
  behindColon,
  hasComment,
  isBare,
  isEmpty,
  isFlow,
  type WrittenFile,
  withSpaceBefore,
} from "./writtenFile.ts";

/** Every place that edits ask for. */
export function placesOf(file: WrittenFile): ProjectPlaces {
  const statements = slotIn(file, ["statements"], "sequence");
  const target = slotOf(file, "target");
  const languages = slotIn(file, ["scan", "languages"], "map");
  const excludes = slotIn(file, ["scan", "exclude"], "sequence");
  return {
    ...(statements !== undefined && { statements }),
    ...(target !== undefined && { target }),
    ...(languages !== undefined && { languages }),
    ...(excludes !== undefined && { excludes }),
  };
}

/**
 * The place for one item more of the list at a path, or for one entry more of the map there; nothing
 * where something else stands on the way.
 */
function slotIn(
  file: WrittenFile,
  path: readonly string[],
  kind: "sequence" | "map",
): Slot | undefined {
  let node = file.root;
  let above: { readonly entry: MapEntry; readonly map: ProjectNode } | undefined;
  for (const [depth, key] of path.entries()) {
    if (isEmpty(node) || node.kind !== "map") break;
    const entry = node.entries.find((it) => it.key === key);
    if (entry === undefined) return behindLast(file, node, path.slice(depth));
    above = { entry, map: node };
    node = entry.value;
    if (depth === path.length - 1 && node.kind === kind && !isEmpty(node)) {
      return behindLast(file, node, []);
    }
    const keys = path.slice(depth + 1);
    const wanted = keys.length > 0 ? "map" : kind;
    if (isEmpty(node)) return inEmpty(file, { ...above, wanted }, keys);
  }
  return above === undefined && isEmpty(node) ? inRoot(file, path) : undefined;
}

/** The place of a value at the top, which takes the place of what its key has now. */
function slotOf(file: WrittenFile, key: string): Slot | undefined {
  const { root, lines, isJson } = file;
  if (isEmpty(root)) return inRoot(file, [key]);
  if (root.kind !== "map") return undefined;
  const entry = root.entries.find((it) => it.key === key);
  if (entry === undefined) return behindLast(file, root, [key]);
  const colon = behindColon(lines, entry);
  if (colon === undefined) return undefined;
  const at = isBare(entry, colon)
    ? { start: colon, end: colon }
    : withSpaceBefore(lines, colon, entry.value.range);
  const before = comparePositions(at.start, colon) === 0 ? " " : "";
  return { keys: [], at, before, after: "", beside: [], form: { kind: "whole", isJson } };
}

function inRoot(file: WrittenFile, keys: readonly string[]): Slot | undefined {
  const { root } = file;
  return root.kind === "map" ? inEmptyBrackets(file, root, keys) : inEmptyFile(file, keys);
}

/** The place of keys more, behind the last of what a list or map holds. */
export function behindLast(
  file: WrittenFile,
  node: ProjectNode,
  keys: readonly string[],
): Slot | undefined {
  return isFlow(file.lines, node)
    ? besideParts(file, node, keys)
    : behindLastLine(file, node, keys);
}

/** Behind a key that has no value, or an empty list or map. */
function inEmpty(
  file: WrittenFile,
  { entry, map, wanted }: { entry: MapEntry; map: ProjectNode; wanted: "sequence" | "map" },
  keys: readonly string[],
): Slot | undefined {
  const { lines, isJson } = file;
  const { value } = entry;
  const colon = behindColon(lines, entry);
  if (colon === undefined) return undefined;
  const isWithinFlow = isFlow(lines, map);
  if (!isNothing(value) && (isWithinFlow || hasComment(lines, value.range))) {
    return value.kind === wanted ? inEmptyBrackets(file, value, keys) : undefined;
  }
  if (!isWithinFlow) return onNextLine(file, entry, colon, keys);
  const isAbsent = isBare(entry, colon);
  const at = isAbsent ? { start: colon, end: colon } : value.range;
  const before = isAbsent ? " " : "";
  return { keys, at, before, after: "", beside: [], form: { kind: "whole", isJson } };
}

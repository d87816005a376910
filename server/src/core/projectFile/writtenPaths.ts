import type { Range } from "../text.ts";
import { entriesOf, itemsOf, type ProjectNode } from "./node.ts";
import { leavesFolder } from "./paths.ts";

/** A path of a file as it stands in a project file; relative to the project's folder and never outside of it. */
export interface WrittenPath {
  readonly path: string;
  /** With the quotation marks, where it has some. */
  readonly range: Range;
}

/** The evidence and the catalog files that a project file names, in the order of the text. */
export function writtenPaths(root: ProjectNode): readonly WrittenPath[] {
  return entriesOf(root).flatMap(({ key, value }) => {
    if (key === "catalogs") return itemsOf(value).flatMap(pathOf);
    if (key !== "statements") return [];
    return itemsOf(value)
      .flatMap(entriesOf)
      .filter((it) => it.key === "evidence")
      .flatMap((it) => itemsOf(it.value))
      .flatMap(pathOf);
  });
}

function pathOf(node: ProjectNode): readonly WrittenPath[] {
  if (node.kind !== "scalar" || typeof node.value !== "string") return [];
  const path = node.value.trim();
  return path === "" || leavesFolder(path) ? [] : [{ path, range: node.range }];
}

/** The steps from the project's folder to a file, whichever way the path's slashes lean. */
export function stepsOf(path: string): readonly string[] {
  return path
    .replaceAll("\\", "/")
    .split("/")
    .filter((it) => it !== "" && it !== ".");
}

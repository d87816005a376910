import type { Range } from "../text.ts";
import { entriesOf, itemsOf, type ProjectNode } from "./node.ts";

/** A part of the series, or of one's own, as it stands in a project file: `4-2`, `2-1:2009`. */
export interface WrittenPart {
  readonly part: string;
  /** With the quotation marks, where it has some. */
  readonly range: Range;
}

/** The parts to be covered that a project file names, known or not. */
export function writtenParts(root: ProjectNode): readonly WrittenPart[] {
  return entriesOf(root)
    .filter((it) => it.key === "parts")
    .flatMap((it) => itemsOf(it.value))
    .flatMap((it) =>
      it.kind === "scalar" && typeof it.value === "string"
        ? [{ part: it.value.trim(), range: it.range }]
        : [],
    );
}

import type { Range } from "../text.ts";

/** A value of a project file and where it stands. */
export type ProjectNode = ScalarNode | SequenceNode | MapNode;

export interface ScalarNode {
  readonly kind: "scalar";
  /** Absent values (`target:` with nothing behind it) are null. */
  readonly value: string | number | boolean | null;
  readonly range: Range;
}

export interface SequenceNode {
  readonly kind: "sequence";
  readonly items: readonly ProjectNode[];
  readonly range: Range;
}

export interface MapNode {
  readonly kind: "map";
  readonly entries: readonly MapEntry[];
  readonly range: Range;
}

export interface MapEntry {
  readonly key: string;
  readonly keyRange: Range;
  readonly value: ProjectNode;
}

/** Whether nothing is written there. */
export function isNothing(node: ProjectNode): boolean {
  return node.kind === "scalar" && node.value === null;
}

/** The entries of a map; of anything else none. */
export function entriesOf(node: ProjectNode): readonly MapEntry[] {
  return node.kind === "map" ? node.entries : [];
}

/** The items of a list; anything else is one item. */
export function itemsOf(node: ProjectNode): readonly ProjectNode[] {
  return node.kind === "sequence" ? node.items : [node];
}

/** A value as people would quote it, at most 60 characters. */
export function shown(node: ProjectNode): string {
  if (node.kind === "map") return "a map";
  if (node.kind === "sequence") return "a list";
  const text = typeof node.value === "string" ? `"${node.value}"` : String(node.value);
  return text.length > 60 ? `${text.slice(0, 59)}…` : text;
}

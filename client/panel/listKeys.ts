import type { ListRow } from "./listRow.ts";

const KEYS = [
  "ArrowDown",
  "ArrowUp",
  "ArrowLeft",
  "ArrowRight",
  "PageDown",
  "PageUp",
  "Home",
  "End",
  "Enter",
] as const;

/** The keys by which people go through a tree. */
export type ListKey = (typeof KEYS)[number];

interface Pressed {
  readonly key: string;
  readonly altKey: boolean;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
}

/** The key of an event when it is one of these; a blank acts as Enter. */
export function readListKey({ key, altKey, ctrlKey, metaKey }: Pressed): ListKey | undefined {
  if (altKey || ctrlKey || metaKey) return undefined;
  return key === " " ? "Enter" : KEYS.find((it) => it === key);
}

/** The row that a key goes to. `page` is the row one screen further. */
export function rowAfter(
  key: ListKey,
  rows: readonly ListRow[],
  index: number,
  page: number,
): number {
  const last = rows.length - 1;
  switch (key) {
    case "ArrowDown":
      return Math.min(index + 1, last);
    case "ArrowUp":
      return Math.max(index - 1, 0);
    case "PageDown":
      return Math.min(Math.max(page, index + 1), last);
    case "PageUp":
      return Math.max(Math.min(page, index - 1), 0);
    case "Home":
      return 0;
    case "End":
      return last;
    case "ArrowLeft":
      return parentOf(rows, index);
    case "ArrowRight":
      return rows[index]?.isOpen === true ? Math.min(index + 1, last) : index;
    case "Enter":
      return index;
  }
}

function parentOf(rows: readonly ListRow[], index: number): number {
  const level = rows[index]?.level ?? 1;
  for (let at = index - 1; at >= 0; at--) if ((rows[at]?.level ?? 1) < level) return at;
  return index;
}

import { table } from "../../markdown.ts";
import { count } from "../../terminal.ts";
import type { Rows } from "./blocks.ts";

/** Longer lists are folded, so that what follows is seen. */
const MOST_UNFOLDED = 15;

interface RowsAbout {
  /** What is unfolded, where it is folded. */
  readonly title: string;
  readonly header: readonly string[];
  readonly rows: readonly string[];
  /** What shows the rows that are left out. */
  readonly command?: string;
  readonly fold?: "always" | "long";
}

/** A table whose last rows may be left out; a long one is folded. */
export function rowsOf({
  title,
  header,
  rows,
  command = "iec62443 report",
  fold = "long",
}: RowsAbout): Rows {
  const head = table(header, []);
  const isFolded = fold === "always" || rows.length > MOST_UNFOLDED;
  return {
    before: isFolded ? `<details><summary>${title}</summary>\n\n${head}` : head,
    rows,
    more: (left) => `*${count(left, "more row")} left out here: \`${command}\` shows all.*`,
    ...(isFolded && { after: "</details>" }),
  };
}

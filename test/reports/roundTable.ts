import { type Column, column } from "../../server/src/core/report/table.ts";

/** A table of texts with what a table can hold beside them. */
export const ROUND: readonly Column<string>[] = [
  column("Text", 9, (it) => it),
  column("Twice", 9, (it) => it + it),
  column("Number", 9, (it) => it.length),
  column("Nothing", 9, () => undefined),
];

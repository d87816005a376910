import { nameOfPart } from "../../reference.ts";
import { type Column, column } from "../table.ts";
import type { ListedClaim } from "./list.ts";

/** The claims as a table: where, what each says, of which requirement, and for which code. */
export const LIST_TABLE: readonly Column<ListedClaim>[] = [
  column("Path", 36, ({ path }) => path),
  column("Line", 7, ({ line }) => line),
  column("Column", 7, ({ column }) => column),
  column("End line", 7, ({ endLine }) => endLine),
  column("End column", 7, ({ endColumn }) => endColumn),
  column("Relation", 15, ({ relation }) => relation),
  // With its series: a spreadsheet reads 4-2 as a day of April.
  column("Part", 15, ({ part }) => nameOfPart(part)),
  column("Requirement", 12, ({ requirement }) => requirement),
  column("Enhancement", 6, ({ enhancement }) => enhancement),
  column("Letter", 7, ({ item }) => item),
  column("Reference", 15, ({ reference }) => reference),
  column("Text", 50, ({ text }) => text),
  column("Code", 40, ({ subject }) => subject),
  column("Link", 30, ({ link }) => link),
];

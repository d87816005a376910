/** What a cell holds: a text, a number that counts as one, or nothing where nothing is known. */
export type Cell = string | number | undefined;

/** A column of a table. */
export interface Column<Row> {
  readonly header: string;
  /** How many characters are in sight, where a program shows widths. */
  readonly width: number;
  readonly of: (row: Row) => Cell;
  /** What the cell leads to, in a browser. */
  readonly linkOf?: (row: Row) => string | undefined;
}

/** A column by its header, its width and what it tells of a row. */
export function column<Row>(
  header: string,
  width: number,
  of: (row: Row) => Cell,
  linkOf?: (row: Row) => string | undefined,
): Column<Row> {
  return { header, width, of, ...(linkOf !== undefined && { linkOf }) };
}

/** A truth, in a word. */
export function yesOrNo(is: boolean): string {
  return is ? "yes" : "no";
}

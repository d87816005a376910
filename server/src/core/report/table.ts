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

/** A table among others, whatever its rows are. */
export interface Sheet {
  readonly name: string;
  readonly columns: readonly Pick<Column<never>, "header" | "width">[];
  /** The cells of each row. */
  readonly rows: () => Iterable<readonly LinkedCell[]>;
}

/** A cell and what it leads to. */
export interface LinkedCell {
  readonly value: Cell;
  readonly link?: string;
}

/** Rows as a sheet of at most so many lines with its header; of what is too much a last line tells. */
export function sheet<Row>(
  name: string,
  columns: readonly Column<Row>[],
  rows: readonly Row[],
  mostLines: number,
): Sheet {
  const fitting = rows.length < mostLines ? rows : rows.slice(0, mostLines - 2);
  const left = rows.length - fitting.length;
  return {
    name,
    columns,
    rows: function* () {
      for (const row of fitting) yield columns.map((it) => cellOf(it, row));
      if (left > 0) yield [{ value: `${left} rows more than a sheet holds. Use --format csv.` }];
    },
  };
}

function cellOf<Row>({ of, linkOf }: Column<Row>, row: Row): LinkedCell {
  const link = linkOf?.(row);
  return { value: of(row), ...(link !== undefined && { link }) };
}

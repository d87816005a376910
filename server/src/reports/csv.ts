import { stringify } from "csv-stringify/sync";
import type { Cell, Column } from "../core/report/table.ts";

/** Rows that are made into text together: one call for each row would take longest. */
const ROWS_AT_ONCE = 200;

/**
 * A table as RFC 4180 says, in pieces. A cell that a spreadsheet would run as a formula
 * gets an apostrophe in front (https://owasp.org/www-community/attacks/CSV_Injection).
 */
export function* csvOf<Row>(
  columns: readonly Column<Row>[],
  rows: Iterable<Row>,
): Iterable<string> {
  let gathered: Cell[][] = [columns.map((it) => it.header)];
  for (const row of rows) {
    gathered.push(columns.map((it) => it.of(row)));
    if (gathered.length < ROWS_AT_ONCE) continue;
    yield text(gathered);
    gathered = [];
  }
  if (gathered.length > 0) yield text(gathered);
}

function text(records: Cell[][]): string {
  return stringify(records, {
    record_delimiter: "\r\n",
    escape_formulas: true,
    // The one start that the library does not know of.
    cast: { string: (value) => (value.startsWith("\n") ? `'${value}` : value) },
  });
}

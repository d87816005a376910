import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { MATRIX, matrixRows } from "../../server/src/core/report/coverage/matrix.ts";
import type { Column } from "../../server/src/core/report/table.ts";
import { csvOf } from "../../server/src/reports/csv.ts";
import { anyReport, anyText, HOSTILE } from "../core/report/coverage/anyReport.ts";
import { ROUND } from "./roundTable.ts";

const FORMULA = /^[=+\-@\t\r\n＝＋－＠]/;

/** A text as it comes back from its bytes: half a character has none. */
const encoded = (text: string) => Buffer.from(text).toString();

/** What a table of cells has to say. */
const texts = (columns: readonly Column<string>[], rows: readonly string[]) =>
  rows.map((row) => columns.map((it) => encoded(String(it.of(row) ?? ""))));

const csvRows = (text: string): string[][] => parse(text, { record_delimiter: "\r\n" });

/** A cell without what keeps a spreadsheet from running it. */
const plain = (cell: string, original: string) =>
  FORMULA.test(original) ? cell.replace(/^'/, "") : cell;

describe("a csv", () => {
  const check = (rows: readonly string[]) => {
    const [header, ...read] = csvRows([...csvOf(ROUND, rows)].join(""));
    expect(header).toEqual(["Text", "Twice", "Number", "Nothing"]);
    const wanted = texts(ROUND, rows);
    expect(
      read.map((cells, row) => cells.map((it, at) => plain(it, wanted[row]?.[at] ?? ""))),
    ).toEqual(wanted);
    for (const cell of read.flat()) expect(cell).not.toMatch(FORMULA);
  };

  test("gives back any text, and no cell is a formula", () => {
    fc.assert(fc.property(fc.array(anyText), check));
  });

  test("gives back what is hostile", () => check(HOSTILE));

  test("defuses every start of a formula, and nothing else", () => {
    const starts = [..."=+-@\t\r\n＝＋－＠"];
    const read = csvRows([...csvOf(ROUND, [...starts, ..."a'%|;#"])].join("")).slice(1);
    expect(read.map(([it]) => it)).toEqual([...starts.map((it) => `'${it}`), ..."a'%|;#"]);
  });

  test("comes in pieces, each of whole lines, the same as at once", () => {
    const rows = Array.from({ length: 1000 }, (_, index) => `line ${index}\r\n"x"`);
    const pieces = [...csvOf(ROUND, rows)];
    expect(pieces.length).toBeGreaterThan(3);
    for (const piece of pieces) expect(piece.endsWith("\r\n")).toBe(true);
    check(rows);
  });

  test("of no rows is a header", () => {
    expect([...csvOf(ROUND, [])].join("")).toBe("Text,Twice,Number,Nothing\r\n");
  });

  test("of a report gives back any text", () => {
    fc.assert(
      fc.property(anyReport, (report) => {
        const rows = [...matrixRows(report)];
        const read = csvRows([...csvOf(MATRIX, rows)].join("")).slice(1);
        const wanted = rows.map((row) => MATRIX.map((it) => encoded(String(it.of(row) ?? ""))));
        expect(
          read.map((cells, row) => cells.map((it, at) => plain(it, wanted[row]?.[at] ?? ""))),
        ).toEqual(wanted);
      }),
    );
  });
});

import fc from "fast-check";
import { strFromU8, unzipSync } from "fflate";
import { XmlDocument } from "libxml2-wasm";
import readWorkbook from "read-excel-file/node";
import { describe, expect, test } from "vitest";
import { workbookOf } from "../../server/src/core/report/coverage/workbook.ts";
import { type Column, column, type Sheet, sheet } from "../../server/src/core/report/table.ts";
import { MOST_LINES, xlsxOf } from "../../server/src/reports/xlsx.ts";
import { LONGEST_CELL } from "../../server/src/reports/xlsxText.ts";
import { anyReport, anyText } from "../core/report/coverage/anyReport.ts";
import { ROUND } from "./roundTable.ts";

/** What a workbook can hold of a text. */
const held = (text: string) =>
  text
    .replace(/\r\n?/g, "\n")
    // biome-ignore lint/suspicious/noControlCharactersInRegex: XML cannot hold these.
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu, "");

const one = (rows: readonly string[], mostLines = MOST_LINES): Sheet =>
  sheet("One", ROUND, rows, mostLines);

async function readBack(sheets: readonly Sheet[]) {
  const workbook = await readWorkbook(Buffer.from(xlsxOf(sheets)), { trim: false });
  return workbook.map(({ sheet, data }) => ({ name: sheet, rows: data }));
}

/** The parts of a workbook by their paths; each is well-formed, or this throws. */
function partsOf(sheets: readonly Sheet[]): Readonly<Record<string, string>> {
  const parts = Object.entries(unzipSync(xlsxOf(sheets))).map(([path, bytes]) => {
    XmlDocument.fromBuffer(bytes).dispose();
    return [path, strFromU8(bytes)] as const;
  });
  return Object.fromEntries(parts);
}

const SHEET = "xl/worksheets/sheet1.xml";
const LINKS = "xl/worksheets/_rels/sheet1.xml.rels";

describe("a workbook", () => {
  test("gives back any text that XML can hold, and numbers as numbers", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyText, { maxLength: 8 }), async (all) => {
        const rows = all.filter((it) => !/_x[0-9a-f]{4}_/i.test(it));
        const [read] = await readBack([one(rows)]);
        const wanted = rows.map((it) => [held(it), held(it + it), it.length]);
        expect(read?.rows.slice(1).map(([a, b, c]) => [a ?? "", b ?? "", c])).toEqual(wanted);
      }),
    );
  });

  test("is well-formed and holds no formula, whatever the texts of a report", () => {
    fc.assert(
      fc.property(anyReport, (report) => {
        const parts = partsOf(workbookOf(report, MOST_LINES));
        for (const xml of Object.values(parts)) expect(xml).not.toMatch(/<f[ >/]/);
      }),
      { numRuns: 30 },
    );
  });

  test("keeps each header in sight, with a filter over all rows", () => {
    const xml = partsOf([one(["a", "b"])])[SHEET];
    expect(xml).toContain(
      '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>',
    );
    expect(xml).toContain('<autoFilter ref="A1:D3"/>');
  });

  test("leads to the code where a link can be followed", () => {
    const linked: readonly Column<string>[] = [
      column(
        "A",
        9,
        () => "a.c",
        (it) => it,
      ),
    ];
    const rows = [
      'https://e.st/a?b=1&c="2"#L1',
      "javascript:alert(1)",
      "no link",
      `https://e.st/${"x".repeat(3000)}`,
    ];
    const parts = partsOf([sheet("Links", linked, rows, MOST_LINES)]);
    expect(parts[SHEET]).toContain('<hyperlinks><hyperlink ref="A2" r:id="rId1"/></hyperlinks>');
    expect(parts[LINKS]?.match(/Target="[^"]*"/g)).toEqual([
      'Target="https://e.st/a?b=1&amp;c=%222%22#L1"',
    ]);
    expect(partsOf([one(["a"])])[LINKS]).toBeUndefined();
  });

  test("has no more links than Excel opens", () => {
    const linked: readonly Column<number>[] = [
      column(
        "A",
        9,
        () => "a",
        (it) => `https://e.st/${it}`,
      ),
    ];
    const rows = Array.from({ length: 65_540 }, (_, index) => index);
    const parts = partsOf([sheet("Links", linked, rows, MOST_LINES)]);
    expect(parts[LINKS]?.match(/Target=/g)).toHaveLength(65_530);
    expect(parts[SHEET]?.match(/<row /g)).toHaveLength(65_541);
  });

  test.each([
    ["a text", "x".repeat(40_000)],
    ["a text of wide characters", "𝟘".repeat(20_000)],
    ["an odd one", `x${"𝟘".repeat(20_000)}`],
  ])("cuts %s that a cell cannot hold, and says so", async (_, text) => {
    const [read] = await readBack([one([text])]);
    const cell = String(read?.rows[1]?.[0]);
    expect(cell.length).toBeLessThanOrEqual(LONGEST_CELL);
    expect(cell.length).toBeGreaterThan(LONGEST_CELL - 20);
    const [, kept = "", left] =
      /^(.*)… \((\d+) characters more than a cell holds\)$/su.exec(cell) ?? [];
    expect(text.startsWith(kept)).toBe(true);
    expect(kept.length + Number(left)).toBe(text.length);
    expect(kept).not.toMatch(/\p{Surrogate}/u);
  });

  test("holds a text as long as a cell can be", async () => {
    const [read] = await readBack([one(["x".repeat(LONGEST_CELL)])]);
    expect(read?.rows[1]?.[0]).toBe("x".repeat(LONGEST_CELL));
  });

  test.each([
    [4, 5, 5],
    [5, 5, 5],
    [6, 5, 5],
  ])("of %i rows has at most %i lines, and says how many are left", async (count, most, lines) => {
    const rows = Array.from({ length: count }, (_, index) => `row ${index}`);
    const [read] = await readBack([one(rows, most)]);
    const all = read?.rows.map(([first]) => first) ?? [];
    expect(all).toHaveLength(Math.min(lines, count + 1));
    const shown = all.filter((it) => String(it).startsWith("row "));
    const last = all.at(-1);
    if (count < most) expect(last).toBe(`row ${count - 1}`);
    else
      expect(last).toBe(`${count - shown.length} rows more than a sheet holds. Use --format csv.`);
  });

  test("writes what Excel would read as an escape so that it stays a text", () => {
    expect(partsOf([one(["_x0041_", "_X00e4_x"])])[SHEET]).toMatch(
      /_x005F_x0041_<.*_x005F_X00e4_x</s,
    );
  });
});

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { strFromU8, unzipSync } from "fflate";
import { XmlDocument } from "libxml2-wasm";
import readWorkbook from "read-excel-file/node";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { csvOf } from "../../server/src/cli/csv.ts";
import { runReport } from "../../server/src/cli/report.ts";
import type { ReportRequest } from "../../server/src/cli/request.ts";
import type { World } from "../../server/src/cli/world.ts";
import { MOST_LINES, xlsxOf } from "../../server/src/cli/xlsx.ts";
import { LONGEST_CELL } from "../../server/src/cli/xlsxText.ts";
import { MATRIX, matrixRows } from "../../server/src/core/report/coverage/matrix.ts";
import type { ReportResult } from "../../server/src/core/report/coverage/report.ts";
import { workbookOf } from "../../server/src/core/report/coverage/workbook.ts";
import { type Column, column, type Sheet, sheet } from "../../server/src/core/report/table.ts";
import { PLAIN } from "../../server/src/core/report/terminal.ts";
import { type FileSystem, nodeFiles } from "../../server/src/workspace/fileSystem.ts";
import { faults } from "../catalog/schemas.ts";
import { anyReport, anyText, HOSTILE } from "../core/report/coverage/anyReport.ts";
import { TODAY } from "../support/snapshotOf.ts";
import { Command, SAMPLE } from "./command.ts";

const command = new Command();
beforeAll(() => command.build());
afterAll(() => command.remove());

const FORMULA = /^[=+\-@\t\r\n＝＋－＠]/;

/** A text as it comes back from its bytes: half a character has none. */
const encoded = (text: string) => Buffer.from(text).toString();

/** What a table of cells has to say. */
const texts = (columns: readonly Column<string>[], rows: readonly string[]) =>
  rows.map((row) => columns.map((it) => encoded(String(it.of(row) ?? ""))));

const ROUND: readonly Column<string>[] = [
  column("Text", 9, (it) => it),
  column("Twice", 9, (it) => it + it),
  column("Number", 9, (it) => it.length),
  column("Nothing", 9, () => undefined),
];

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

  test("has the sheets that an assessor looks for", async () => {
    const out = join(command.folder(), "a.xlsx");
    const run = await command.run(["report", SAMPLE, "--format", "xlsx", "--output", out]);
    expect(run).toMatchObject({ code: 0, stdout: "" });
    const sheets = await readWorkbook(out);
    expect(sheets.map((it) => it.sheet)).toEqual([
      "Summary",
      "Requirements",
      "Claims",
      "Statements",
      "Not applicable",
    ]);
    const [summary, items, claims, statements, denied] = sheets.map((it) => it.data.slice(1));
    const { stdout } = await command.run(["report", SAMPLE, "--format", "json"]);
    const [project] = (JSON.parse(stdout) as ReportResult).projects;
    if (project === undefined) throw new Error("There is no project.");
    expect(summary?.[0]?.slice(0, 8)).toEqual(["PLC 300", ".", "the whole", 2, 1, 64, 62, 2]);
    expect(summary?.slice(1).map((it) => it[2])).toEqual(project.levels.map((it) => `FR ${it.fr}`));
    expect(items?.map((it) => it[3])).toEqual(project.items.map((it) => it.reference));
    expect(claims?.map((it) => `${it[8]}:${it[9]}`)).toEqual(
      project.items.flatMap((it) => it.claims.map(({ path, line }) => `${path}:${line}`)),
    );
    expect(statements?.map((it) => it[7])).toEqual(
      project.items.flatMap((it) => it.statements.map(({ reason }) => reason)),
    );
    expect(denied?.map((it) => [it[3], it[6]])).toEqual([["CR 2.2", "The device has no radio."]]);
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

  test.each(["Pacific/Kiritimati", "America/Anchorage", "UTC"])(
    "has the same bytes in the zone %s",
    async (TZ) => {
      const out = join(command.folder(), "a.xlsx");
      await command.run(["report", SAMPLE, "--format", "xlsx", "--output", out], { env: { TZ } });
      const again = join(command.folder(), "b.xlsx");
      await command.run(["report", SAMPLE, "--format", "xlsx", "--output", again], {
        env: { TZ: "Asia/Tokyo" },
      });
      expect(readFileSync(out).equals(readFileSync(again))).toBe(true);
    },
  );
});

const FILES = {
  "b/x.c": "// @iec62443 CR 1.5(a): =1+1\nint b;\n",
  "a/ö.c": '// @iec62443 partial CR 1.1: ::error, "quoted" %0A\nint a;\n',
  "a/b/=c.c": "// @iec62443 CR 1.1 RE(1)\n\t=x;\n",
  "iec62443.yaml":
    'product: "=Pump"\ncomponent: [embedded-device]\ntarget: 2\nstatements:\n  - requirement: CR 2.2\n    status: not-applicable\n    reason: "@radio: none\\nat all"\n    owner: "+a"\n',
};

/** The disk, every folder listed the other way round. */
function reversed(): FileSystem {
  const files = nodeFiles();
  return {
    ...files,
    list: (folder) => {
      const listing = files.list(folder);
      return listing.kind === "listed"
        ? { ...listing, entries: [...listing.entries].reverse() }
        : listing;
    },
  };
}

const request = (folder: string, format: ReportRequest["format"]): ReportRequest => ({
  command: "report",
  paths: [folder],
  components: [],
  cache: false,
  format,
  quiet: true,
  writeBaseline: false,
  bom: false,
});

const world = (folder: string, files: FileSystem, screen = PLAIN): World => ({
  cwd: folder,
  files,
  today: TODAY,
  screen,
  onProgress: () => {},
});

async function bytesOf(files: FileSystem, folder: string, format: ReportRequest["format"]) {
  const { output } = await runReport(world(folder, files), request(folder, format));
  if (output instanceof Uint8Array) return Buffer.from(output);
  return Buffer.from(typeof output === "string" ? output : [...output].join(""));
}

describe("the command", () => {
  const FORMATS = ["csv", "ndjson", "xlsx", "soa", "soa-csv"] as const;

  test.each(FORMATS)("writes the same %s whatever the order of folders", async (format) => {
    const folder = command.folder(FILES);
    const first = await bytesOf(nodeFiles(), folder, format);
    expect(first.length).toBeGreaterThan(0);
    expect((await bytesOf(reversed(), folder, format)).equals(first)).toBe(true);
    expect((await bytesOf(nodeFiles(), folder, format)).equals(first)).toBe(true);
  });

  test("refuses to write a workbook to a terminal", async () => {
    const folder = command.folder(FILES);
    const terminal = world(folder, nodeFiles(), { ...PLAIN, width: 80 });
    expect(await runReport(terminal, request(folder, "xlsx"))).toEqual({
      exitCode: 2,
      output: "",
      messages: [],
      errors: [
        "error: A workbook is no text for a terminal. Name a file with --output report.xlsx.",
      ],
    });
    expect((await runReport(terminal, request(folder, "csv"))).exitCode).toBe(0);
  });

  test.each([
    ["list", "csv"],
    ["report", "csv"],
    ["report", "soa-csv"],
  ])(
    "begins the csv of %s --format %s with a mark only where it is asked for",
    async (name, format) => {
      const folder = command.folder(FILES);
      const args = [name, folder, "--format", format];
      const [without, withMark] = await Promise.all([
        command.run(args),
        command.run([...args, "--bom"]),
      ]);
      expect(without.stdout).toMatch(/^P/);
      expect(withMark.stdout).toBe(`\ufeff${without.stdout}`);
      expect(without.stdout.replaceAll("\r\n", "")).not.toMatch(/\r/);
    },
  );

  test.each([
    ["list", "json"],
    ["list", "ndjson"],
    ["report", "text"],
    ["report", "xlsx"],
    ["report", "soa"],
  ])("refuses the mark for %s --format %s", async (name, format) => {
    const run = await command.run([name, SAMPLE, "--bom", "--format", format]);
    expect(run).toEqual({
      code: 2,
      stdout: "",
      stderr: `error: --bom is for csv alone, and not for ${format}. Leave it out.\n`,
    });
  });

  test("lists what is hostile as a csv", async () => {
    const { stdout } = await command.run(["list", command.folder(FILES), "--format", "csv"]);
    const [header, ...rows] = csvRows(stdout);
    expect(header?.slice(0, 8)).toEqual([
      "Path",
      "Line",
      "Column",
      "End line",
      "End column",
      "Relation",
      "Part",
      "Requirement",
    ]);
    expect(rows.map((it) => [it[0], it[10], it[11], it[12]])).toEqual([
      ["a/b/=c.c", "CR 1.1 RE(1)", "", "'=x;"],
      ["a/ö.c", "CR 1.1", '::error, "quoted" %0A', "int a;"],
      ["b/x.c", "CR 1.5(a)", "'=1+1", "int b;"],
    ]);
  });

  test.each([
    ["list", "list-row"],
    ["report", "report-row"],
  ])("writes the rows of %s, each of which fits its schema", async (name, schema) => {
    const folder = command.folder({ ...FILES, "big.c": "x".repeat(3 * 1024 * 1024) });
    const link = ["--permalink", "https://e.st/{path}#{line}"];
    const { stdout } = await command.run([name, folder, "--format", "ndjson", ...link]);
    const rows = stdout.trimEnd().split("\n");
    expect(rows.length).toBeGreaterThan(3);
    for (const row of rows) expect(faults(schema, JSON.parse(row))).toEqual([]);
  });

  test("reports a product of which nothing is claimed", async () => {
    const folder = command.folder({ "iec62443.yaml": FILES["iec62443.yaml"] });
    const runs = FORMATS.map((format) => command.run(["report", folder, "--format", format]));
    for (const run of await Promise.all(runs)) expect(run).toMatchObject({ code: 0, stderr: "" });
  });
});

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import readWorkbook from "read-excel-file/node";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { runReport } from "../../server/src/cli/report.ts";
import type { ReportRequest } from "../../server/src/cli/request.ts";
import type { World } from "../../server/src/cli/world.ts";
import type { ReportResult } from "../../server/src/core/report/coverage/report.ts";
import { PLAIN } from "../../server/src/core/report/terminal.ts";
import { type FileSystem, nodeFiles } from "../../server/src/workspace/fileSystem.ts";
import { faults } from "../catalog/schemas.ts";
import { TODAY } from "../support/snapshotOf.ts";
import { Command, SAMPLE } from "./command.ts";

const command = new Command();
beforeAll(() => command.build());
afterAll(() => command.remove());

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

describe("a workbook of the command", () => {
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
    expect(statements?.map((it) => it[8])).toEqual(
      project.items.flatMap((it) => it.statements.map(({ reason }) => reason)),
    );
    expect(denied?.map((it) => [it[3], it[6]])).toEqual([["CR 2.2", "The device has no radio."]]);
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
    const [header, ...rows] = parse(stdout, { record_delimiter: "\r\n" }) as string[][];
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

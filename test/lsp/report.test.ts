import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, onTestFinished, test, vi } from "vitest";
import type { Report, ReportProblem } from "../../server/src/protocol/report.ts";
import { REPORT_FORMATS, type ReportFormat } from "../../server/src/reports/formats.ts";
import { uriOfPath } from "../../server/src/workspace/uris.ts";
import { Command, SAMPLE } from "../cli/command.ts";
import { folderOf } from "../support/folderOf.ts";
import { clientOf, type WireClient } from "../support/wireClient.ts";

const command = new Command();
beforeAll(() => command.build());
afterAll(() => command.remove());

const FORMATS = Object.keys(REPORT_FORMATS) as readonly ReportFormat[];
const env = { SOURCE_DATE_EPOCH: String(Date.parse("2026-11-24T12:00:00Z") / 1000) };

/** Two products in one repository, and what belongs to neither. */
const TWO = {
  ".git/HEAD": "ref: refs/heads/main\n",
  "loose.c": "// @iec62443 CR 3.1\nint l;\n",
  "pump/iec62443.yaml": [
    "product: Pump",
    "component: embedded-device",
    "target: 1",
    "statements:",
    "  - { requirement: CR 2.2, status: not-applicable, reason: no radio, owner: Ann }",
    "  - { requirement: CR 1.7, status: planned, evidence: [docs/plan.md] }",
  ].join("\n"),
  "pump/a.c": "// @iec62443 CR 1.5, CR 1.1\nint a; // =1+1\n",
  "pump/t.c": "// @iec62443 verifies CR 1.5: “x”, y\nint t;\n",
  "valve/iec62443.yaml": "product: Valve\ntarget: 2\n",
  "valve/b.c": "// @iec62443 CR 1.5\nint b;\n",
};

async function editorOn(folder: string): Promise<WireClient> {
  vi.stubEnv("SOURCE_DATE_EPOCH", env.SOURCE_DATE_EPOCH);
  onTestFinished(() => void vi.unstubAllEnvs());
  const client = await clientOf({ folders: [uriOfPath(folder)] });
  await client.settledCoverage();
  return client;
}

async function reported(client: WireClient, format: ReportFormat, folder: string): Promise<Report> {
  const params = { format, project: uriOfPath(folder) };
  const answer = await client.request<Report | ReportProblem | null>("iec62443/report", params);
  if (answer === null || "problem" in answer) throw new Error(answer?.problem ?? "No answer.");
  return answer;
}

function bytesOf(report: Report): Buffer {
  return "text" in report ? Buffer.from(report.text) : Buffer.from(report.base64, "base64");
}

async function onCommandLine(format: ReportFormat, folder: string): Promise<Buffer> {
  const output = join(command.folder(), "report");
  await command.run(["report", "--format", format, "--output", output], { cwd: folder, env });
  return readFileSync(output);
}

test.each(FORMATS)("%s is the same bytes as the built command line makes", async (format) => {
  const two = command.folder(TWO);
  const open: readonly (readonly [opened: string, product: string])[] = [
    [SAMPLE, SAMPLE],
    [two, join(two, "pump")],
    [two, join(two, "valve")],
  ];
  for (const [opened, product] of open) {
    const report = await reported(await editorOn(opened), format, product);
    expect(report).toMatchObject({ fileName: REPORT_FORMATS[format], unsaved: [] });
    const expected = await onCommandLine(format, product);
    expect(expected.length).toBeGreaterThan(500);
    expect(bytesOf(report).equals(expected)).toBe(true);
  }
});

test("a report tells of the text that is open, and which of it is not on the disk", async () => {
  const folder = folderOf({
    "a.c": "// @iec62443 CR 1.1\nint a;\n",
    "b.c": "// @iec62443 CR 1.2\nint b;\n",
    "c.c": "int c;\n",
    "iec62443.yaml": "product: Pump\n",
  });
  const client = await editorOn(folder.path);
  await client.open(folder.uriOf("a.c"), "// @iec62443 CR 1.5\r\nint a;\r\n");
  await client.open(folder.uriOf("b.c"), "// @iec62443 CR 1.2\r\nint b;\r\n");
  await client.open(folder.uriOf("c.c"), "int cc;\n");
  await client.open("untitled:d.c", "// @iec62443 CR 1.7\n");
  const report = await reported(client, "csv", folder.path);
  expect(report.unsaved).toEqual([folder.uriOf("a.c")]);
  const lines = bytesOf(report).toString().split("\r\n");
  const claimed = lines.filter((it) => it.includes("a.c")).map((it) => it.includes("CR 1.5"));
  expect(claimed).toEqual([true]);

  await client.change(folder.uriOf("a.c"), { text: "int a;\n" });
  await client.open(folder.uriOf("iec62443.yaml"), "product: Pomp\n");
  const { unsaved } = await reported(client, "json", folder.path);
  expect(unsaved).toEqual([folder.uriOf("a.c"), folder.uriOf("iec62443.yaml")]);
});

test("no report is made while files are read", async () => {
  const folder = folderOf({ "a.c": "// @iec62443 CR 1.1\nint a;\n" });
  const client = await clientOf({ folders: [folder.uri] });
  const params = { format: "html", project: folder.uri };
  const early = await client.request<ReportProblem | null>("iec62443/report", params);
  // Where the folder is not known yet there is no such project.
  expect(early?.problem ?? "still being read").toContain("still being read");
  await client.settledCoverage();
  expect(await client.request("iec62443/report", params)).toMatchObject({
    fileName: "iec62443-report.html",
  });
});

import { expect, test } from "vitest";
import { type ReportFacts, reportText } from "../../client/src/reportText.ts";

const FACTS: ReportFacts = {
  extension: "0.1.0",
  editor: "1.100.0",
  node: "20.19.0",
  system: "linux x64 6.1",
  host: "desktop",
  folders: 2,
  state: "running",
  settings: [
    { name: "iec62443.target", value: 2 },
    { name: "iec62443.scan.exclude", value: ["secret/customer/**", "b"] },
    { name: "iec62443.scan.languages", value: { "secret.*": "c" } },
    { name: "iec62443.rules", value: { "duplicate-claim": "off" } },
  ],
  statistics: {
    indexing: false,
    server: {
      node: "20.19.0",
      system: "linux x64",
      seconds: 12,
      memory: { resident: 90, heap: 30 },
    },
    lastLoad: { milliseconds: 1234, files: 40, binary: 3, isComplete: false },
    files: { annotated: 20, open: 1 },
    annotations: 30,
    claims: 33,
    findings: { "unknown-requirement": 2 },
    projects: { all: 2, withFile: 1, statements: 4 },
    skipped: { "larger than 2 MiB": 1 },
    problems: 0,
  },
};

test("a report tells versions, settings, counts and times", () => {
  const text = reportText(FACTS);
  for (const row of [
    "| VS Code | 1.100.0 |",
    "| iec62443.target | 2 |",
    '| iec62443.rules | {"duplicate-claim":"off"} |',
    "| memory | 90 MiB, heap 30 MiB |",
    "| last reading of the folders | 1.23 s, stopped before its end |",
    "| unknown-requirement | 2 |",
    "| larger than 2 MiB | 1 |",
    "| projects | 2, 1 with a project file |",
  ]) {
    expect(text).toContain(row);
  }
});

test("a report names no folder of the user", () => {
  const text = reportText(FACTS);
  expect(text).not.toContain("secret");
  expect(text).toContain("| iec62443.scan.exclude | 2 entries (not shown) |");
  expect(text).toContain("| iec62443.scan.languages | 1 entries (not shown) |");
});

test("a report says so where no server answers", () => {
  const { statistics: _, ...facts } = FACTS;
  expect(reportText({ ...facts, state: "failed", settings: [] })).toMatch(
    /## Settings that differ from the defaults\n\nNone\.\n\n## Language server\n\nState: failed\. It does not answer\.\n$/,
  );
});

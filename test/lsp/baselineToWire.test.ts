import { describe, expect, test } from "vitest";
import type { Snapshot } from "../../server/src/core/snapshot.ts";
import { baselineText, changesOnWire } from "../../server/src/lsp/baselineToWire.ts";
import { toWire } from "../../server/src/lsp/toWire.ts";
import { ROOT, snapshotOf } from "../support/snapshotOf.ts";

const uri = `${ROOT}/iec62443.baseline.json`;
const files = {
  "a.c": "// @iec62443 CR 1.1\nint a;",
  "b.c": "// @iec62443 CR 1.2\nint b;",
  "c.c": "// @iec62443 CR 1.3\nint c;",
};

function textOf(snapshot: Snapshot): string {
  const baseline = baselineText(snapshot, { project: ROOT }, { indexing: false });
  if (baseline === null || "problem" in baseline) throw new Error("There is a baseline.");
  expect(baseline.uri).toBe(uri);
  return baseline.text;
}

function changes(now: Readonly<Record<string, string>>, text?: string) {
  const before = snapshotOf(files);
  const written = text ?? textOf(before);
  const snapshot = snapshotOf(now, { baseline: { uri, text: written } });
  const [project] = snapshot.projects;
  if (project === undefined) throw new Error("There is a project.");
  return changesOnWire(snapshot, project);
}

describe("the changes on the wire", () => {
  test("lead to what stands in the code now, and name what is gone", () => {
    const found = changes({
      "a.c": files["a.c"],
      "src/b.c": files["b.c"],
      "d.c": "\n// @iec62443 CR 1.4\nint d;",
    });
    const claim = { part: "4-2", relation: "implements" };
    const range = (line: number) => ({
      start: { line, character: 13 },
      end: { line, character: 19 },
    });
    expect(found).toEqual({
      file: uri,
      states: [
        {
          part: "4-2",
          reference: "CR 1.3",
          from: "implemented",
          to: "missing",
          direction: "worse",
        },
        {
          part: "4-2",
          reference: "CR 1.4",
          from: "missing",
          to: "implemented",
          direction: "better",
        },
      ],
      lost: [{ ...claim, reference: "CR 1.3", path: "c.c", subject: "int c;" }],
      gained: [
        {
          ...claim,
          reference: "CR 1.4",
          path: "d.c",
          subject: "int d;",
          line: 2,
          uri: `${ROOT}/d.c`,
          range: range(1),
        },
      ],
      moved: [
        {
          ...claim,
          reference: "CR 1.2",
          path: "src/b.c",
          subject: "int b;",
          line: 1,
          uri: `${ROOT}/src/b.c`,
          range: range(0),
          before: { path: "b.c" },
        },
      ],
    });
  });

  test("say why there are none", () => {
    const none = { file: uri, states: [], lost: [], gained: [], moved: [] };
    expect(changes(files)).toEqual(none);
    expect(changes(files, "{}")).toEqual({
      ...none,
      problem: expect.stringContaining("is not of schemaVersion 1"),
    });
    expect(
      toWire(snapshotOf(files), { indexing: false, problems: [] }).projects[0],
    ).not.toHaveProperty("changes");
  });
});

describe("the text of a baseline on the wire", () => {
  test("is to be written beside the project file", () => {
    expect(textOf(snapshotOf(files))).toContain("CR 1.1");
  });

  test("is none of a project that is gone", () => {
    const asked = { project: `${ROOT}/other` };
    expect(baselineText(snapshotOf(files), asked, { indexing: false })).toBeNull();
  });

  test.each([
    ["files are still being read", true, {}, "Files are still being read."],
    [
      "only a part is open",
      false,
      { isPart: true, product: "Pump" },
      "Only a part of Pump is open.",
    ],
  ] as const)("is none while %s", (_, indexing, project, why) => {
    const snapshot = snapshotOf(files, project);
    const told = baselineText(snapshot, { project: ROOT }, { indexing });
    expect(told).toEqual({ problem: expect.stringContaining(why) });
  });
});

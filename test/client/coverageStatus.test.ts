import { describe, expect, test } from "vitest";
import {
  type CoverageStatus,
  type ViewState,
  viewMessage,
  viewState,
} from "../../client/src/coverageStatus.ts";
import { statusText } from "../../client/src/statusText.ts";
import type { CoverageResult, WireProject } from "../../server/src/protocol/coverage.ts";
import { coverage, item, project } from "./wire.ts";

const CLAIMED = project([
  item("CR 1.1", "verified", ["implements a.c:1"]),
  item("CR 1.2", "missing"),
  item("CR 2.2", "not-applicable"),
]);
const SILENT = project([item("CR 1.1", "missing")], { uri: "file:///docs" });

function known(result: CoverageResult): CoverageStatus {
  return { kind: "known", coverage: result };
}

describe("the view is", () => {
  test.each<[ViewState, string, CoverageStatus, number]>([
    ["starting", "before the first answer", { kind: "starting" }, 1],
    ["no-folder", "in a window without a folder", { kind: "starting" }, 0],
    ["no-folder", "when nothing is known of single files", known(coverage([])), 0],
    ["ready", "when a single file claims something", known(coverage([CLAIMED])), 0],
    ["failed", "without a server", { kind: "failed" }, 1],
    ["indexing", "while nothing is found yet", known(coverage([], { indexing: true })), 1],
    ["ready", "as soon as something is found", known(coverage([CLAIMED], { indexing: true })), 1],
    ["empty", "in a folder without annotations", known(coverage([SILENT])), 1],
    ["ready", "in a folder with annotations", known(coverage([CLAIMED, SILENT])), 1],
  ])("%s %s", (expected, _, status, folders) => {
    expect(viewState(status, folders)).toBe(expected);
  });
});

describe("the message above the tree", () => {
  const ready = known(coverage([CLAIMED]));
  const reading = known(coverage([CLAIMED], { indexing: true }));
  test.each<[string, CoverageStatus, ViewState, number, string | undefined, string | undefined]>([
    [
      "waits for the server",
      { kind: "starting" },
      "starting",
      0,
      undefined,
      "Starting the language server…",
    ],
    ["leaves the welcome text alone", { kind: "failed" }, "failed", 0, undefined, undefined],
    ["leaves that of reading alone", reading, "indexing", 0, undefined, undefined],
    ["leaves that of an empty window alone", reading, "no-folder", 0, undefined, undefined],
    [
      "tells that numbers grow above what was not read",
      reading,
      "indexing",
      1,
      undefined,
      "Reading files: the numbers still grow.",
    ],
    ["is silent when all is said", ready, "ready", 8, undefined, undefined],
    [
      "tells that numbers grow",
      reading,
      "ready",
      8,
      "missing",
      "Reading files: the numbers still grow.",
    ],
    ["names the filter", ready, "ready", 2, "missing", "Filtered: missing"],
    [
      "says that the filter leaves nothing",
      ready,
      "ready",
      0,
      "“x”",
      "Nothing matches the filter “x”.",
    ],
    ["stays out of the welcome text", known(coverage([])), "empty", 0, undefined, undefined],
  ])("%s", (_, status, state, rows, filter, expected) => {
    expect(viewMessage(status, state, rows, filter)).toBe(expected);
  });
});

describe("the status bar", () => {
  const aimed = { ...CLAIMED, target: "SL 2", reached: 1 };
  const other = { ...CLAIMED, product: "Gateway", uri: "file:///w/gateway", target: "SL 3" };

  test.each<[string, readonly WireProject[], string | undefined, string, string]>([
    [
      "the level that one project reaches, against its target",
      [aimed],
      undefined,
      "$(shield) 62443: 1/2 met · SL 1 of 2",
      "IEC 62443: 1 of 2 requirements and enhancements met, security level 1 reached, 2 aimed at",
    ],
    [
      "the level alone where it is the target",
      [{ ...aimed, reached: 2 }],
      undefined,
      "$(shield) 62443: 1/2 met · SL 2",
      "IEC 62443: 1 of 2 requirements and enhancements met, security level 2 reached, 2 aimed at",
    ],
    [
      "the level alone where there is no one target",
      [{ ...aimed, target: "FR 1: 3, FR 2: 2" }],
      "file:///elsewhere/a.c",
      "$(shield) 62443: 1/2 met · SL 1",
      "IEC 62443: 1 of 2 requirements and enhancements met, security level 1 reached",
    ],
    [
      "the project of the active file among several",
      [aimed, other],
      "file:///w/gateway/a.c",
      "$(shield) 62443 Gateway: 1/2 met · SL 0 of 3",
      "IEC 62443, Gateway: 1 of 2 requirements and enhancements met, security level 0 reached, 3 aimed at",
    ],
    [
      "all projects where no file of one is active",
      [aimed, other],
      undefined,
      "$(shield) 62443: 2/4 met",
      "IEC 62443: 2 of 4 requirements and enhancements met in 2 projects",
    ],
    [
      "that a file has problems",
      [{ ...aimed, problems: [{ uri: "file:///w/rules.yaml", count: 2 }] }],
      undefined,
      "$(warning) 62443: 1/2 met · SL 1 of 2",
      "IEC 62443: 1 of 2 requirements and enhancements met, security level 1 reached, 2 aimed at. 2 problems in rules.yaml of PLC 300: the numbers may be wrong",
    ],
  ])("says %s", (_, projects, file, text, accessible) => {
    expect(statusText(known(coverage(projects)), file)).toMatchObject({ text, accessible });
  });

  test("has a row for each project", () => {
    expect(statusText(known(coverage([CLAIMED, other])))?.rows).toEqual([
      {
        product: "PLC 300",
        met: "1 of 2",
        verified: "1 of 2",
        missing: 1,
        reached: "SL 0",
        target: "none",
      },
      {
        product: "Gateway",
        met: "1 of 2",
        verified: "1 of 2",
        missing: 1,
        reached: "SL 0",
        target: "SL 3",
      },
    ]);
  });

  test.each<[string, CoverageStatus, string | undefined]>([
    ["is hidden at first", { kind: "starting" }, undefined],
    ["is hidden where nothing is annotated", known(coverage([SILENT])), undefined],
    [
      "says that files are read, and leaves turning to the progress beside it",
      known(coverage([SILENT], { indexing: true })),
      "$(shield) 62443: reading",
    ],
    ["tells when the server is gone", { kind: "failed" }, "$(warning) 62443: not running"],
  ])("%s", (_, status, expected) => {
    expect(statusText(status)?.text).toBe(expected);
  });
});

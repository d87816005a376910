import { describe, expect, test } from "vitest";
import {
  type CoverageStatus,
  type ViewState,
  viewMessage,
  viewState,
} from "../../client/src/coverageStatus.ts";
import { statusText } from "../../client/src/statusText.ts";
import type { CoverageResult } from "../../server/src/protocol/coverage.ts";
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
  test("says how much is met, over all projects, with a row for each", () => {
    const other = { ...CLAIMED, product: "Gateway", uri: "file:///v", target: "SL 3" };
    expect(statusText(known(coverage([CLAIMED, other])))).toEqual({
      text: "$(shield) 62443: 2/4 met",
      accessible: "IEC 62443: 2 of 4 requirements and enhancements met",
      rows: [
        { product: "PLC 300", met: "1 of 2", verified: "1 of 2", missing: 1, target: "none" },
        { product: "Gateway", met: "1 of 2", verified: "1 of 2", missing: 1, target: "SL 3" },
      ],
    });
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

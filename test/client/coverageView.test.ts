import { describe, expect, test } from "vitest";
import { type OpenWord, openWordFor } from "../../client/src/coverageFilter.ts";
import {
  type CoverageView,
  describeView,
  FIRST_VIEW,
  needsAllClaims,
  readView,
} from "../../client/src/coverageView.ts";
import { Rounds } from "../../client/src/rounds.ts";
import { viewOf } from "./tree.ts";
import { project } from "./wire.ts";

describe("a remembered view", () => {
  test("comes back as it was", () => {
    const view = viewOf({ grouping: "state", show: ["missing", "open"], text: "tls" });
    expect(readView(JSON.parse(JSON.stringify(view)))).toEqual(view);
  });

  test.each<[string, unknown]>([
    ["nothing", undefined],
    ["a word", "missing"],
    ["a list", []],
    ["an unknown grouping", { grouping: "moon", filter: {} }],
    ["an unknown state", { filter: { show: ["lost", 7], text: 7 } }],
    ["a filter of an older version", { filter: { show: "missing" } }],
  ])("is the first view where %s was remembered", (_, raw) => {
    expect(readView(raw)).toEqual(FIRST_VIEW);
  });
});

test.each<[CoverageView, OpenWord, string]>([
  [FIRST_VIEW, "not met", ""],
  [viewOf({ grouping: "file" }), "not met", "by file"],
  [viewOf({ show: ["missing", "not-applicable"] }), "not met", "missing or not applicable"],
  [viewOf({ show: ["open"] }), "not met", "not met"],
  [viewOf({ show: ["open"] }), "blocks the target", "blocks the target"],
  [viewOf({ grouping: "state", text: " tls " }), "not met", "by state · “tls”"],
  [viewOf({ show: ["contradicted"], text: "tls" }), "not met", "contradicted · “tls”"],
])("beside the name of the view stands what is not as at first: %j", (view, word, expected) => {
  expect(describeView(view, word)).toBe(expected);
});

test.each([
  ["all have a target", ["SL 2", "SL 3"], "blocks the target"],
  ["one has none", ["SL 2", undefined], "not met"],
  ["there are none", [], "not met"],
])("what is open is called by the target where %s", (_, targets, expected) => {
  const projects = targets.map((it) => project([], it === undefined ? {} : { target: it }));
  expect(openWordFor(projects)).toBe(expected);
});

test.each([
  [viewOf({ show: ["missing"] }), false],
  [viewOf({ text: "tls" }), true],
  [viewOf({ grouping: "folder" }), true],
  [viewOf({ grouping: "component" }), false],
])("%j needs the claims of all items: %s", (view, expected) => {
  expect(needsAllClaims(view)).toBe(expected);
});

describe("of several rounds", () => {
  test("each is shown in its turn", () => {
    const rounds = new Rounds();
    const [first, second] = [rounds.begin(), rounds.begin()];
    expect([first(), second()]).toEqual([true, true]);
  });

  test("one that comes after a newer one is not shown", () => {
    const rounds = new Rounds();
    const [first, second] = [rounds.begin(), rounds.begin()];
    expect([second(), first()]).toEqual([true, false]);
  });

  test("those that nobody waits for any more are not shown", () => {
    const rounds = new Rounds();
    const first = rounds.begin();
    rounds.drop();
    expect([first(), rounds.begin()()]).toEqual([false, true]);
  });
});

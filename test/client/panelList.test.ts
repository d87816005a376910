import { describe, expect, test } from "vitest";
import { type ListKey, readListKey, rowAfter } from "../../client/panel/listKeys.ts";
import type { ListRow } from "../../client/panel/listRow.ts";
import { type ItemFilter, NO_FILTER, readPageState } from "../../client/panel/pageState.ts";
import { itemRowKey, passingItems, requirementRows } from "../../client/panel/requirementRows.ts";
import { RowHeights } from "../../client/panel/rowHeights.ts";
import { claimLine } from "../../client/src/panelItem.ts";
import type { PanelProject } from "../../client/src/panelMessages.ts";
import { panelView } from "../../client/src/panelView.ts";
import { claim, coverage, item, project } from "./wire.ts";

const PROJECT = projectOf();

function projectOf(): PanelProject {
  const items = [
    item("CR 1.1", "verified", ["implements a.c:1", "verifies b.c:1"], {
      title: "Human users",
      page: "iec62443:/x.md",
    }),
    item("CR 1.1 RE(1)", "missing", [], { levels: [2], next: { text: "Do it." } }),
    item("CR 1.7", "not-applicable", [], { title: "Passwords", isContradicted: true }),
    item("CR 3.1", "partial", ["partial a.c:2"]),
  ];
  const told = { kind: "known", coverage: coverage([project(items)]) } as const;
  const [shown] = panelView(told, "2026-11-24").projects;
  if (shown === undefined) throw new Error("The project is not shown.");
  return shown;
}

/** The rows as an outline: two blanks a level. */
function rowsOf(
  filter: Partial<ItemFilter>,
  open: readonly string[] = [],
  claims: readonly string[] = [],
): readonly string[] {
  return listOf(filter, open, claims).map(({ level, label, detail }) =>
    ["  ".repeat(level - 1), label, detail === undefined ? "" : `: ${detail}`].join(""),
  );
}

function listOf(
  filter: Partial<ItemFilter>,
  open: readonly string[] = [],
  claims: readonly string[] = [],
): readonly ListRow[] {
  return requirementRows({
    project: PROJECT,
    filter: { ...NO_FILTER, ...filter },
    isOpen: (key) => open.includes(key),
    claims: () => (claims.length === 0 ? undefined : claims.map((it) => claimLine(claim(it)))),
  });
}

describe("the list of requirements", () => {
  test("has groups open and items folded", () => {
    expect(rowsOf({})).toEqual([
      "FR 1: 1 of 2 met",
      "  CR 1.1: verified · 2 claims",
      "  CR 1.1 RE(1): missing",
      "  CR 1.7: not applicable · contradicted",
      "FR 3: 0 of 1 met",
      "  CR 3.1: partial · 1 claim",
    ]);
  });

  test("unfolds an item to its page and claims, or says that they are asked for", () => {
    const open = [itemRowKey("4-2 CR 1.1")];
    expect(rowsOf({ text: "human" }, open)).toEqual([
      "FR 1: 1 of 2 met · 1 shown",
      "  CR 1.1: verified · 2 claims",
      "    Page",
      "    Claims",
    ]);
    expect(
      rowsOf({ text: "human" }, open, ["implements a.c:1", "verifies b.c:9"]).slice(2),
    ).toEqual(["    Page", "    a.c:1", "    b.c:9"]);
  });

  test("begins with the next step of what is open", () => {
    const rows = listOf({ show: "missing" }, [itemRowKey("4-2 CR 1.1 RE(1)")]);
    expect(rows.slice(2).map(({ label, said }) => [label, said])).toEqual([
      ["Next", "Do it."],
      ["No claim", "No code claims it."],
    ]);
  });

  test("counts every row among those of its parent", () => {
    const rows = listOf({}, [itemRowKey("4-2 CR 1.1")], ["implements a.c:1", "verifies b.c:9"]);
    expect(rows.map(({ level, position, size }) => [level, position, size])).toEqual([
      [1, 1, 2],
      [2, 1, 3],
      [3, 1, 3],
      [3, 2, 3],
      [3, 3, 3],
      [2, 2, 3],
      [2, 3, 3],
      [1, 2, 2],
      [2, 1, 1],
    ]);
    expect(new Set(rows.map(({ key }) => key)).size).toBe(rows.length);
  });

  test.each<[Partial<ItemFilter>, readonly string[]]>([
    [{ show: "open" }, ["CR 1.1 RE(1)", "CR 3.1"]],
    [{ show: "met" }, ["CR 1.1"]],
    [{ show: "partial" }, ["CR 3.1"]],
    [{ show: "contradicted" }, ["CR 1.7"]],
    [{ group: "FR 3" }, ["CR 3.1"]],
    [{ level: 1 }, ["CR 1.1", "CR 1.7", "CR 3.1"]],
    [{ text: "cr1.7" }, ["CR 1.7"]],
    [{ text: "PASS not" }, ["CR 1.7"]],
    [{ text: "nowhere" }, []],
    [{ show: "something else" }, []],
    [{ sort: "state" }, ["CR 1.1 RE(1)", "CR 1.1", "CR 1.7", "CR 3.1"]],
    [{ sort: "claims" }, ["CR 1.1", "CR 1.1 RE(1)", "CR 1.7", "CR 3.1"]],
  ])("with %j shows %j", (filter, references) => {
    const items = passingItems(PROJECT, { ...NO_FILTER, ...filter });
    expect(items.map(({ reference }) => reference)).toEqual(references);
  });
});

describe("a key in the list", () => {
  // 0 group, 1 open item, 2 and 3 its claims, 4 folded item
  const rows = [
    [1, true],
    [2, true],
    [3, undefined],
    [3, undefined],
    [2, false],
  ].map(([level, isOpen], index) => ({
    key: String(index),
    level,
    position: 1,
    size: 1,
    label: "",
    said: "",
    ...(isOpen !== undefined && { isOpen }),
  })) as readonly ListRow[];

  test.each<[ListKey, number, number]>([
    ["ArrowDown", 0, 1],
    ["ArrowDown", 4, 4],
    ["ArrowUp", 0, 0],
    ["ArrowUp", 3, 2],
    ["Home", 3, 0],
    ["End", 0, 4],
    ["PageDown", 0, 3],
    ["PageDown", 3, 4],
    ["PageUp", 4, 3],
    ["PageUp", 0, 0],
    ["ArrowLeft", 3, 1],
    ["ArrowLeft", 1, 0],
    ["ArrowLeft", 0, 0],
    ["ArrowRight", 1, 2],
    ["ArrowRight", 2, 2],
  ])("%s goes from row %i to row %i", (key, from, to) => {
    expect(rowAfter(key, rows, from, 3)).toBe(to);
  });

  test.each([
    [{ key: " " }, "Enter"],
    [{ key: "Enter" }, "Enter"],
    [{ key: "a" }, undefined],
    [{ key: "Tab" }, undefined],
    [{ key: "Home", ctrlKey: true }, undefined],
  ])("is read: %j", (pressed, key) => {
    expect(readListKey({ altKey: false, ctrlKey: false, metaKey: false, ...pressed })).toBe(key);
  });
});

describe("the heights of rows", () => {
  test("are estimated until they are measured", () => {
    const heights = new RowHeights(20);
    heights.show(["a", "b", "c"]);
    expect(heights.total).toBe(60);
    expect(heights.learn([["a", 50]])).toBe(true);
    expect(heights.learn([["a", 50]])).toBe(false);
    expect([0, 1, 2].map((it) => heights.top(it))).toEqual([0, 50, 70]);
    expect(heights.total).toBe(90);
  });

  test("stay with a row that moves, and go when all is laid out anew", () => {
    const heights = new RowHeights(20);
    heights.show(["a", "b"]);
    heights.learn([["b", 50]]);
    heights.show(["b", "a"]);
    expect(heights.top(1)).toBe(50);
    heights.forget();
    expect(heights.top(1)).toBe(20);
  });

  test.each([
    [-5, 0],
    [0, 0],
    [19, 0],
    [20, 1],
    [59, 2],
    [1000, 2],
  ])("at %i is row %i", (y, row) => {
    const heights = new RowHeights(20);
    heights.show(["a", "b", "c"]);
    expect(heights.at(y)).toBe(row);
  });

  test("of no rows are none", () => {
    const heights = new RowHeights(20);
    expect([heights.total, heights.at(7)]).toEqual([0, 0]);
  });
});

test.each([
  [undefined],
  [null],
  [3],
  [[]],
  [{ open: 1, filter: "x", scroll: Number.NaN, list: { top: {} } }],
  [{ filter: { level: 9, text: 1, show: [] }, open: [3] }],
])("a state that nobody wrote is as at the first time: %j", (raw) => {
  expect(readPageState(raw)).toEqual({
    project: "",
    open: [],
    filter: NO_FILTER,
    scroll: 0,
    list: { top: "", within: 0, active: "" },
  });
});

test("a state that was kept is read again", () => {
  const state = {
    project: "file:///w",
    open: ["item 4-2 CR 1.1"],
    filter: { text: "a", show: "open", group: "FR 1", level: 2, sort: "state" },
    scroll: 7,
    list: { top: "item 4-2 CR 1.1", within: 8, active: "item 4-2 CR 1.2" },
  };
  expect(readPageState(structuredClone(state))).toEqual(state);
});

import { describe, expect, test } from "vitest";
import type { CoverageNode } from "../../client/src/coverageNode.ts";
import { childrenOf, hintNodes, rootNodes } from "../../client/src/coverageNodes.ts";
import { type CoverageView, FIRST_VIEW } from "../../client/src/coverageView.ts";
import { GROUPINGS } from "../../client/src/grouping.ts";
import { CHUNK } from "../../client/src/longLists.ts";
import { nodeText } from "../../client/src/nodeText.ts";
import type { CoverageResult, WireStatement } from "../../server/src/protocol/coverage.ts";
import { allRows, ask, drawn, roots, viewOf } from "./tree.ts";
import { coverage, item, project } from "./wire.ts";

const START = { line: 4, character: 2 };

const NOT_HERE: WireStatement = {
  uri: "file:///w/iec62443.yaml",
  range: { start: START, end: START },
  status: "not-applicable",
  reason: "No network.",
  owner: "security@example.com",
  expires: "2027-10-01",
  isExpired: false,
  evidence: [],
};

const PLC = project(
  [
    item("CCSC 3", "missing"),
    item("CR 1.10", "missing", [], { title: "Authenticator feedback" }),
    item("CR 1.2", "implemented", ["implements src/tls.c:7 int open(void)"]),
    item("CR 1.1", "verified", ["implements src/login.c:22 login", "verifies t/login.c:4 test"], {
      title: "Human user identification",
    }),
    item("CR 1.1 RE(1)", "missing", [], { title: "Unique identification" }),
    item("CR 3.1", "not-applicable", [], { reason: "No network.", statements: [NOT_HERE] }),
    item("EDR 3.2", "partial", ["partial src/code.c:1 run"], { components: ["embedded device"] }),
    item("CR 3.3", "planned"),
  ],
  { file: "file:///w/iec62443.yaml", target: "SL 2" },
);

const GATEWAY = project([item("CR 1.2", "implemented", ["implements a.c:1"])], {
  uri: "file:///v",
  product: "Gateway",
});

async function allIds(told: CoverageResult, view?: CoverageView): Promise<readonly string[]> {
  return (await allRows(told, view)).map(({ node }) => node.id);
}

describe("the coverage tree", () => {
  test("shows groups, requirements, enhancements, statements and claims in natural order", async () => {
    expect(await drawn(coverage([PLC]))).toMatchInlineSnapshot(`
      "
      FR 1 | 2 of 4 met · Identification and authentication control
        CR 1.1 | verified · Human user identification · 2 claims · 0 of 1 RE met
          login.c:22 | implements · login
          login.c:4 | verifies · test
          RE(1) | missing · Unique identification
        CR 1.2 | implemented · 1 claim
          tls.c:7 | implements · int open(void)
        CR 1.10 | missing · Authenticator feedback
      FR 3 | 0 of 2 met · System integrity
        CR 3.1 | not applicable
          not applicable | expires 2027-10-01 · security@example.com · iec62443.yaml
        EDR 3.2 | partial · 1 claim
          code.c:1 | partial · run
        CR 3.3 | planned
      CCSC | 0 of 1 met · Common component security constraints
        CCSC 3 | missing
      "
    `);
  });

  test("has one root for each project when there are several", () => {
    expect(roots(coverage([PLC, GATEWAY])).map((it) => nodeText(it))).toEqual([
      {
        label: "PLC 300",
        description: "2 of 7 met · SL 2",
        accessible: "PLC 300, 2 of 7 met, SL 2",
      },
      { label: "Gateway", description: "1 of 1 met", accessible: "Gateway, 1 of 1 met" },
    ]);
  });

  test("keeps the root of a project that is the only one left by the filter", () => {
    const left = roots(coverage([PLC, GATEWAY]), viewOf({ show: ["missing"] }));
    expect(left.map((it) => nodeText(it).label)).toEqual(["PLC 300"]);
  });

  test("leaves out a folder that says nothing of requirements", () => {
    const silent = project([item("CR 1.2", "missing")], { uri: "file:///docs", product: "docs" });
    expect(roots(coverage([PLC, silent]))[0]?.kind).toBe("group");
    expect(roots(coverage([silent]))).toEqual([]);
  });

  test("shows a project that has only tests, whose items are missing all the same", async () => {
    const tested = project([item("CR 1.2", "missing", ["verifies t.c:1"])]);
    expect(await drawn(coverage([tested]))).toContain("CR 1.2 | missing · 1 claim");
  });

  test("shows a project that has only a project file", async () => {
    const planned = project([item("CR 1.2", "missing")], { file: "file:///w/iec62443.yaml" });
    expect(await drawn(coverage([planned]))).toContain("CR 1.2 | missing");
  });

  test("groups what has no foundational requirement by its part", () => {
    const told = coverage([
      project([
        item("SM-4", "implemented", ["implements a.c:1"], { part: "4-1" }),
        item("CR 1.1", "missing"),
      ]),
    ]);
    expect(roots(told).map((it) => nodeText(it).label)).toEqual(["FR 1", "4-1"]);
  });

  test("says at an item when some deny and others claim it", async () => {
    const torn = project([
      item("CR 1.2", "not-applicable", ["implements a.c:1"], { isContradicted: true }),
    ]);
    expect(await drawn(coverage([torn]))).toContain(
      "CR 1.2 | not applicable · contradicted · 1 claim",
    );
  });

  test("lists what was not read, with the reason", async () => {
    const told = coverage([PLC], {
      skipped: [{ uri: "file:///w/src/blob.c", path: "src/blob.c", why: "larger than 2 MiB" }],
      problems: ["`iec62443.target` is not a level."],
    });
    expect(await drawn(told)).toContain(
      [
        "Not read | 1 problem · 1 file",
        "  iec62443.target is not a level.",
        "  blob.c | larger than 2 MiB · src",
      ].join("\n"),
    );
  });

  test("says what was not read where nothing else is shown", () => {
    const told = coverage([], { problems: ["A folder could not be read."] });
    expect(roots(told).map(({ kind }) => kind)).toEqual(["notRead"]);
  });

  test("says which file has problems: on the project's row, else on one of its own", () => {
    const problems = [
      { uri: "file:///w/iec62443.yaml", count: 3 },
      { uri: "file:///w/rules.yaml", count: 1 },
    ];
    const broken = { ...PLC, problems };
    expect(nodeText(roots(coverage([broken, GATEWAY]))[0] ?? NONE).description).toBe(
      "3 problems in iec62443.yaml and 1 problem in rules.yaml · 2 of 7 met · SL 2",
    );
    const rows = roots(coverage([broken])).slice(0, 2);
    expect(rows.map((it) => nodeText(it).label)).toEqual([
      "3 problems in iec62443.yaml",
      "1 problem in rules.yaml",
    ]);
  });

  test("tells when the server does not say where an item is claimed", async () => {
    const [requirement] = await rowsBelow(coverage([GATEWAY]), FIRST_VIEW);
    const rows = await childrenOf(requirement ?? NONE, async () => undefined);
    expect(rows.map((it) => nodeText(it).label)).toEqual([
      "The language server did not tell the claims. Refresh the coverage to ask again.",
    ]);
  });
});

const NONE: CoverageNode = { kind: "hint", id: "none" };

/** The rows below those at the top. */
async function rowsBelow(
  told: CoverageResult,
  view: CoverageView,
): Promise<readonly CoverageNode[]> {
  const rows = await Promise.all(roots(told, view).map((it) => childrenOf(it, ask)));
  return rows.flat();
}

describe("grouped", () => {
  test("by state the tree lists items, what is to be done first", async () => {
    expect(await drawn(coverage([PLC]), viewOf({ grouping: "state" }))).toMatchInlineSnapshot(`
      "
      Missing | 3 items
        CR 1.1 RE(1) | missing · Unique identification
        CR 1.10 | missing · Authenticator feedback
        CCSC 3 | missing
      Partial | 1 item
        EDR 3.2 | partial · 1 claim
          code.c:1 | partial · run
      Planned | 1 item
        CR 3.3 | planned
      Implemented | 1 item
        CR 1.2 | implemented · 1 claim
          tls.c:7 | implements · int open(void)
      Verified | 1 item
        CR 1.1 | verified · Human user identification · 2 claims
          login.c:22 | implements · login
          login.c:4 | verifies · test
      Not applicable | 1 item
        CR 3.1 | not applicable
          not applicable | expires 2027-10-01 · security@example.com · iec62443.yaml
      "
    `);
  });

  test("by component type the tree begins with what every type has to meet", async () => {
    expect(
      (await drawn(coverage([PLC]), viewOf({ grouping: "component" })))
        .split("\n")
        .filter((line) => /^\w/.test(line)),
    ).toEqual([
      "Common | 2 of 6 met · Asked of every component type",
      "Embedded device | 0 of 1 met",
    ]);
  });

  test("by part of the product the tree leads from folders over files to claims", async () => {
    expect(await drawn(coverage([PLC]), viewOf({ grouping: "folder" }))).toMatchInlineSnapshot(`
      "
      src | 2 of 3 met · 3 claims
        code.c | 0 of 1 met · 1 claim
          Line 1 | EDR 3.2 partial · run
        login.c | 1 of 1 met · 1 claim
          Line 22 | CR 1.1 implements · login
        tls.c | 1 of 1 met · 1 claim
          Line 7 | CR 1.2 implements · int open(void)
      t | 1 of 1 met · 1 claim
        login.c | 1 of 1 met · 1 claim
          Line 4 | CR 1.1 verifies · test
      Claimed nowhere | 0 of 4 met · 5 items
        CR 1.1 | 0 of 1 RE met
          RE(1) | missing · Unique identification
        CR 1.10 | missing · Authenticator feedback
        CCSC 3 | missing
        CR 3.1 | not applicable
          not applicable | expires 2027-10-01 · security@example.com · iec62443.yaml
        CR 3.3 | planned
      "
    `);
  });

  test("by file the tree has the claims of a file in their order, and what no file claims", async () => {
    const told = coverage([
      project([
        item("CR 1.5", "partial", ["partial src/a.c:90 late"]),
        item("CR 1.1", "implemented", ["implements src/a.c:9 early", "implements b.c:1"]),
        item("CR 1.2", "missing"),
      ]),
    ]);
    expect(await drawn(told, viewOf({ grouping: "file" }))).toMatchInlineSnapshot(`
      "
      b.c | 1 of 1 met · 1 claim
        Line 1 | CR 1.1 implements
      a.c | 1 of 2 met · 2 claims · src
        Line 9 | CR 1.1 implements · early
        Line 90 | CR 1.5 partial · late
      Claimed nowhere | 0 of 1 met · 1 item
        CR 1.2 | missing
      "
    `);
  });

  test.each(["folder", "file"] as const)("by %s no item is lost", async (grouping) => {
    const rows = await allRows(coverage([PLC]), viewOf({ grouping }));
    const items = rows.flatMap(({ node }) =>
      node.kind === "requirement" && node.requirement.base !== undefined
        ? [node.requirement.base.item.reference]
        : node.kind === "item" || node.kind === "claim"
          ? [node.entry.item.reference]
          : [],
    );
    expect([...new Set(items)].sort()).toEqual(PLC.items.map((it) => it.reference).sort());
  });

  test.each(["folder", "file"] as const)(
    "by %s the tree says so when the claims are not told",
    (grouping) => {
      const rows = rootNodes(coverage([PLC]), viewOf({ grouping }), new Map());
      expect(rows.map(({ kind }) => kind)).toEqual(["problem"]);
    },
  );

  test.each(["folder", "file"] as const)(
    "by %s the counts stay when a filter hides rows",
    async (grouping) => {
      const whole = await drawn(coverage([PLC]), viewOf({ grouping }));
      const filtered = await drawn(coverage([PLC]), viewOf({ grouping, show: ["implemented"] }));
      const lines = filtered.split("\n").filter((it) => it !== "");
      expect(lines.length).toBeGreaterThan(1);
      expect(lines.filter((it) => !whole.includes(it))).toEqual([]);
    },
  );
});

describe("the filter", () => {
  test.each<[string, Parameters<typeof viewOf>[0], readonly string[]]>([
    ["missing only", { show: ["missing"] }, ["CR 1.1", "CR 1.10", "CCSC 3"]],
    ["several states", { show: ["partial", "planned"] }, ["EDR 3.2", "CR 3.3"]],
    ["what is open", { show: ["open"] }, ["CR 1.1", "CR 1.10", "EDR 3.2", "CR 3.3", "CCSC 3"]],
    ["an id with its blank", { text: "CR 1.10" }, ["CR 1.10"]],
    ["an id without its blank", { text: "edr3.2" }, ["EDR 3.2"]],
    ["words of a title in any order", { text: "user human" }, ["CR 1.1"]],
    ["a file", { text: "tls.c" }, ["CR 1.2"]],
    ["a subject", { text: "int open" }, ["CR 1.2"]],
    ["a state", { text: "planned" }, ["CR 3.3"]],
    ["a reason", { text: "no network" }, ["CR 3.1"]],
    ["an owner", { text: "security@example" }, ["CR 3.1"]],
    ["text and state together", { show: ["missing"], text: "feedback" }, ["CR 1.10"]],
    ["nothing", { text: "xyzzy" }, []],
  ])("finds %s", async (_, filter, expected) => {
    const rows = await rowsBelow(coverage([PLC]), viewOf(filter));
    const requirements = rows.map((it) =>
      it.kind === "requirement" ? it.requirement.id : it.kind,
    );
    expect(requirements).toEqual(expected);
  });

  test("finds what is contradicted", async () => {
    const torn = item("CR 2.1", "not-applicable", ["implements a.c:1"], { isContradicted: true });
    const told = coverage([project([torn, item("CR 2.2", "implemented", ["implements a.c:2"])])]);
    const rows = await rowsBelow(told, viewOf({ show: ["contradicted"] }));
    expect(rows.map((it) => nodeText(it).label)).toEqual(["CR 2.1"]);
  });

  test("leaves only the claims that hold the text, unless the item itself holds it", async () => {
    const told = coverage([PLC]);
    expect(await drawn(told, viewOf({ text: "t/login.c" }))).toMatchInlineSnapshot(`
      "
      FR 1 | 2 of 4 met · Identification and authentication control
        CR 1.1 | verified · Human user identification · 2 claims
          login.c:4 | verifies · test
      "
    `);
    expect(await drawn(told, viewOf({ text: "human" }))).toContain("login.c:4");
  });

  test("does not change the counts of a group", async () => {
    const view = viewOf({ show: ["missing"] });
    expect(await drawn(coverage([PLC]), view)).toContain("FR 1 | 2 of 4 met");
  });

  test("shows an enhancement whose base it hides", async () => {
    const [requirement = NONE] = await rowsBelow(coverage([PLC]), viewOf({ text: "unique" }));
    expect(requirement.kind === "requirement" && requirement.requirement.base).toBeUndefined();
    const rows = await childrenOf(requirement, ask);
    expect(rows.map((it) => nodeText(it).label)).toEqual(["RE(1)"]);
  });

  test("opens a small result by itself and leaves the whole tree closed", () => {
    const open = (view: CoverageView): readonly boolean[] =>
      roots(coverage([PLC]), view).flatMap((it) => (it.kind === "group" ? it.open : []));
    expect(open(viewOf({ show: ["missing"] }))).toEqual([true, true]);
    expect(open(FIRST_VIEW)).toEqual([false, false, false]);
  });

  test.each([
    [3, true],
    [50, false],
  ])("with %i claims opens to the claims: %s", (count, expected) => {
    const claims = Array.from({ length: count }, (_, i) => `implements f${i}.c:1 run`);
    const told = coverage([project([item("CR 1.1", "implemented", claims)])]);
    const [group] = roots(told, viewOf({ text: "run" }));
    expect(group).toMatchObject({ open: true, openClaims: expected });
  });
});

describe.each(GROUPINGS)("ids of rows grouped by %s", (grouping) => {
  const view = viewOf({ grouping });

  test("are all different", async () => {
    const twice = project([
      item("CR 1.1", "implemented", ["implements a.c:1", "implements a.c:1", "implements b.c:1"]),
      item("CR 1.1", "implemented", ["implements a.c:1"], { part: "3-3" }),
      item("CR 1.2", "missing"),
      item("CR 1.3", "missing", [], { statements: [NOT_HERE, NOT_HERE] }),
    ]);
    const ids = await allIds(coverage([PLC, { ...twice, uri: "file:///v" }]), view);
    expect(new Set(ids).size).toBe(ids.length);
  });

  test("stay when lines above a claim and a statement are added", async () => {
    const at = (line: number): CoverageResult => {
      const start = { line, character: 2 };
      const statements = [{ ...NOT_HERE, range: { start, end: start } }];
      const claims = [`implements a.c:${line}`, `verifies a.c:${line + 9}`];
      return coverage([project([item("CR 1.1", "verified", claims, { statements })])]);
    };
    expect(await allIds(at(90), view)).toEqual(await allIds(at(3), view));
  });

  test("stay when claims are added elsewhere", async () => {
    const before = item("CR 1.1", "verified", ["implements src/a.c:1", "verifies t/b.c:1"]);
    const after = item("CR 1.1", "verified", [
      "implements src/a.c:1",
      "implements src/c.c:1",
      "verifies t/b.c:1",
    ]);
    const other = item("CR 1.2", "missing");
    const ids = await allIds(coverage([project([before, other])]), view);
    expect(await allIds(coverage([project([after, other])]), view)).toEqual(
      expect.arrayContaining([...ids]),
    );
  });

  test("do not stand for something else under another grouping or filter", async () => {
    const told = coverage([PLC, GATEWAY]);
    const shown = await allIds(told, view);
    const views = [
      ...GROUPINGS.filter((it) => it !== grouping).map((it) => viewOf({ grouping: it })),
      viewOf({ grouping, show: ["missing"] }),
    ];
    for (const other of views) {
      const ids = await allIds(told, other);
      expect(ids.filter((it) => shown.includes(it))).toEqual([]);
    }
  });
});

test("ids stay when the state changes, but for the rows below states", async () => {
  const claimed = coverage([project([item("CR 1.1", "implemented", ["implements a.c:1"])])]);
  const tested = coverage([
    project([item("CR 1.1", "verified", ["implements a.c:1", "verifies b.c:1"])]),
  ]);
  for (const grouping of GROUPINGS.filter((it) => it !== "state")) {
    const view = viewOf({ grouping });
    expect(await allIds(tested, view)).toEqual(
      expect.arrayContaining([...(await allIds(claimed, view))]),
    );
  }
});

test("a list too long for one look goes on below one row, in stretches of the same length", async () => {
  const claims = Array.from({ length: 3 * CHUNK + 5 }, (_, i) => `implements f${i}.c:1`);
  const told = coverage([project([item("CR 1.1", "implemented", claims)])]);
  const [requirement = NONE] = await rowsBelow(told, FIRST_VIEW);
  const rows = await childrenOf(requirement, ask);
  expect(rows).toHaveLength(CHUNK + 1);
  const [more = NONE] = rows.slice(CHUNK);
  const stretches = await childrenOf(more, ask);
  expect(nodeText(more).label).toBe("405 more");
  expect(stretches.map((it) => nodeText(it).accessible)).toEqual([
    "201 to 400, f200.c:1 to f399.c:1",
    "401 to 600, f400.c:1 to f599.c:1",
    "601 to 605, f600.c:1 to f604.c:1",
  ]);
  const lengths = await Promise.all(
    stretches.map(async (it) => (await childrenOf(it, ask)).length),
  );
  expect(lengths).toEqual([CHUNK, CHUNK, 5]);
});

test.each<[string, CoverageResult, number]>([
  ["where annotations are and no project file is", coverage([GATEWAY]), 1],
  ["beside a project file", coverage([PLC, GATEWAY]), 0],
  ["where there are no annotations", coverage([project([item("CR 1.1", "missing")])]), 0],
  ["while files are read", coverage([GATEWAY], { indexing: true }), 0],
])("the hint at a project file %s", (_, told, count) => {
  expect(hintNodes(told)).toHaveLength(count);
});

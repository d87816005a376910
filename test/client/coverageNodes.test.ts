import { describe, expect, test } from "vitest";
import { type CoverageFilter, NO_FILTER } from "../../client/src/coverageFilter.ts";
import type { CoverageNode } from "../../client/src/coverageNode.ts";
import { CHUNK, childrenOf, rootNodes } from "../../client/src/coverageNodes.ts";
import { nodeText } from "../../client/src/nodeText.ts";
import type { CoverageResult } from "../../server/src/protocol/coverage.ts";
import { coverage, item, project } from "./wire.ts";

const PLC = project(
  [
    item("CCSC 3", "missing"),
    item("CR 1.10", "missing", [], { title: "Authenticator feedback" }),
    item("CR 1.2", "implemented", ["implements src/tls.c:7 int open(void)"]),
    item("CR 1.1", "verified", ["implements src/login.c:22 login", "verifies t/login.c:4 test"], {
      title: "Human user identification",
    }),
    item("CR 1.1 RE(1)", "missing", [], { title: "Unique identification" }),
    item("CR 3.1", "not-applicable", [], { reason: "No network." }),
    item("EDR 3.2", "partial", ["partial src/code.c:1 run"]),
    item("CR 3.3", "planned"),
  ],
  { file: "file:///w/iec62443.yaml", target: "SL 2" },
);

/** The whole tree as indented lines, as a person sees it when every row is open. */
function drawn(told: CoverageResult, filter: CoverageFilter = NO_FILTER): string {
  const draw = (node: CoverageNode, depth: number): readonly string[] => {
    const { label, description } = nodeText(node);
    const line = `${"  ".repeat(depth)}${label}${description === undefined ? "" : ` | ${description}`}`;
    return [line, ...childrenOf(node).flatMap((it) => draw(it, depth + 1))];
  };
  return `\n${rootNodes(told, filter)
    .flatMap((it) => draw(it, 0))
    .join("\n")}\n`;
}

function allIds(told: CoverageResult, filter: CoverageFilter = NO_FILTER): readonly string[] {
  const ids = (node: CoverageNode): readonly string[] => [
    node.id,
    ...childrenOf(node).flatMap(ids),
  ];
  return rootNodes(told, filter).flatMap(ids);
}

describe("the coverage tree", () => {
  test("shows groups, requirements, enhancements and claims in natural order", () => {
    expect(drawn(coverage([PLC]))).toMatchInlineSnapshot(`
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
        EDR 3.2 | partial · 1 claim
          code.c:1 | partial · run
        CR 3.3 | planned
      CCSC | 0 of 1 met · Common component security constraints
        CCSC 3 | missing
      "
    `);
  });

  test("has one root for each project when there are several", () => {
    const other = project([item("CR 1.2", "implemented", ["implements a.c:1"])], {
      uri: "file:///v",
      product: "Gateway",
    });
    expect(rootNodes(coverage([PLC, other]), NO_FILTER).map((it) => nodeText(it))).toEqual([
      {
        label: "PLC 300",
        description: "2 of 7 met · SL 2",
        accessible: "PLC 300, 2 of 7 met, SL 2",
      },
      { label: "Gateway", description: "1 of 1 met", accessible: "Gateway, 1 of 1 met" },
    ]);
  });

  test("keeps the root of a project that is the only one left by the filter", () => {
    const other = project([item("CR 1.2", "implemented", ["implements a.c:1"])], {
      uri: "file:///v",
      product: "Gateway",
    });
    const roots = rootNodes(coverage([PLC, other]), { show: "missing", text: "" });
    expect(roots.map((it) => nodeText(it).label)).toEqual(["PLC 300"]);
  });

  test("leaves out a folder that says nothing of requirements", () => {
    const silent = project([item("CR 1.2", "missing")], { uri: "file:///docs", product: "docs" });
    expect(rootNodes(coverage([PLC, silent]), NO_FILTER)[0]?.kind).toBe("group");
    expect(rootNodes(coverage([silent]), NO_FILTER)).toEqual([]);
  });

  test("shows a project that has only tests, whose items are missing all the same", () => {
    const tested = project([item("CR 1.2", "missing", ["verifies t.c:1"])]);
    expect(drawn(coverage([tested]))).toContain("CR 1.2 | missing · 1 claim");
  });

  test("shows a project that has only a project file", () => {
    const planned = project([item("CR 1.2", "missing")], { file: "file:///w/iec62443.yaml" });
    expect(drawn(coverage([planned]))).toContain("CR 1.2 | missing");
  });

  test("groups what has no foundational requirement by its part", () => {
    const told = coverage([
      project([
        item("SM-4", "implemented", ["implements a.c:1"], { part: "4-1" }),
        item("CR 1.1", "missing"),
      ]),
    ]);
    expect(rootNodes(told, NO_FILTER).map((it) => nodeText(it).label)).toEqual(["FR 1", "4-1"]);
  });

  test("lists what was not read, with the reason", () => {
    const told = coverage([PLC], {
      skipped: [{ uri: "file:///w/src/blob.c", path: "src/blob.c", why: "larger than 2 MiB" }],
      problems: ["`iec62443.target` is not a level."],
    });
    expect(drawn(told)).toContain(
      [
        "Not read | 1 problem · 1 file",
        "  iec62443.target is not a level.",
        "  blob.c | larger than 2 MiB · src",
      ].join("\n"),
    );
  });

  test("says what was not read where nothing else is shown", () => {
    const told = coverage([], { problems: ["A folder could not be read."] });
    expect(rootNodes(told, NO_FILTER).map(({ kind }) => kind)).toEqual(["notRead"]);
  });
});

describe("the filter", () => {
  test.each<[string, CoverageFilter, readonly string[]]>([
    ["missing only", { show: "missing", text: "" }, ["CR 1.1", "CR 1.10", "CCSC 3"]],
    ["not met", { show: "open", text: "" }, ["CR 1.1", "CR 1.10", "EDR 3.2", "CR 3.3", "CCSC 3"]],
    ["an id with its blank", { show: "all", text: "CR 1.10" }, ["CR 1.10"]],
    ["an id without its blank", { show: "all", text: "edr3.2" }, ["EDR 3.2"]],
    ["words of a title in any order", { show: "all", text: "user human" }, ["CR 1.1"]],
    ["a file", { show: "all", text: "tls.c" }, ["CR 1.2"]],
    ["a subject", { show: "all", text: "int open" }, ["CR 1.2"]],
    ["a state", { show: "all", text: "planned" }, ["CR 3.3"]],
    ["a reason", { show: "all", text: "no network" }, ["CR 3.1"]],
    ["text and state together", { show: "missing", text: "feedback" }, ["CR 1.10"]],
    ["nothing", { show: "all", text: "xyzzy" }, []],
  ])("finds %s", (_, filter, expected) => {
    const requirements = rootNodes(coverage([PLC]), filter)
      .flatMap(childrenOf)
      .map((it) => (it.kind === "requirement" ? it.requirement.id : it.kind));
    expect(requirements).toEqual(expected);
  });

  test("leaves only the claims that hold the text, unless the item itself holds it", () => {
    expect(drawn(coverage([PLC]), { show: "all", text: "t/login.c" })).toMatchInlineSnapshot(`
      "
      FR 1 | 2 of 4 met · Identification and authentication control
        CR 1.1 | verified · Human user identification · 2 claims
          login.c:4 | verifies · test
      "
    `);
    expect(drawn(coverage([PLC]), { show: "all", text: "human" })).toContain("login.c:4");
  });

  test("does not change the counts of a group", () => {
    expect(drawn(coverage([PLC]), { show: "missing", text: "" })).toContain("FR 1 | 2 of 4 met");
  });

  test("shows an enhancement whose base it hides", () => {
    const roots = rootNodes(coverage([PLC]), { show: "all", text: "unique" });
    const [requirement] = roots.flatMap(childrenOf);
    expect(requirement?.kind === "requirement" && requirement.requirement.base).toBeUndefined();
    expect(
      roots
        .flatMap(childrenOf)
        .flatMap(childrenOf)
        .map((it) => nodeText(it).label),
    ).toEqual(["RE(1)"]);
  });

  test("opens a small result by itself and leaves the whole tree closed", () => {
    const open = (filter: CoverageFilter): readonly boolean[] =>
      rootNodes(coverage([PLC]), filter).flatMap((it) => (it.kind === "group" ? it.open : []));
    expect(open({ show: "missing", text: "" })).toEqual([true, true]);
    expect(open(NO_FILTER)).toEqual([false, false, false]);
  });

  test.each([
    [3, true],
    [50, false],
  ])("with %i claims opens to the claims: %s", (count, expected) => {
    const claims = Array.from({ length: count }, (_, i) => `implements f${i}.c:1 run`);
    const [group] = rootNodes(coverage([project([item("CR 1.1", "implemented", claims)])]), {
      show: "all",
      text: "run",
    });
    expect(group).toMatchObject({ open: true, openClaims: expected });
  });
});

describe("ids of rows", () => {
  test("are all different", () => {
    const twice = project([
      item("CR 1.1", "implemented", ["implements a.c:1", "implements a.c:1", "implements b.c:1"]),
      item("CR 1.1", "implemented", ["implements a.c:1"], { part: "3-3" }),
    ]);
    const ids = allIds(coverage([PLC, { ...twice, uri: "file:///v" }]));
    expect(new Set(ids).size).toBe(ids.length);
  });

  test("stay when lines above a claim are added", () => {
    const at = (line: number): CoverageResult =>
      coverage([project([item("CR 1.1", "implemented", [`implements a.c:${line}`])])]);
    expect(allIds(at(90))).toEqual(allIds(at(3)));
  });

  test("stay when the state changes", () => {
    const claimed = coverage([project([item("CR 1.1", "implemented", ["implements a.c:1"])])]);
    const tested = coverage([
      project([item("CR 1.1", "verified", ["implements a.c:1", "verifies b.c:1"])]),
    ]);
    expect(allIds(tested)).toEqual(expect.arrayContaining([...allIds(claimed)]));
  });
});

test("a list too long for one look goes on below one row, in stretches of the same length", () => {
  const claims = Array.from({ length: 3 * CHUNK + 5 }, (_, i) => `implements f${i}.c:1`);
  const [group] = rootNodes(
    coverage([project([item("CR 1.1", "implemented", claims)])]),
    NO_FILTER,
  );
  const rows = group === undefined ? [] : childrenOf(group).flatMap(childrenOf);
  expect(rows).toHaveLength(CHUNK + 1);
  const stretches = rows.slice(CHUNK).flatMap(childrenOf);
  expect(rows.slice(CHUNK).map((it) => nodeText(it).label)).toEqual(["405 more"]);
  expect(stretches.map((it) => nodeText(it).accessible)).toEqual([
    "201 to 400, f200.c:1 to f399.c:1",
    "401 to 600, f400.c:1 to f599.c:1",
    "601 to 605, f600.c:1 to f604.c:1",
  ]);
  expect(stretches.map((it) => childrenOf(it).length)).toEqual([CHUNK, CHUNK, 5]);
});

import { expect, test } from "vitest";
import { childrenOf } from "../../client/src/coverageNodes.ts";
import { GROUPINGS } from "../../client/src/grouping.ts";
import { CHUNK } from "../../client/src/longLists.ts";
import { pathTo } from "../../client/src/nodePath.ts";
import { nodeText } from "../../client/src/nodeText.ts";
import type { WireClaim } from "../../server/src/protocol/coverage.ts";
import { ask, roots, viewOf } from "./tree.ts";
import { claimsMade, coverage, item, project } from "./wire.ts";

const ENHANCED = item("CR 1.1 RE(1)", "implemented", ["implements src/a.c:7", "verifies t/b.c:3"]);
const PLC = project([item("CR 1.1", "implemented", ["implements src/a.c:5"]), ENHANCED]);
const OTHER = project([item("CR 1.1", "implemented", ["implements src/a.c:5"])], {
  uri: "file:///v",
  product: "Gateway",
});

function sought(claim: WireClaim | undefined, reference: string, of = PLC.uri) {
  if (claim === undefined) throw new Error("There is no such claim.");
  return { ...claim, project: of, part: "4-2", reference };
}

const [first, second] = claimsMade(ENHANCED);

function path(told = coverage([PLC]), view = viewOf({}), wanted = sought(second, "CR 1.1 RE(1)")) {
  return pathTo(wanted, roots(told, view), (it) => childrenOf(it, ask));
}

test.each(GROUPINGS)("leads to a claim where rows are grouped by %s", async (grouping) => {
  const found = await path(coverage([PLC]), viewOf({ grouping }));
  expect(found?.at(-1)).toMatchObject({ kind: "claim", claim: { uri: second?.uri } });
  expect(found?.length).toBeGreaterThan(1);
});

test("leads through the project, its group, requirement and enhancement", async () => {
  const found = await path(coverage([OTHER, PLC]));
  expect(found?.map((it) => it.kind)).toEqual(["project", "group", "requirement", "item", "claim"]);
  expect(found?.map((it) => nodeText(it).label).slice(1)).toEqual([
    "FR 1",
    "CR 1.1",
    "RE(1)",
    "b.c:3",
  ]);
});

test("leads into the rest of a long list", async () => {
  const many = Array.from({ length: CHUNK + 5 }, (_, i) => `implements src/f${i}.c:1`);
  const long = item("CR 1.2", "implemented", many);
  const last = sought(claimsMade(long).at(-1), "CR 1.2");
  const found = await path(coverage([project([long])]), viewOf({}), last);
  expect(found?.map((it) => it.kind)).toEqual(["group", "requirement", "more", "claim"]);
});

test("is none where a filter hides the claim, or where it has moved meanwhile", async () => {
  expect(await path(coverage([PLC]), viewOf({ show: ["missing"] }))).toBeUndefined();
  const moved = sought(first, "CR 1.1 RE(1)");
  const range = { ...moved.range, start: { line: 99, character: 0 } };
  expect(await path(coverage([PLC]), viewOf({}), { ...moved, range })).toBeUndefined();
});

test("opens no row that cannot lead there", async () => {
  const opened: string[] = [];
  await pathTo(sought(second, "CR 1.1 RE(1)"), roots(coverage([OTHER, PLC])), (it) => {
    opened.push(it.kind);
    return childrenOf(it, ask);
  });
  expect(opened).toEqual(["project", "group", "requirement", "item"]);
});

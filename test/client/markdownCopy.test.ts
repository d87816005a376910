import { expect, test } from "vitest";
import { ClaimStore } from "../../client/src/claimStore.ts";
import { markdownOf } from "../../client/src/markdownCopy.ts";
import { nodeText } from "../../client/src/nodeText.ts";
import type { ClaimsParams, CoverageResult } from "../../server/src/protocol/coverage.ts";
import { allRows, viewOf } from "./tree.ts";
import { claimsMade, coverage, item, project } from "./wire.ts";

const START = { line: 8, character: 4 };

const PLC = project(
  [
    item("CR 1.1", "verified", ["implements src/login.c:22 login(a|b)", "verifies t/login.c:4"], {
      title: "Human user identification",
    }),
    item("CR 1.1 RE(1)", "missing", [], { title: "Unique <identification>" }),
    item("CR 2.2", "not-applicable", [], {
      reason: "No radio | none_at_all.",
      statements: [
        {
          uri: "file:///w/iec62443.yaml",
          range: { start: START, end: START },
          status: "not-applicable",
          owner: "security@example.com",
          expires: "2027-10-01",
          isExpired: false,
          evidence: [],
        },
      ],
    }),
  ],
  { target: "SL 2", file: "file:///w/iec62443.yaml" },
);
const GATEWAY = project([item("CR 1.2", "implemented", ["implements a.c:1"])], {
  uri: "file:///v",
  product: "Gateway",
});

/** A store whose server knows what was told; `asked` is what it was asked. */
function storeOf(told: CoverageResult) {
  const asked: ClaimsParams[] = [];
  const store = new ClaimStore(async (params) => {
    asked.push(params);
    const items = told.projects.find(({ uri }) => uri === params.project)?.items ?? [];
    return items
      .filter(({ reference }) => params.item === undefined || params.item.reference === reference)
      .map((it) => ({ part: it.part, reference: it.reference, claims: claimsMade(it) }));
  });
  return { store, asked };
}

async function copied(label: string, view = viewOf({}), told = coverage([PLC, GATEWAY])) {
  const rows = await allRows(told, view);
  const found = rows.find(({ node }) => nodeText(node).label === label);
  if (found === undefined) throw new Error(`There is no row ${label}.`);
  const { store, asked } = storeOf(told);
  const text = await markdownOf(found.node, store);
  return { text: text === undefined ? undefined : `\n${text}`, asked };
}

test("an item is an entry of a list with its claims", async () => {
  expect((await copied("CR 1.1")).text).toMatchInlineSnapshot(`
    "
    - **CR 1.1** Human user identification: verified
      - implements \`src/login.c:22\` \`login(a|b)\`
      - verifies \`t/login.c:4\`
    "
  `);
});

test("an item that is justified says why, and who says it", async () => {
  expect((await copied("CR 2.2")).text).toMatchInlineSnapshot(`
    "
    - **CR 2.2**: not applicable (No radio | none\\_at\\_all.)
      - \`iec62443.yaml\` says not applicable, security@example.com, expires 2027-10-01
    "
  `);
});

test("a claim stands for its item", async () => {
  expect((await copied("login.c:4")).text).toBe((await copied("CR 1.1")).text);
});

test("a group is a table of its items", async () => {
  expect((await copied("FR 1")).text).toMatchInlineSnapshot(`
    "
    **FR 1** 1 of 2 met · Identification and authentication control

    | Requirement | Title | State | Reason | Claims |
    | --- | --- | --- | --- | --- |
    | CR 1.1 | Human user identification | verified |  | \`src/login.c:22\`, \`t/login.c:4\` |
    | CR 1.1 RE(1) | Unique \\<identification\\> | missing |  |  |
    "
  `);
});

test("a project is a table of all its items, asked for at once", async () => {
  const { text, asked } = await copied("PLC 300");
  expect(text?.split("\n").filter((it) => it.startsWith("| CR"))).toHaveLength(3);
  expect(asked).toEqual([{ project: "file:///w" }]);
});

test("a file is a table of what it claims", async () => {
  expect((await copied("src", viewOf({ grouping: "folder" }))).text).toMatchInlineSnapshot(`
    "
    **src** 1 of 1 met · 1 claim

    | Requirement | Title | State | Reason | Claims |
    | --- | --- | --- | --- | --- |
    | CR 1.1 | Human user identification | verified |  | \`src/login.c:22\` |
    "
  `);
});

test("a project grouped by files names an item once", async () => {
  const { text } = await copied("PLC 300", viewOf({ grouping: "file" }));
  expect(text?.split("\n").filter((it) => it.startsWith("| CR 1.1 |"))).toHaveLength(1);
});

test("many claims are counted behind the first", async () => {
  const claims = Array.from({ length: 2001 }, (_, i) => `implements f${i}.c:1`);
  const told = coverage([project([item("CR 1.1", "implemented", claims)]), GATEWAY]);
  const { text } = await copied("FR 1", viewOf({}), told);
  expect(text).toContain("`f4.c:1`, and 1,996 more |");
  expect((await copied("CR 1.1", viewOf({}), told)).text).toContain("  - and 1,951 more\n");
});

test("a row that is about nothing of this cannot be copied", async () => {
  const told = coverage([PLC], { problems: ["A folder could not be read."] });
  expect((await copied("Not read", viewOf({}), told)).text).toBeUndefined();
});

import { describe, expect, test } from "vitest";
import { documentLink, pathLinks } from "../../server/src/features/documentLink.ts";
import { marked } from "../support/marked.ts";
import { projectFileOf } from "../support/projectFileOf.ts";
import { ROOT, snapshotOf } from "../support/snapshotOf.ts";

function linksOf(source: string, name = "iec62443.yaml") {
  const { text, ranges } = marked(source);
  const project = projectFileOf(text, name);
  const links = pathLinks(snapshotOf({}, project), `${ROOT}/${name}`);
  return { links, ranges };
}

const STATEMENT = "statements:\n  - requirement: [CR 1.5, CR 1.6]\n    status: implemented\n";

describe("a path is a link", () => {
  test.each([
    ["in a list", `${STATEMENT}    evidence: [[|docs/x.md|], [|b.md|]]\n`],
    ["alone", `${STATEMENT}    evidence: [|docs/x.md|]\n`],
    ["between quotation marks", `${STATEMENT}    evidence: ["[|docs/x.md|]", '[|b c.md|]']\n`],
    [
      "on lines of its own",
      `${STATEMENT}    evidence:\n      - [|docs\\x.md|]\n      - [|./b.md|]\n`,
    ],
    ["to a catalog", "catalogs:\n  - [|rules.yaml|]\n"],
    ["of a statement that counts for nothing", "statements:\n  - evidence: [|x.md|]\n"],
  ])("%s", (_, source) => {
    const { links, ranges } = linksOf(source);
    expect(links.map((it) => it.range)).toEqual(ranges);
    for (const it of links) expect(it.root).toBe(ROOT);
  });

  test("in JSON", () => {
    const source = '{"statements": [{"requirement": "CR 1.5", "evidence": ["[|x.md|]"]}]}';
    const { links, ranges } = linksOf(source, "iec62443.json");
    expect(links.map((it) => it.range)).toEqual(ranges);
  });
});

test.each([
  ["leaves the folder", `${STATEMENT}    evidence: [../x.md, a/../../b.md, "..\\\\x.md"]\n`],
  ["is absolute", `${STATEMENT}    evidence: [/etc/passwd, "C:\\\\x.md", ~/x.md]\n`],
  ["is an address", `${STATEMENT}    evidence: ["https://example.com/x", "file:///etc/passwd"]\n`],
  ["is no text", `${STATEMENT}    evidence: [1, true, null, "", "  ", { a: b }, [c]]\n`],
  ["is something else", "product: a.md\nscan: { exclude: b.md }\n"],
  ["stands in no map", "- catalogs: x.yaml\n"],
  ["stands in nothing", ""],
])("what %s is no link", (_, source) => {
  expect(linksOf(source).links).toEqual([]);
});

test("other files have no links, and of thousands of paths some are", () => {
  const { links } = linksOf(`${STATEMENT}    evidence:\n${"      - x.md\n".repeat(2_000)}`);
  expect(links).toHaveLength(500);
  const project = projectFileOf("catalogs: rules.yaml\n");
  expect(pathLinks(snapshotOf({}, project), `${ROOT}/a.c`)).toEqual([]);
});

test("a link says what it opens", () => {
  const range = { start: { line: 0, character: 0 }, end: { line: 0, character: 4 } };
  expect(documentLink({ range, root: ROOT, path: "x.md" }, `${ROOT}/x.md`)).toEqual({
    range,
    target: `${ROOT}/x.md`,
    tooltip: "Open x.md",
  });
});

import { describe, expect, test } from "vitest";
import { Catalog } from "../../server/src/core/catalog.ts";
import { explain } from "../../server/src/features/explain.ts";
import { builtInCatalog } from "../../server/src/workspace/builtInCatalog.ts";
import { snapshotOf } from "../support/snapshotOf.ts";

function told(text: string): string {
  const explained = explain(snapshotOf({}), text);
  return "markdown" in explained ? explained.markdown : explained.problem;
}

const titles = (text: string) => [...told(text).matchAll(/^# (.*)$/gm)].map(([, it]) => it);

test.each([
  ["a requirement", "CR 1.5", /^CR 1\.5 /],
  ["it in another writing", "  cr1.5 ", /^CR 1\.5 /],
  ["its enhancement", "CR 1.1 RE(1)", /^CR 1\.1 /],
  ["one of another part", "IEC 62443-3-3 SR 1.1", /^SR 1\.1 /],
  ["a heading", "FR 1", /^FR 1 /],
  ["a part", "4-2", /62443\\?-4\\?-2/],
  ["a place of another document", "M0801", /M0801/],
])("explains %s", (_, text, title) => {
  const found = titles(text);
  expect(found).toHaveLength(1);
  expect(found[0]).toMatch(title);
});

test("explains several, at most five, and counts the rest", () => {
  expect(titles("CR 1.1, CR 1.2")).toHaveLength(2);
  const text = "CR 1.1, 1.2, 1.3, 1.4, 1.5, 1.7, 1.8";
  expect(titles(text)).toHaveLength(5);
  expect(told(text)).toContain("\n2 more are left out: name them one by one.\n");
});

describe("says what to write instead of", () => {
  test.each([
    ["nothing", " ", "Name a requirement"],
    ["a long text", "CR 1.1, ".repeat(60), "Name a requirement"],
    ["an id that there is not", "CR 9.9", "CR 9.9"],
    ["a word", "hello", "Write one such as CR 1.5."],
  ])("%s", (_, text, part) => {
    const explained = explain(snapshotOf({}), text);
    expect(explained).toEqual({ problem: expect.stringContaining(part) });
  });
});

test("tells whether a catalog of the workspace may have a say, and asks it first", () => {
  expect(explain(snapshotOf({}), "CR 1.5")).toMatchObject({ isOfWorkspace: false });
  const { parts } = builtInCatalog();
  const own = parts.map((part) => ({
    ...part,
    requirements: part.requirements.map((it) => ({ ...it, title: "Ours" })),
  }));
  const explained = explain(snapshotOf({}, { catalog: new Catalog({ parts: own }) }), "CR 1.5");
  expect(explained).toMatchObject({
    isOfWorkspace: true,
    markdown: expect.stringContaining("# CR 1.5 Ours"),
  });
});

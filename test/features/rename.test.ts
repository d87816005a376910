import { describe, expect, test } from "vitest";
import { prepareRename, rename } from "../../server/src/features/rename.ts";
import { applied } from "../support/applied.ts";
import { markedWorkspace } from "../support/markedWorkspace.ts";
import { at } from "../support/workspaceOf.ts";

const RULES =
  "part: company\nrequirements:\n  - id: ACME-01\n    title: One\n  - { id: 'ACME-02', title: Two, items: [a, b], enhancements: [{ number: 1, title: More }] }\n  - { id: ACME, isGroup: true, title: All }\n";
const PROJECT = "catalogs: rules.yaml\n";
const BASE = { "iec62443.yaml": PROJECT, "rules.yaml": RULES };

/** The files that a rename changes, as they are then; or why it is refused. */
async function renamed(sources: Readonly<Record<string, string>>, newName: string) {
  const { workspace, uri, cursor, texts } = await markedWorkspace({ ...BASE, ...sources });
  const answer = rename(workspace.snapshot, uri, cursor, newName);
  if (answer === undefined || "problem" in answer) return answer?.problem;
  const changed = Object.entries(texts).flatMap(([path, text]) => {
    const edits = answer.edits.filter((it) => it.uri === at(path));
    return edits.length === 0 ? [] : [[path, applied(text, edits)] as const];
  });
  return Object.fromEntries(changed);
}

const CODE = { "a.c": "// @iec62443 ACME-0|1\nint a;\n" };

describe("an id of one's own is renamed", () => {
  test("in its catalog, in statements and in every claim of code", async () => {
    const changed = await renamed(
      {
        "iec62443.yaml": `${PROJECT}statements:\n  - requirement: ACME-01\n    status: planned\n  - requirement: [CR 1.5, "acme 1"]\n    status: planned\n`,
        ...CODE,
        "src/b.py": "# @iec62443 verifies ACME-01 - by hand\nx = 1\n# @iec62443 ACME-02\ny = 1\n",
      },
      "ACME-07",
    );
    expect(changed).toEqual({
      "iec62443.yaml": `${PROJECT}statements:\n  - requirement: ACME-07\n    status: planned\n  - requirement: [CR 1.5, "ACME-07"]\n    status: planned\n`,
      "rules.yaml": RULES.replace("ACME-01", "ACME-07"),
      "a.c": "// @iec62443 ACME-07\nint a;\n",
      "src/b.py": "# @iec62443 verifies ACME-07 - by hand\nx = 1\n# @iec62443 ACME-02\ny = 1\n",
    });
  });

  test.each([
    ["with its enhancement and letter", "ACME-02 RE(1), ACME-02(a)", "NEW.9 RE(1), NEW.9(a)"],
    ["where only a number stands", "acme 1, 2: why", "ACME-01, NEW.9: why"],
    ["where a number leans on it", "acme 2, 1 - why", "NEW.9, ACME-01 - why"],
    ["with brackets behind it", "acme-2 (+RE1)", "NEW.9, NEW.9 RE(1)"],
    ["beside another", "CR 1.5, ACME-02", "CR 1.5, NEW.9"],
  ])("%s", async (_, before, after) => {
    const rules = RULES.replace("'ACME-02'", "'ACME-|02'");
    const files = { "rules.yaml": rules, "a.c": `// @iec62443 partial ${before}\nint a;\n` };
    expect(await renamed(files, " NEW.9 ")).toMatchObject({
      "rules.yaml": RULES.replace("'ACME-02'", '"NEW.9"'),
      "a.c": `// @iec62443 partial ${after}\nint a;\n`,
    });
  });

  test("together with another in one item of a list", async () => {
    const statement = (it: string) => `statements: [{ requirement: ${it}, status: planned }]\n`;
    const changed = await renamed(
      { ...CODE, "iec62443.yaml": PROJECT + statement("'acme 1, 2'") },
      "ACME-07",
    );
    expect(changed).toMatchObject({
      "iec62443.yaml": PROJECT + statement('"ACME-07, ACME-02"'),
    });
  });

  test("in JSON", async () => {
    const rules = '{"part": "company", "requirements": [{"id": "ACME-|01", "title": "One"}]}';
    const changed = await renamed(
      { "iec62443.yaml": "catalogs: rules.json\n", "rules.json": rules },
      "ACME-07",
    );
    expect(changed).toEqual({
      "rules.json": '{"part": "company", "requirements": [{"id": "ACME-07", "title": "One"}]}',
    });
  });

  test("in the projects alone that have its catalog", async () => {
    const changed = await renamed(
      {
        ...CODE,
        "other/iec62443.yaml": "catalogs: own.yaml\n",
        "other/own.yaml": RULES,
        "other/b.c": "// @iec62443 ACME-01\nint b;\n",
      },
      "ACME-07",
    );
    expect(Object.keys(changed as object)).toEqual(["rules.yaml", "a.c"]);
  });

  test("to itself by no change, and in another writing of the same", async () => {
    expect(await renamed(CODE, "ACME-01")).toEqual({});
    expect(await renamed(CODE, "acme 1")).toMatchObject({ "a.c": "// @iec62443 acme 1\nint a;\n" });
  });
});

describe("a new name is refused", () => {
  test.each([
    ["ACME-02", "ACME-02 stands in rules.yaml already. Choose another id."],
    ["acme 2", "ACME-02 stands in rules.yaml already. Choose another id."],
    ["CR 7", /^CR begins the ids of IEC 62443-4-2, and a kind belongs to one part\./],
    ["RE 1", /^RE means something else in an annotation\./],
    ["", /^"" is no id that annotations can name\. Write letters/],
    ["A: b\n- id: X-1", /is no id that annotations can name/],
    ['ACME-1"', /is no id/],
    ["=ACME 1", /is no id/],
    ["\u001b[31mACME-1", /is no id/],
    [`A${"1".repeat(100_000)}`, /longer than 60 characters/],
    [
      "OTHER-1",
      "OTHER begins the ids of part house in house.yaml, and a kind belongs to one part. Choose other letters.",
    ],
  ])("when it is %j", async (name, problem) => {
    const house = {
      "iec62443.yaml": "catalogs: [rules.yaml, house.yaml]\n",
      "house.yaml": "part: house\nrequirements: [{ id: OTHER-9, title: Nine }]\n",
    };
    expect(await renamed({ ...house, ...CODE }, name)).toMatch(problem);
  });
});

describe("what cannot be renamed is told", () => {
  test.each<[string, Record<string, string>, string | RegExp]>([
    [
      "an id of the standard",
      { "a.c": "// @iec62443 CR 1|.5\nint a;" },
      "CR 1.5 is defined by IEC 62443-4-2 and cannot be renamed.",
    ],
    [
      "an id of the standard with wording of one's own",
      {
        "rules.yaml": 'part: "4-2"\nrequirements: [{ id: CR |1.5, title: Licensed }]\n',
      },
      "CR 1.5 is defined by IEC 62443-4-2 and cannot be renamed.",
    ],
    [
      "an unknown id",
      { "a.c": "// @iec62443 ACME-|99\nint a;" },
      /^ACME-99 stands in no catalog file/,
    ],
    ["a heading", { "rules.yaml": RULES.replace("id: ACME,", "id: AC|ME,") }, /^ACME is a heading/],
    [
      "one of several in one item",
      {
        "iec62443.yaml": `${PROJECT}statements: [{ requirement: "ACME-01, ACME-0|2", status: planned }]\n`,
      },
      /^Several requirements are named here together/,
    ],
    [
      "an id of two editions",
      {
        ...CODE,
        "iec62443.yaml": "catalogs: [rules.yaml, next.yaml]\n",
        "next.yaml": `edition: next\n${RULES}`,
      },
      /^ACME-01 stands in rules.yaml and in next.yaml/,
    ],
  ])("%s", async (_, sources, problem) => {
    const { workspace, uri, cursor } = await markedWorkspace({ ...BASE, ...sources });
    const asked = prepareRename(workspace.snapshot, uri, cursor);
    expect(asked).toEqual({ problem: expect.stringMatching(problem) });
    expect(rename(workspace.snapshot, uri, cursor, "NEW 1")).toEqual(asked);
  });

  test.each<[string, Record<string, string>, RegExp]>([
    [
      "a claim beside what cannot be read",
      { "b.c": "int x;\n// @iec62443 ACME-01, CR x, 2\nint a;" },
      /^Line 2 of b\.c is not written clearly enough/,
    ],
    [
      "a statement beside what is unknown",
      {
        "iec62443.yaml": `${PROJECT}statements:\n  - { requirement: "ACME-01, CR 9.9", status: planned }\n`,
      },
      /^Line 3 of the project file has to be corrected first\.$/,
    ],
    [
      "a project file that is broken",
      { "iec62443.yaml": `${PROJECT}statements: [\n` },
      /^The project file of w cannot be read as a whole/,
    ],
  ])("%s", async (_, sources, problem) => {
    expect(await renamed({ ...CODE, ...sources }, "ACME-07")).toMatch(problem);
  });
});

describe("what is to be renamed", () => {
  test.each<[string, Record<string, string>, string]>([
    ["an id", { "a.c": "// @iec62443 [|ACME-0|1|]\nint a;" }, "ACME-01"],
    ["without its suffix", { "a.c": "// @iec62443 [|ACME-0|2|] RE(1)\nint a;" }, "ACME-02"],
    ["in another writing", { "a.c": "// @iec62443 [|acme| 1|]\nint a;" }, "ACME-01"],
    ["in the catalog", { "rules.yaml": RULES.replace("ACME-01", "[|ACME|-01|]") }, "ACME-01"],
  ])("is %s", async (_, sources, placeholder) => {
    const { workspace, uri, cursor, expected } = await markedWorkspace({ ...BASE, ...sources });
    expect(prepareRename(workspace.snapshot, uri, cursor)).toEqual({
      range: expected[0]?.range,
      placeholder,
    });
  });

  test("is nothing beside an id, outside of the text and in an unknown file", async () => {
    const { workspace, uri } = await markedWorkspace({ "a.c": "// @iec62443 CR 1.5\nint |a;" });
    for (const [place, line] of [
      [uri, 1],
      [uri, 2 ** 31],
      ["nonsense", 0],
    ] as const) {
      const position = { line, character: 14 };
      expect(prepareRename(workspace.snapshot, place, position)).toBeUndefined();
      expect(rename(workspace.snapshot, place, position, "X 1")).toBeUndefined();
    }
  });
});

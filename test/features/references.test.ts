import { describe, expect, test } from "vitest";
import { definition } from "../../server/src/features/definition.ts";
import { references } from "../../server/src/features/references.ts";
import { marked } from "../support/marked.ts";
import { ROOT, snapshotOf } from "../support/snapshotOf.ts";
import { statement } from "../support/statement.ts";

/** Asks at the cursor of `a.c`; the marked ranges of all files are what is expected. */
function referencesIn(files: Record<string, string>, includeDeclaration = false) {
  const texts: Record<string, string> = {};
  const expected: unknown[] = [];
  let cursor = { line: 0, character: 0 };
  for (const [path, source] of Object.entries(files)) {
    const { text, cursors, ranges } = marked(source);
    texts[path] = text;
    cursor = cursors[0] ?? cursor;
    expected.push(...ranges.map((range) => ({ uri: `${ROOT}/${path}`, range })));
  }
  const found = references(snapshotOf(texts), `${ROOT}/a.c`, cursor, includeDeclaration);
  return { found, expected };
}

describe("references", () => {
  test.each([
    [
      "are every claim, in each writing",
      {
        "a.c": "// @iec62443 [|CR| 1.5|]\nint a;\n// @iec62443 CR 1.1, [|1.5|]\nint b;",
        "b.py": "# @iec62443 verifies [|cr-1.5|]\nx = 1\n# @iec62443 CR 1.6\ny = 2",
      },
    ],
    [
      "of a base requirement hold its enhancements",
      { "a.c": "// @iec62443 [|CR| 1.1|]\nint a;\n// @iec62443 [|CR 1.1 RE(1)|]\nint b;" },
    ],
    [
      "of an enhancement are its own",
      {
        "a.c":
          "// @iec62443 CR 1.1\nint a;\n// @iec62443 [|CR 1.1 RE(|1)|]\nint b;\n// @iec62443 CR 1.1 RE(2)\nint c;",
      },
    ],
    [
      "of a heading hold the typed ids",
      { "a.c": "// @iec62443 [|CR 3|.11|]\nint a;", "b.c": "// @iec62443 [|EDR 3.11|]\nint a;" },
    ],
    [
      "of an unknown id are its claims too",
      { "a.c": "// @iec62443 [|CR 9|.9|]\nint a;", "b.c": "// @iec62443 [|CR 9.9|]\nint a;" },
    ],
  ])("%s", (_, files) => {
    const { found, expected } = referencesIn(files);
    expect(found).toEqual(expected);
  });

  test("are nothing beside an id", () => {
    expect(referencesIn({ "a.c": "// @iec62443 CR 1.5\nint |a;" }).found).toBeUndefined();
  });

  const REQUIREMENT_RANGE = {
    start: { line: 3, character: 18 },
    end: { line: 3, character: 24 },
  };
  const STATED = {
    file: `${ROOT}/iec62443.yaml`,
    statements: [statement("CR 1.5", "planned", { requirementRange: REQUIREMENT_RANGE })],
  };
  const STATEMENT = { uri: STATED.file, range: REQUIREMENT_RANGE };
  const AT = { line: 0, character: 14 };

  test("hold the project file's statement when the declaration is asked for", () => {
    const snapshot = snapshotOf({ "a.c": "// @iec62443 CR 1.5\nint a;" }, STATED);
    expect(references(snapshot, `${ROOT}/a.c`, AT, true)?.[0]).toEqual(STATEMENT);
    expect(references(snapshot, `${ROOT}/a.c`, AT, false)).toHaveLength(1);
  });

  test("can be asked for in the project file", () => {
    const snapshot = snapshotOf({ "a.c": "// @iec62443 CR 1.5\nint a;" }, STATED);
    const found = references(snapshot, STATED.file, { line: 3, character: 20 }, false);
    expect(found?.map((it) => it.uri)).toEqual([`${ROOT}/a.c`]);
  });

  test("definition leads to the page and to the statement", () => {
    const snapshot = snapshotOf({ "a.c": "// @iec62443 CR 1.5\nint a;" }, STATED);
    const targets = (pages: boolean) =>
      definition(snapshot, `${ROOT}/a.c`, AT, { pages })?.map((it) => it.targetUri);
    expect(targets(true)).toEqual(["iec62443:/4-2/2019/CR%201.5.md", STATED.file]);
    expect(targets(false)).toEqual([STATED.file]);
  });

  test("definition is nothing where no page can be shown and nothing is stated", () => {
    const snapshot = snapshotOf({ "a.c": "// @iec62443 CR 1.5\nint a;" });
    expect(definition(snapshot, `${ROOT}/a.c`, AT, { pages: false })).toBeUndefined();
  });

  test("definition names the characters it was asked for", () => {
    const snapshot = snapshotOf({ "a.c": "// @iec62443 CR 1.5\nint a;" });
    expect(
      definition(snapshot, `${ROOT}/a.c`, AT, { pages: true })?.[0]?.originSelectionRange,
    ).toEqual({ start: { line: 0, character: 13 }, end: { line: 0, character: 19 } });
  });
});

import { describe, expect, test } from "vitest";
import { languageOf } from "../../server/src/core/languages.ts";
import { ignoreActions } from "../../server/src/features/ignoreActions.ts";
import { applied } from "../support/applied.ts";
import { marked } from "../support/marked.ts";
import { ROOT, snapshotOf } from "../support/snapshotOf.ts";

const OPTIONS = { relatedInformation: true, diagnosticTags: true };

/** The actions at the cursor, with the text that each makes of the file. */
function actionsAt(name: string, source: string, only?: readonly string[], mark = "|") {
  const { text, cursors, ranges } = marked(source, mark);
  const [cursor] = cursors;
  const [range = cursor && { start: cursor, end: cursor }] = ranges;
  if (range === undefined) throw new Error("A cursor is needed.");
  const uri = `${ROOT}/${name}`;
  const snapshot = snapshotOf({ [name]: text });
  const open = { uri, text, language: languageOf(uri, "") };
  const request = { range, ...(only === undefined ? {} : { only }) };
  return ignoreActions(snapshot, open, request, OPTIONS).map((action) => ({
    action,
    text: applied(text, action.edit?.changes?.[uri] ?? []),
  }));
}

const LINE = "iec62443-ignore-next-line: …";

describe("a line above makes an annotation count for nothing", () => {
  test.each([
    [
      "in C",
      "a.c",
      "int a;\n  // @iec62443 CR 9|.9\n",
      `int a;\n  // ${LINE}\n  // @iec62443 CR 9.9\n`,
    ],
    ["in Python", "a.py", "# @iec62443 CR 9|.9", `# ${LINE}\n# @iec62443 CR 9.9`],
    ["behind code", "a.c", "int a; // @iec62443 CR 9|.9", `// ${LINE}\nint a; // @iec62443 CR 9.9`],
    ["alone in a block", "a.c", "/* @iec62443 CR 9|.9 */", `/* ${LINE} */\n/* @iec62443 CR 9.9 */`],
    [
      "within a block",
      "a.c",
      "/**\n * Logs in.\n * @iec62443 CR 9|.9\n */\nint a;",
      `/**\n * Logs in.\n * ${LINE}\n * @iec62443 CR 9.9\n */\nint a;`,
    ],
    [
      "on the first line of a block",
      "a.c",
      "/** @iec62443 CR 9|.9\n * more\n */",
      `// ${LINE}\n/** @iec62443 CR 9.9\n * more\n */`,
    ],
    ["that cannot be read", "a.st", "(* @iec62443 foo| *)", `(* ${LINE} *)\n(* @iec62443 foo *)`],
    [
      "with the line ends that are there",
      "a.c",
      "\r\n// @iec62443 CR 9|.9\r\n",
      `\r\n// ${LINE}\r\n// @iec62443 CR 9.9\r\n`,
    ],
    [
      "in HTML",
      "a.html",
      "<!-- @iec62443 CR 9|.9 -->",
      `<!-- ${LINE} -->\n<!-- @iec62443 CR 9.9 -->`,
    ],
  ])("%s", (_, name, source, expected) => {
    const [first, ...others] = actionsAt(name, source);
    expect(first?.text).toBe(expected);
    expect(others).toEqual([]);
    expect(
      snapshotOf({ [name]: expected }).index.inFile(`${ROOT}/${name}`)?.annotations ?? [],
    ).toEqual([]);
  });
});

test("it is one action for a line, never preferred, and tells what it is against", () => {
  const [first, ...others] = actionsAt("a.c", "// @iec62443 CR 9|.9, CR 9.8\n");
  expect(others).toEqual([]);
  expect(first?.action).toMatchObject({
    title: "Ignore the annotation in line 1, with a reason: it counts for nothing then",
    kind: "quickfix",
    diagnostics: [{ code: "unknown-requirement" }],
  });
  expect(first?.action.isPreferred).toBeUndefined();
});

test.each([
  ["away from the finding", "a.c", "// @iec62443 CR 9.9\nint |a;", undefined],
  ["where nothing is wrong", "a.c", "// @iec62443 CR |1.5\nint a;", undefined],
  ["for a hint", "a.c", "// @iec62443 cr|-1.5\nint a;", undefined],
  ["in a language that is not known", "a.unheard", "// @iec62443 CR 9|.9\n", undefined],
  [
    "between lines of one statement",
    "a.h",
    "#define A \\\n  1 /* @iec62443 CR 9|.9 */\n",
    undefined,
  ],
  ["when others are asked for", "a.c", "// @iec62443 CR 9|.9\n", ["refactor"]],
])("there is none %s", (_, name, source, only) => {
  expect(actionsAt(name, source, only)).toEqual([]);
});

test("a selection of many has a few", () => {
  const source = `[|${"// @iec62443 CR 9.9\nint a;\n".repeat(50)}|]`;
  expect(actionsAt("a.c", source)).toHaveLength(5);
});

import { describe, expect, test } from "vitest";
import { TextDocument } from "vscode-languageserver-textdocument";
import { codeActions } from "../../server/src/features/codeActions.ts";
import { FIX_ALL } from "../../server/src/features/fixAll.ts";
import { marked } from "../support/marked.ts";
import { ROOT, snapshotOf } from "../support/snapshotOf.ts";

const URI = `${ROOT}/a.c`;
const OPTIONS = { relatedInformation: true, diagnosticTags: true, opensPlaces: true };

/** The actions at the cursor, each with the text that it makes of the file. */
function actionsAt(source: string, only?: readonly string[]) {
  const { text, cursors } = marked(source);
  const [cursor] = cursors;
  if (cursor === undefined) throw new Error("A cursor is needed.");
  const range = { start: cursor, end: cursor };
  const request = { range, ...(only === undefined ? {} : { only }) };
  return codeActions(snapshotOf({ "a.c": text }), URI, request, OPTIONS).map((action) => ({
    title: action.title,
    kind: action.kind,
    isPreferred: action.isPreferred === true,
    codes: action.diagnostics?.map((it) => it.code),
    text: TextDocument.applyEdits(
      TextDocument.create(URI, "c", 1, text),
      action.edit?.changes?.[URI] ?? [],
    ),
  }));
}

describe("code actions", () => {
  test("normalise one annotation, or all of the file", () => {
    const source = "// @iec62443 cr|-1.5\nint a;\n// @iec62443 CR1.6\nint b;\n";
    expect(actionsAt(source)).toEqual([
      {
        title: expect.stringContaining("CR 1.5"),
        kind: "quickfix",
        isPreferred: true,
        codes: ["noncanonical-reference"],
        text: "// @iec62443 CR 1.5\nint a;\n// @iec62443 CR1.6\nint b;\n",
      },
      {
        title: "Write every reference in this file in the canonical way",
        kind: "quickfix",
        isPreferred: false,
        codes: undefined,
        text: "// @iec62443 CR 1.5\nint a;\n// @iec62443 CR 1.6\nint b;\n",
      },
    ]);
  });

  test("offer near ids for an unknown one", () => {
    const [first] = actionsAt("// @iec62443 CR 1|.55\nint a;");
    expect(first?.codes).toEqual(["unknown-requirement"]);
    expect(first?.text).toContain("CR 1.5");
  });

  test("offer the typed ids for a heading", () => {
    const texts = actionsAt("// @iec62443 CR 3|.11\nint a;").map((it) => it.text);
    expect(texts).toContain("// @iec62443 EDR 3.11\nint a;");
  });

  test.each([
    ["away from the finding", "// @iec62443 cr-1.5\nint |a;", undefined],
    ["where nothing is wrong", "// @iec62443 CR |1.5\nint a;", undefined],
    ["when others are asked for", "// @iec62443 cr|-1.5\nint a;", ["refactor"]],
  ])("are none %s", (_, source, only) => {
    expect(actionsAt(source, only)).toEqual([]);
  });

  test.each([["source"], ["source.fixAll"], [FIX_ALL]])("%s normalises the file", (kind) => {
    const source = "|// @iec62443 cr-1.5\nint a;\n// @iec62443 CR1.6\nint b;\n";
    expect(actionsAt(source, [kind])).toEqual([
      expect.objectContaining({
        kind: FIX_ALL,
        text: "// @iec62443 CR 1.5\nint a;\n// @iec62443 CR 1.6\nint b;\n",
      }),
    ]);
  });

  test("a light bulb offers no source action", () => {
    expect(actionsAt("// @iec62443 cr|-1.5\nint a;").map((it) => it.kind)).toEqual(["quickfix"]);
  });

  const DENIED = {
    "a.c": "// @iec62443 CR 1.5\nint a;",
    "b.c": "// @iec62443 not-applicable CR 1.5: why\nint b;",
  };
  const PLACE = { start: { line: 0, character: 14 }, end: { line: 0, character: 14 } };

  test("lead to another place by the command of our own client", () => {
    const [action, ...others] = codeActions(snapshotOf(DENIED), URI, { range: PLACE }, OPTIONS);
    expect(others).toEqual([]);
    expect(action?.edit).toBeUndefined();
    expect(action).toMatchObject({
      title: "Go to the other: b.c:1",
      kind: "quickfix",
      command: {
        command: "iec62443.openPlace",
        arguments: [
          `${ROOT}/b.c`,
          { start: { line: 0, character: 28 }, end: { line: 0, character: 34 } },
        ],
      },
      diagnostics: [{ code: "contradiction" }],
    });
  });

  test("leave out the way to another place where the client does not know it", () => {
    const options = { ...OPTIONS, opensPlaces: false };
    expect(codeActions(snapshotOf(DENIED), URI, { range: PLACE }, options)).toEqual([]);
  });
});

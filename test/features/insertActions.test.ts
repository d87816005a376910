import { describe, expect, test } from "vitest";
import { type CodeActionContext, CodeActionTriggerKind } from "vscode-languageserver-types";
import { languageById } from "../../server/src/core/languages.ts";
import { asksToInsert, insertActions } from "../../server/src/features/insertActions.ts";
import { applied } from "../support/applied.ts";
import { markedCursor } from "../support/marked.ts";
import { ROOT, snapshotOf } from "../support/snapshotOf.ts";

const URI = `${ROOT}/a.c`;

/** The actions at the cursor, each with the text that it makes of the file. */
function actionsAt(source: string, languageId = "c", files: Record<string, string> = {}) {
  const { text, cursor } = markedCursor(source, "§");
  const document = { uri: URI, text, language: languageById(languageId) };
  const snapshot = snapshotOf({ ...files, [URI]: text }, { target: 2, components: ["EDR"] });
  return insertActions(snapshot, document, cursor).map(({ title, kind, edit }) => ({
    title,
    kind,
    text: applied(text, edit?.changes?.[URI] ?? []),
  }));
}

describe("on a line of code", () => {
  test("up to five annotations are offered, first what its words are about", () => {
    const actions = actionsAt("int a;\nint §checkPassword(void);\n");
    expect(actions.length).toBeGreaterThan(1);
    expect(actions.length).toBeLessThanOrEqual(5);
    expect(actions[0]).toEqual({
      title: "Insert annotation for CR 1.7 (Strength of password-based authentication)",
      kind: "refactor",
      text: "int a;\n// @iec62443 CR 1.7\nint checkPassword(void);\n",
    });
    expect(new Set(actions.map((it) => it.text)).size).toBe(actions.length);
  });

  test("what is claimed elsewhere is not offered", () => {
    const files = { "b.c": "// @iec62443 CR 1.7\nint b;\n" };
    const titles = actionsAt("int §check_password;", "c", files).map((it) => it.title);
    expect(titles).not.toEqual([]);
    expect(titles.join("\n")).not.toContain("CR 1.7 ");
  });
});

test.each([
  ["whose words are about nothing", "int §a = foo(bar);\n", "c"],
  ["that is empty", "int a;\n§\nint b;\n", "c"],
  ["of blanks", "int a;\n  §\t\nint b;\n", "c"],
  ["that has an annotation above", "// @iec62443 CR 1.5\nint §password;\n", "c"],
  ["that has one behind it", "int §password; // @iec62443 CR 1.5\n", "c"],
  ["that is one", "// @iec62443 §CR 1.5 - password\nint a;\n", "c"],
  ["within a string of several lines", 'x = """\npassword§\n"""\n', "python"],
  ["of a language without comments", "§password", "?"],
])("nothing is offered on a line %s", (_, source, language) => {
  expect(actionsAt(source, language)).toEqual([]);
});

test.each([
  [{ line: 9, character: 0 }],
  [{ line: 2 ** 31, character: 2 ** 31 }],
  [{ line: -1, character: -1 }],
])("nothing is offered outside of the text at %j", (position) => {
  const document = { uri: URI, text: "int a;\n", language: languageById("c") };
  expect(insertActions(snapshotOf({}), document, position)).toEqual([]);
});

test.each<[CodeActionContext, boolean]>([
  [{ diagnostics: [] }, false],
  [{ diagnostics: [], triggerKind: CodeActionTriggerKind.Automatic }, false],
  [{ diagnostics: [], triggerKind: CodeActionTriggerKind.Invoked }, true],
  [{ diagnostics: [], only: ["refactor"] }, true],
  [{ diagnostics: [], only: [""] }, true],
  [{ diagnostics: [], only: ["quickfix"], triggerKind: CodeActionTriggerKind.Invoked }, false],
  [{ diagnostics: [], only: ["source"], triggerKind: CodeActionTriggerKind.Invoked }, false],
  [{ diagnostics: [], only: ["refactor.extract"] }, false],
  [{ diagnostics: [], only: [], triggerKind: CodeActionTriggerKind.Invoked }, false],
])("whether it is asked for: %j", (context, expected) => {
  expect(asksToInsert(context)).toBe(expected);
});

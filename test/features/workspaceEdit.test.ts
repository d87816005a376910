import { expect, test } from "vitest";
import { workspaceEdit } from "../../server/src/features/workspaceEdit.ts";

const START = { line: 0, character: 0 };
const RANGE = { start: START, end: START };
const of = (uri: string) => ({ uri, range: RANGE, newText: "x" });
const ALL = { versions: true, confirms: true };

test.each([
  ["one file", [of("a"), of("a")], ALL],
  ["no file", [], ALL],
  ["a client that cannot ask", [of("a"), of("b")], { versions: true, confirms: false }],
  ["a client without versions", [of("a"), of("b")], { versions: false, confirms: true }],
])("nobody is asked about changes of %s", (_, edits, options) => {
  const edit = workspaceEdit(edits, "Rename", () => undefined, options);
  expect(JSON.stringify(edit)).not.toMatch(/needsConfirmation|annotationId/);
});

test("changes of a file stand together, with the version that it has", () => {
  const edits = [of("a"), of("b"), of("a")];
  const { documentChanges = [] } = workspaceEdit(
    edits,
    "Rename",
    (uri) => (uri === "a" ? 3 : undefined),
    ALL,
  );
  expect(documentChanges).toMatchObject([
    { textDocument: { uri: "a", version: 3 }, edits: [{}, {}] },
    { textDocument: { uri: "b", version: null }, edits: [{}] },
  ]);
});

import { describe, expect, test } from "vitest";
import type { CodeAction, CodeLens } from "vscode-languageserver-protocol";
import { TextDocument } from "vscode-languageserver-textdocument";
import type { AnnotationEdit } from "../../server/src/protocol/annotations.ts";
import type { Statistics } from "../../server/src/protocol/statistics.ts";
import { folderOf } from "../support/folderOf.ts";
import { clientOf, FULL_CAPABILITIES } from "../support/wireClient.ts";

const AUTH = "// @iec62443 CR 1.5\nint check_password(void);\n";
const FILES = { "auth.c": AUTH, "test.py": "# @iec62443 verifies CR 1.5\nx = 1\n" };
const REFRESHING = {
  ...FULL_CAPABILITIES,
  workspace: { ...FULL_CAPABILITIES.workspace, codeLens: { refreshSupport: true } },
};

describe("code lenses over the wire", () => {
  test("stand where the unsaved text has the annotation, and are counted when they are seen", async () => {
    const folder = folderOf(FILES);
    const client = await clientOf({ folders: [folder.uri] });
    const uri = folder.uriOf("auth.c");
    await client.settledCoverage();
    await client.open(uri, AUTH);
    await client.change(uri, { text: `\n\n${AUTH}` });
    const lenses = await client.request<CodeLens[]>("textDocument/codeLens", {
      textDocument: { uri },
    });
    expect(lenses.map((it) => [it.range.start.line, it.command])).toEqual([[2, undefined]]);
    const lens = await client.request<CodeLens>("codeLens/resolve", lenses[0]);
    expect(lens.command?.title).toBe("CR 1.5 · 1 implementation · 1 test");
    const [argument] = lens.command?.arguments ?? [];
    expect(await client.request("iec62443/claimsOfLens", argument)).toMatchObject([
      { uri },
      { uri: folder.uriOf("test.py") },
    ]);
  });

  test("go when they are switched off, and the client is told to ask again", async () => {
    const folder = folderOf(FILES);
    const client = await clientOf({ folders: [folder.uri], capabilities: REFRESHING });
    const ask = () =>
      client.request<CodeLens[] | null>("textDocument/codeLens", {
        textDocument: { uri: folder.uriOf("auth.c") },
      });
    await client.until(() => client.refreshes.length > 0);
    await client.settledCoverage();
    expect(await ask()).toHaveLength(1);
    const before = client.refreshes.length;
    await client.changeSettings({ codeLens: false });
    await client.until(() => client.refreshes.length > before);
    expect(await ask()).toBeNull();
  });

  test("are no matter to a client that cannot refresh them", async () => {
    const folder = folderOf(FILES);
    const client = await clientOf({ folders: [folder.uri] });
    await client.settledCoverage();
    expect(client.refreshes).toEqual([]);
  });
});

describe("annotations over the wire", () => {
  test("are written, and found by place", async () => {
    const client = await clientOf({});
    const uri = "untitled:new.c";
    const text = "int a;\nint b;\n";
    await client.open(uri, text);
    const params = { uri, position: { line: 1, character: 2 }, part: "4-2", reference: "CR 1.5" };
    const answer = await client.request<AnnotationEdit>("iec62443/annotationEdit", {
      ...params,
      relation: "verifies",
    });
    if ("problem" in answer) throw new Error(answer.problem);
    const changed = TextDocument.applyEdits(TextDocument.create(uri, "c", 1, text), [answer.edit]);
    expect(changed).toBe("int a;\n// @iec62443 verifies CR 1.5\nint b;\n");
    await client.change(uri, { text: changed });
    expect(await client.request("iec62443/annotations", { uri })).toMatchObject([
      { start: { line: 1, character: 3 } },
    ]);
  });

  test.each([
    ["a file that is not open", { uri: "file:///nowhere/a.c" }, /not open/],
    ["another part", { part: "3-3" }, /not of part 3-3/],
    ["no id", { part: undefined, reference: "pass" }, /no id/],
    ["no relation", { relation: "mostly" }, /no relation/],
  ])("are not written for %s", async (_, wrong, problem) => {
    const client = await clientOf({});
    const uri = "untitled:new.c";
    await client.open(uri, "int a;\n");
    const position = { line: 0, character: 0 };
    const params = { uri, position, part: "4-2", reference: "CR 1.5", ...wrong };
    expect(await client.request("iec62443/annotationEdit", params)).toEqual({
      problem: expect.stringMatching(problem),
    });
  });
});

test("statistics count and name nothing", async () => {
  const folder = folderOf({ ...FILES, "wrong.c": "// @iec62443 CR 9.9\nint w;\n" });
  const client = await clientOf({ folders: [folder.uri] });
  await client.settledCoverage();
  const statistics = await client.request<Statistics>("iec62443/statistics");
  expect(statistics).toMatchObject({
    indexing: false,
    lastLoad: { files: 3, binary: 0, isComplete: true },
    files: { annotated: 3, open: 0 },
    annotations: 3,
    claims: 3,
    findings: { "unknown-requirement": 1 },
    projects: { all: 1, withFile: 0, statements: 0 },
    problems: 0,
  });
  expect(JSON.stringify(statistics)).not.toContain(folder.uri);
});

describe("annotations to insert over the wire", () => {
  const uri = "untitled:new.c";
  const at = { line: 0, character: 4 };

  async function titles(initializationOptions: unknown, context: object) {
    const client = await clientOf({ initializationOptions });
    await client.open(uri, "int check_password(void);\n");
    const asked = { textDocument: { uri }, range: { start: at, end: at } };
    const params = { ...asked, context: { diagnostics: [], ...context } };
    const actions = await client.request<CodeAction[]>("textDocument/codeAction", params);
    return actions.map((it) => it.title);
  }

  test("are offered when a person opens the menu, never by themselves", async () => {
    const [first] = await titles({}, { triggerKind: 1 });
    expect(first).toMatch(/^Insert annotation for CR 1\.7/);
    expect(await titles({}, { only: ["refactor"] })).toContain(first);
    expect(await titles({}, { triggerKind: 2 })).toEqual([]);
    expect(await titles({}, {})).toEqual([]);
  });

  test("are left to the command of our own client", async () => {
    expect(await titles({ pages: true }, { triggerKind: 1 })).toEqual([]);
  });
});

import { describe, expect, onTestFinished, test } from "vitest";
import {
  CancellationTokenSource,
  type CodeAction,
  type CompletionItem,
  type CompletionList,
  type Hover,
  type Location,
  type LocationLink,
  LSPErrorCodes,
} from "vscode-languageserver-protocol";
import { TextDocument } from "vscode-languageserver-textdocument";
import type { ClaimsOfItem } from "../../server/src/protocol/coverage.ts";
import { folderOf } from "../support/folderOf.ts";
import { clientOf, WireClient } from "../support/wireClient.ts";

const AUTH = "// @iec62443 CR 1.5\nint check_password(void);\n";

function at(uri: string, line: number, character: number) {
  return { textDocument: { uri }, position: { line, character } };
}

describe("a session over the wire", () => {
  test("ignores an annotation by the last of its quick fixes, and its finding ends", async () => {
    const folder = folderOf({});
    const client = await clientOf({ folders: [folder.uri] });
    const uri = folder.uriOf("a.c");
    const text = "int a;\n// @iec62443 CR 9.9\nint b;\n";
    await client.open(uri, text);
    await client.until(() => client.codes(uri)?.[0] === "unknown-requirement");
    const actions = await client.request<CodeAction[]>("textDocument/codeAction", {
      textDocument: { uri },
      range: { start: { line: 1, character: 14 }, end: { line: 1, character: 14 } },
      context: { diagnostics: client.diagnostics.get(uri) },
    });
    const [ignore] = actions.slice(-1);
    expect(actions.length).toBeGreaterThan(1);
    expect(ignore?.title).toMatch(/^Ignore the annotation in line 2/);
    const changed = TextDocument.applyEdits(
      TextDocument.create(uri, "c", 1, text),
      ignore?.edit?.changes?.[uri] ?? [],
    );
    expect(changed.split("\n")[1]).toBe("// iec62443-ignore-next-line: …");
    await client.change(uri, { text: changed });
    await client.until(() => client.codes(uri)?.length === 0);
  });

  test("opens, edits, asks, repairs and closes", async () => {
    const folder = folderOf({
      "auth.c": AUTH,
      "lib/more.py": "# @iec62443 verifies CR 1.5\nx = 1\n",
    });
    const client = await clientOf({ folders: [folder.uri] });
    const uri = folder.uriOf("auth.c");
    await client.settledCoverage();

    await client.open(uri, AUTH);
    await client.change(uri, {
      range: { start: { line: 0, character: 16 }, end: { line: 0, character: 19 } },
      text: "9.9",
    });
    await client.until(() => client.codes(uri)?.includes("unknown-requirement") === true);
    expect(client.diagnostics.get(uri)).toMatchObject([
      { range: { start: { line: 0, character: 13 }, end: { line: 0, character: 19 } } },
    ]);

    await client.change(uri, { text: "// @iec62443 cr-1.5\nint check_password(void);\n" });
    await client.until(() => client.codes(uri)?.[0] === "noncanonical-reference");
    const actions = await client.request<CodeAction[]>("textDocument/codeAction", {
      textDocument: { uri },
      range: { start: { line: 0, character: 14 }, end: { line: 0, character: 14 } },
      context: { diagnostics: client.diagnostics.get(uri) },
    });
    const repaired = TextDocument.applyEdits(
      TextDocument.create(uri, "c", 1, "// @iec62443 cr-1.5\nint check_password(void);\n"),
      actions[0]?.edit?.changes?.[uri] ?? [],
    );
    expect(repaired).toBe(AUTH);
    await client.change(uri, { text: repaired });
    await client.until(() => client.codes(uri)?.length === 0);

    const hover = await client.request<Hover>("textDocument/hover", at(uri, 0, 15));
    expect(JSON.stringify(hover.contents)).toContain("CR 1.5");

    const links = await client.request<LocationLink[]>("textDocument/definition", at(uri, 0, 15));
    expect(links.map((it) => it.targetUri)).toEqual(["iec62443:/4-2/2019/CR%201.5.md"]);
    const page = await client.request<string>("iec62443/requirementPage", {
      uri: links[0]?.targetUri,
    });
    expect(page).toContain("lib/more.py:1");

    const locations = await client.request<Location[]>("textDocument/references", {
      ...at(uri, 0, 15),
      context: { includeDeclaration: true },
    });
    expect(locations.map((it) => it.uri)).toEqual([uri, folder.uriOf("lib/more.py")]);

    const coverage = await client.settledCoverage();
    const item = coverage.projects[0]?.items.find((it) => it.reference === "CR 1.5");
    expect(item).toMatchObject({ state: "verified", page: "iec62443:/4-2/2019/CR%201.5.md" });
    const [told] = await client.request<ClaimsOfItem[]>("iec62443/claims", {
      project: folder.uri,
      item: { part: "4-2", reference: "CR 1.5" },
    });
    expect(told?.claims.map((it) => `${it.path} ${it.relation} ${it.subject}`)).toEqual([
      "auth.c implements int check_password(void);",
      "lib/more.py verifies x = 1",
    ]);

    await client.change(uri, { text: "int a;\n" });
    await client.close(uri);
    const again = await client.settledCoverage();
    expect(again.projects[0]?.totals.verified).toBe(1);
  });

  test("completes ids and tells about them when they are looked at", async () => {
    const client = await clientOf({});
    const uri = "untitled:new.c";
    await client.open(uri, "// @iec62443 CR 1.\n");
    const list = await client.request<CompletionList>(
      "textDocument/completion",
      at(uri, 0, "// @iec62443 CR 1.".length),
    );
    expect(list.isIncomplete).toBe(false);
    const item = list.items.find((it) => it.label === "CR 1.5");
    expect(item?.documentation).toBeUndefined();
    const resolved = await client.request<CompletionItem>("completionItem/resolve", item);
    expect(JSON.stringify(resolved.documentation)).toContain("SL-C 1");
  });

  test("says what it can do", async () => {
    const client = WireClient.inProcess();
    onTestFinished(() => client.stop());
    const { capabilities } = await client.initialize({});
    expect(capabilities).toMatchObject({
      positionEncoding: "utf-16",
      textDocumentSync: { change: 2, openClose: true },
      completionProvider: { resolveProvider: true },
      workspace: { workspaceFolders: { supported: true } },
    });
  });

  test("serves a client that can do nothing, without folders", async () => {
    const client = await clientOf({ capabilities: {}, initializationOptions: null });
    const uri = "file:///nowhere/a.c";
    await client.open(uri, "// @iec62443 CR 1.5\nint a;\n// @iec62443 CR 9.9\nint b;\n");
    await client.until(() => client.codes(uri)?.length === 1);
    expect(client.registrations.size).toBe(0);
    expect(client.progress).toEqual([]);
    const hover = await client.request<Hover>("textDocument/hover", at(uri, 0, 15));
    expect(hover.contents).toMatchObject({ kind: "plaintext" });
    expect(await client.request("textDocument/definition", at(uri, 0, 15))).toBeNull();
  });

  test("answers nothing for documents that it does not know", async () => {
    const client = await clientOf({});
    const uri = "file:///nowhere/unknown.c";
    expect(await client.request("textDocument/hover", at(uri, 0, 0))).toBeNull();
    expect(await client.request("textDocument/completion", at(uri, 0, 0))).toBeNull();
    expect(await client.request("textDocument/definition", at(uri, 0, 0))).toBeNull();
    expect(await client.request("iec62443/requirementPage", { uri })).toBeNull();
    await client.change(uri, { text: "// @iec62443 CR 9.9" });
    await client.close(uri);
    expect(client.published).toEqual([]);
  });
});

describe("diagnostics", () => {
  test("come for files that nobody has opened, and only where something is wrong", async () => {
    const folder = folderOf({ "good.c": AUTH, "bad.c": "// @iec62443 CR 9.9\nint a;\n" });
    const client = await clientOf({ folders: [folder.uri] });
    await client.until(() => client.codes(folder.uriOf("bad.c"))?.length === 1);
    await client.settledCoverage();
    expect(client.published.map((it) => it.uri)).toEqual([folder.uriOf("bad.c")]);
  });

  test("are not sent again when nothing has changed for the client", async () => {
    const client = await clientOf({});
    const uri = "untitled:a.c";
    await client.open(uri, "int a;\n");
    await client.change(uri, { text: AUTH });
    await client.change(uri, { text: "int b;\n" });
    await client.coverage();
    expect(client.published).toEqual([]);
  });

  test("carry the version of an open document", async () => {
    const client = await clientOf({});
    const uri = "untitled:a.c";
    await client.open(uri, "// @iec62443 CR 9.9\n");
    await client.change(uri, { text: "// @iec62443 CR 9.8\n" });
    await client.until(() => client.published.length === 2);
    expect(client.published.map((it) => it.version)).toEqual([1, 2]);
  });

  test("of an unsaved text go when it is closed", async () => {
    const folder = folderOf({ "a.c": AUTH });
    const client = await clientOf({ folders: [folder.uri] });
    await client.settledCoverage();
    const uri = folder.uriOf("a.c");
    await client.open(uri, "// @iec62443 CR 9.9\n");
    await client.until(() => client.codes(uri)?.length === 1);
    await client.close(uri);
    await client.until(() => client.codes(uri)?.length === 0);
  });
});

describe("a request that is cancelled", () => {
  test("while it waits is answered once, with an error, and never begun", async () => {
    const client = await clientOf({});
    const uri = "untitled:a.c";
    await client.open(uri, AUTH);
    const source = new CancellationTokenSource();
    const first = client.coverage();
    const second = client.connection.sendRequest(
      "textDocument/hover",
      at(uri, 0, 15),
      source.token,
    );
    source.cancel();
    await expect(second).rejects.toMatchObject({ code: LSPErrorCodes.RequestCancelled });
    expect((await first).projects).toEqual([]);
    expect(client.log.filter((it) => it.includes("failed"))).toEqual([]);
  });
});

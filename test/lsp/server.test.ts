import { describe, expect, onTestFinished, test } from "vitest";
import type {
  CodeAction,
  CompletionItem,
  CompletionList,
  Hover,
  Location,
  LocationLink,
} from "vscode-languageserver-protocol";
import { TextDocument } from "vscode-languageserver-textdocument";
import { folderOf } from "../support/folderOf.ts";
import { FULL_CAPABILITIES, WireClient, type WireOptions } from "../support/wireClient.ts";

const AUTH = "// @iec62443 CR 1.5\nint check_password(void);\n";

async function clientOf(options: WireOptions): Promise<WireClient> {
  const client = await WireClient.start(options);
  onTestFinished(() => client.stop());
  return client;
}

function at(uri: string, line: number, character: number) {
  return { textDocument: { uri }, position: { line, character } };
}

describe("a session over the wire", () => {
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
    expect(item?.claims.map((it) => `${it.path} ${it.relation} ${it.subject}`)).toEqual([
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

describe("the disk", () => {
  const created = (uri: string) => ({ uri, type: 1 });
  const changed = (uri: string) => ({ uri, type: 2 });
  const deleted = (uri: string) => ({ uri, type: 3 });

  test("is followed through created, changed and deleted files", async () => {
    const folder = folderOf({ "a.c": AUTH });
    const client = await clientOf({ folders: [folder.uri] });
    await client.settledCoverage();
    const uri = folder.write("b.c", "// @iec62443 CR 9.9\nint a;\n");
    await client.notify("workspace/didChangeWatchedFiles", { changes: [created(uri)] });
    await client.until(() => client.codes(uri)?.length === 1);
    folder.write("b.c", AUTH);
    await client.notify("workspace/didChangeWatchedFiles", { changes: [changed(uri)] });
    await client.until(() => client.codes(uri)?.length === 0);
    folder.write("b.c", "// @iec62443 CR 9.9\nint a;\n");
    await client.notify("workspace/didChangeWatchedFiles", { changes: [changed(uri)] });
    await client.until(() => client.codes(uri)?.length === 1);
    folder.remove("b.c");
    await client.notify("workspace/didChangeWatchedFiles", { changes: [deleted(uri)] });
    await client.until(() => client.codes(uri)?.length === 0);
  });

  test("is followed when a folder is renamed, by the watcher or by hand", async () => {
    const folder = folderOf({ "src/a.c": "// @iec62443 CR 9.9\nint a;\n" });
    const client = await clientOf({ folders: [folder.uri] });
    await client.until(() => client.codes(folder.uriOf("src/a.c"))?.length === 1);
    folder.rename("src", "lib");
    await client.notify("workspace/didChangeWatchedFiles", {
      changes: [deleted(folder.uriOf("src")), created(folder.uriOf("lib"))],
    });
    await client.until(() => client.codes(folder.uriOf("src/a.c"))?.length === 0);
    await client.until(() => client.codes(folder.uriOf("lib/a.c"))?.length === 1);
    folder.rename("lib", "new");
    await client.notify("workspace/didRenameFiles", {
      files: [{ oldUri: folder.uriOf("lib"), newUri: folder.uriOf("new") }],
    });
    await client.until(() => client.codes(folder.uriOf("lib/a.c"))?.length === 0);
    await client.until(() => client.codes(folder.uriOf("new/a.c"))?.length === 1);
    folder.remove("new");
    await client.notify("workspace/didDeleteFiles", { files: [{ uri: folder.uriOf("new") }] });
    await client.until(() => client.codes(folder.uriOf("new/a.c"))?.length === 0);
  });

  test("loses against the open text", async () => {
    const folder = folderOf({ "a.c": AUTH });
    const client = await clientOf({ folders: [folder.uri] });
    await client.settledCoverage();
    const uri = folder.uriOf("a.c");
    await client.open(uri, AUTH);
    folder.write("a.c", "// @iec62443 CR 9.9\nint a;\n");
    await client.notify("workspace/didChangeWatchedFiles", { changes: [changed(uri)] });
    await client.settledCoverage();
    expect(client.codes(uri) ?? []).toEqual([]);
  });

  test("a batch of hundreds of files makes one answer for each and few news of the coverage", async () => {
    const folder = folderOf({});
    const client = await clientOf({ folders: [folder.uri] });
    await client.settledCoverage();
    const uris = Array.from({ length: 400 }, (_, i) =>
      folder.write(`src/${i}.c`, "// @iec62443 cr-1.5\nint a;\n"),
    );
    const before = client.coverageChanges;
    await client.notify("workspace/didChangeWatchedFiles", { changes: uris.map(created) });
    await client.until(() => uris.every((it) => client.codes(it)?.length === 1));
    expect(client.published).toHaveLength(400);
    await client.until(() => client.coverageChanges > before);
    expect(client.coverageChanges).toBeLessThanOrEqual(before + 3);
  });
});

describe("folders", () => {
  test("come and go while the server runs", async () => {
    const one = folderOf({ "a.c": "// @iec62443 CR 9.9\nint a;\n" });
    const two = folderOf({ "b.c": "// @iec62443 CR 9.8\nint b;\n" });
    const client = await clientOf({ folders: [one.uri] });
    await client.until(() => client.codes(one.uriOf("a.c"))?.length === 1);
    await client.changeFolders([two.uri], []);
    await client.until(() => client.codes(two.uriOf("b.c"))?.length === 1);
    await client.changeFolders([], [one.uri]);
    await client.until(() => client.codes(one.uriOf("a.c"))?.length === 0);
    const { projects } = await client.settledCoverage();
    expect(projects.map((it) => it.uri)).toEqual([two.uri]);
  });

  test("are watched, each anew when they change", async () => {
    const one = folderOf({});
    const two = folderOf({});
    const client = await clientOf({ folders: [one.uri] });
    const watched = () =>
      [...client.registrations.values()]
        .filter((it) => it.method === "workspace/didChangeWatchedFiles")
        .flatMap((it) => it.registerOptions.watchers.map((w: never) => w["globPattern"]));
    await client.until(() => watched().length === 1);
    expect(watched()).toEqual([{ baseUri: one.uri, pattern: "**/*" }]);
    await client.changeFolders([two.uri], [one.uri]);
    await client.until(() => watched().length === 1 && watched()[0].baseUri === two.uri);
  });

  test("a folder that is not there does no harm", async () => {
    const one = folderOf({ "a.c": "// @iec62443 CR 9.9\nint a;\n" });
    const client = await clientOf({ folders: [`${one.uri}/gone`, one.uri] });
    await client.until(() => client.codes(one.uriOf("a.c"))?.length === 1);
  });
});

describe("settings", () => {
  const BAD = { "a.c": "// @iec62443 CR 9.9\nint a;\n" };

  test("are asked for, and followed when they change", async () => {
    const folder = folderOf(BAD);
    const client = await clientOf({
      folders: [folder.uri],
      settings: { rules: { "unknown-requirement": "off" } },
    });
    await client.settledCoverage();
    expect(client.published).toEqual([]);
    const uri = folder.uriOf("a.c");
    await client.changeSettings({ rules: { "unknown-requirement": "warning" } });
    await client.until(() => client.diagnostics.get(uri)?.[0]?.severity === 2);
    await client.changeSettings({});
    await client.until(() => client.diagnostics.get(uri)?.[0]?.severity === 1);
  });

  test("of a client that cannot be asked are taken from its start and its news", async () => {
    const folder = folderOf(BAD);
    const client = await clientOf({
      folders: [folder.uri],
      capabilities: {},
      initializationOptions: { settings: { rules: { "unknown-requirement": "hint" } } },
    });
    const uri = folder.uriOf("a.c");
    await client.until(() => client.diagnostics.get(uri)?.[0]?.severity === 4);
    await client.notify("workspace/didChangeConfiguration", {
      settings: { iec62443: { rules: { "unknown-requirement": "info" } } },
    });
    await client.until(() => client.diagnostics.get(uri)?.[0]?.severity === 3);
  });

  test.each([
    ["a number", 7],
    ["a list", []],
    ["wrong inside", { scan: 3, rules: { "unknown-requirement": "loud" }, target: "high" }],
  ])("that are %s are reported once and change nothing else", async (_, settings) => {
    const folder = folderOf(BAD);
    const client = await clientOf({ folders: [folder.uri], settings });
    await client.until(() => client.diagnostics.get(folder.uriOf("a.c"))?.[0]?.severity === 1);
    const { problems } = await client.settledCoverage();
    expect(problems.length).toBeGreaterThan(0);
    for (const it of problems) expect(it).toContain("iec62443");
    await client.changeSettings(settings);
    await client.settledCoverage();
    for (const it of problems) expect(client.log.filter((line) => line === it)).toHaveLength(1);
    await client.changeSettings({});
    await client.settledCoverage((coverage) => coverage.problems.length === 0);
  });
});

describe("progress", () => {
  test("can be stopped, which is told where the numbers are", async () => {
    const files = Array.from({ length: 4000 }, (_, i) => [`src/${i}.c`, AUTH] as const);
    const folder = folderOf(Object.fromEntries(files));
    const client = await clientOf({ folders: [folder.uri] });
    await client.until(() => client.progress.length > 0);
    const token = client.progress[0]?.token;
    await client.notify("window/workDoneProgress/cancel", { token });
    const { problems } = await client.settledCoverage();
    expect(problems.join()).toContain("stopped");
    await client.until(() => client.progress.some((it) => it.value.kind === "end"));
  });

  test("begins and ends once", async () => {
    const folder = folderOf({ "a.c": AUTH });
    const client = await clientOf({ folders: [folder.uri] });
    await client.until(() => client.progress.some((it) => it.value.kind === "end"));
    expect(client.progress[0]?.value).toMatchObject({
      kind: "begin",
      title: "Indexing IEC 62443 annotations",
      cancellable: true,
    });
    expect(new Set(client.progress.map((it) => it.token)).size).toBe(1);
    const kinds = client.progress.map((it) => it.value.kind);
    expect(kinds.filter((it) => it === "end")).toHaveLength(1);
    expect(kinds.filter((it) => it === "begin")).toHaveLength(1);
  });

  test("a client that never creates it does not hold the index up", async () => {
    const folder = folderOf({ "a.c": "// @iec62443 CR 9.9\nint a;\n" });
    const client = WireClient.inProcess();
    onTestFinished(() => client.stop());
    client.connection.onRequest("window/workDoneProgress/create", () => new Promise(() => {}));
    await client.initialize({ folders: [folder.uri], capabilities: FULL_CAPABILITIES });
    await client.until(() => client.codes(folder.uriOf("a.c"))?.length === 1);
  });
});

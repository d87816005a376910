import { symlinkSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type {
  DocumentHighlight,
  DocumentLink,
  DocumentSymbol,
  LocationLink,
  Range,
  SymbolInformation,
  WorkspaceSymbol,
} from "vscode-languageserver-protocol";
import { folderOf } from "../support/folderOf.ts";
import { clientOf, FULL_CAPABILITIES } from "../support/wireClient.ts";

const AUTH = "// @iec62443 CR 1.5\nint check_password(void);\n";
const TEST = "# @iec62443 verifies CR 1.5\nx = 1\n";
const AT = { line: 0, character: 14 };

/** A client that has read a folder and asks about its files. */
async function reading(files: Readonly<Record<string, string>>, capabilities = FULL_CAPABILITIES) {
  const folder = folderOf(files);
  const client = await clientOf({ folders: [folder.uri], capabilities });
  await client.settledCoverage();
  return { folder, client };
}

describe("implementations over the wire", () => {
  test("are links where the client takes them, else places", async () => {
    const range = { start: { line: 0, character: 13 }, end: { line: 0, character: 19 } };
    const { client, folder } = await reading({ "auth.c": AUTH, "test.py": TEST });
    const ask = (uri: string) => ({ textDocument: { uri }, position: { line: 0, character: 23 } });
    const asked = ask(folder.uriOf("test.py"));
    const links = await client.request<LocationLink[]>("textDocument/implementation", asked);
    expect(links).toMatchObject([
      { targetUri: folder.uriOf("auth.c"), targetSelectionRange: range },
    ]);
    const plain = await clientOf({ folders: [folder.uri], capabilities: {} });
    await plain.settledCoverage();
    expect(await plain.request("textDocument/implementation", asked)).toEqual([
      { uri: folder.uriOf("auth.c"), range },
    ]);
    const nowhere = { textDocument: { uri: "untitled:none.c" }, position: AT };
    expect(await client.request("textDocument/implementation", nowhere)).toBeNull();
  });
});

test("highlights over the wire are of the unsaved text", async () => {
  const { client, folder } = await reading({ "auth.c": AUTH });
  const uri = folder.uriOf("auth.c");
  await client.open(uri, AUTH);
  await client.change(uri, { text: AUTH + AUTH });
  const asked = { textDocument: { uri }, position: AT };
  const found = await client.request<DocumentHighlight[]>("textDocument/documentHighlight", asked);
  expect(found.map((it) => [it.range.start.line, it.kind])).toEqual([
    [0, 1],
    [2, 1],
  ]);
});

describe("symbols of a file over the wire", () => {
  const ask = (uri: string) => ({ textDocument: { uri } });

  test("are nested or flat, as the client takes them", async () => {
    const { client, folder } = await reading({ "auth.c": AUTH });
    const asked = ask(folder.uriOf("auth.c"));
    const nested = await client.request<DocumentSymbol[]>("textDocument/documentSymbol", asked);
    expect(nested.map((it) => [it.name, it.range.end.line])).toEqual([["CR 1.5", 1]]);
    const plain = await clientOf({ folders: [folder.uri], capabilities: {} });
    await plain.settledCoverage();
    const flat = await plain.request<SymbolInformation[]>("textDocument/documentSymbol", asked);
    expect(flat.map((it) => [it.name, it.location.uri])).toEqual([
      ["CR 1.5", folder.uriOf("auth.c")],
    ]);
  });

  test("go when they are switched off", async () => {
    const folder = folderOf({ "auth.c": AUTH });
    const settings = { documentSymbols: false };
    const client = await clientOf({ folders: [folder.uri], settings });
    await client.settledCoverage();
    const asked = ask(folder.uriOf("auth.c"));
    expect(await client.request("textDocument/documentSymbol", asked)).toEqual([]);
  });
});

describe("symbols of the workspace over the wire", () => {
  test("come without a range, which comes when the client leads there", async () => {
    const { client, folder } = await reading({ "auth.c": AUTH, "test.py": TEST });
    const found = await client.request<WorkspaceSymbol[]>("workspace/symbol", { query: "cr1.5" });
    expect(found.map((it) => it.location)).toEqual([
      { uri: folder.uriOf("auth.c") },
      { uri: folder.uriOf("test.py") },
    ]);
    const resolved = await client.request<WorkspaceSymbol>("workspaceSymbol/resolve", found[1]);
    expect(resolved.location).toMatchObject({ range: { start: { line: 0, character: 21 } } });
  });

  test("come whole where the client does not ask twice", async () => {
    const folder = folderOf({ "auth.c": AUTH });
    const client = await clientOf({ folders: [folder.uri], capabilities: {} });
    await client.settledCoverage();
    const found = await client.request<SymbolInformation[]>("workspace/symbol", { query: "" });
    expect(found.map((it) => it.location.range.start)).toEqual([{ line: 0, character: 13 }]);
  });
});

test("links over the wire lead to files below the project's folder that are there, and nowhere else", async () => {
  const { client, folder } = await reading({
    "iec62443.yaml":
      "catalogs: rules.yaml\nstatements:\n  - requirement: CR 1.5\n    status: implemented\n    evidence: [docs/a b.md, docs, gone.md, ../out.md, out/secret.md, /etc/passwd]\n",
    "rules.yaml": "part: company\nrequirements: []\n",
    "docs/a b.md": "",
  });
  const outside = folderOf({ "secret.md": "" });
  symlinkSync(outside.path, join(folder.path, "out"));
  const textDocument = { uri: folder.uriOf("iec62443.yaml") };
  const links = await client.request<DocumentLink[]>("textDocument/documentLink", { textDocument });
  expect(links.map((it) => [it.range.start.line, it.target])).toEqual([
    [0, folder.uriOf("rules.yaml")],
    [4, folder.uriOf("docs/a b.md")],
  ]);
  const other = { textDocument: { uri: "untitled:none.yaml" } };
  expect(await client.request("textDocument/documentLink", other)).toEqual([]);
});

test("a part that is written leads over the wire to its publication, in code and in a project file", async () => {
  const { client, folder } = await reading({
    "a.c": "// @iec62443 IEC 62443-4-2:2019 CR 1.1\n",
    "iec62443.yaml": "parts: [3-3]\n",
  });
  const linksOf = (name: string) =>
    client.request<DocumentLink[]>("textDocument/documentLink", {
      textDocument: { uri: folder.uriOf(name) },
    });
  const target = expect.stringMatching(/^https:/);
  expect(await linksOf("a.c")).toEqual([
    { range: onFirstLine(13, 31), target, tooltip: "IEC 62443-4-2:2019 at the publisher" },
  ]);
  expect(await linksOf("iec62443.yaml")).toEqual([
    { range: onFirstLine(8, 11), target, tooltip: "IEC 62443-3-3:2013 at the publisher" },
  ]);
});

function onFirstLine(start: number, end: number): Range {
  return { start: { line: 0, character: start }, end: { line: 0, character: end } };
}

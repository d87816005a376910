import { describe, expect, onTestFinished, test } from "vitest";
import type { WorkspaceEdit } from "vscode-languageserver-protocol";
import { folderOf } from "../support/folderOf.ts";
import { clientOf, FULL_CAPABILITIES, WireClient } from "../support/wireClient.ts";

const FILES = {
  "iec62443.yaml": "catalogs: rules.yaml\n",
  "rules.yaml": "part: company\nrequirements: [{ id: ACME-01, title: One }]\n",
  "a.c": "// @iec62443 ACME-01, CR 1.5\nint a;\n",
  "closed.c": "// @iec62443 ACME-01\nint c;\n",
};

async function reading(capabilities = FULL_CAPABILITIES) {
  const folder = folderOf(FILES);
  const client = await clientOf({ folders: [folder.uri], capabilities });
  await client.settledCoverage();
  const uri = folder.uriOf("a.c");
  await client.open(uri, FILES["a.c"]);
  const at = (character: number) => ({ textDocument: { uri }, position: { line: 0, character } });
  return { folder, client, uri, at };
}

describe("a rename over the wire", () => {
  test.each([
    [FULL_CAPABILITIES, { prepareProvider: true }],
    [{}, true],
  ])("is offered as the client takes it", async (capabilities, expected) => {
    const client = WireClient.inProcess();
    onTestFinished(() => client.stop());
    const { capabilities: offered } = await client.initialize({ capabilities });
    expect(offered.renameProvider).toEqual(expected);
  });

  test("changes open documents in their version and closed ones on the disk, once a person agrees", async () => {
    const { client, folder, uri, at } = await reading();
    await client.change(uri, { text: `\n${FILES["a.c"]}` });
    const place = { ...at(14), position: { line: 1, character: 14 } };
    expect(await client.request("textDocument/prepareRename", place)).toMatchObject({
      placeholder: "ACME-01",
    });
    const edit = await client.request<WorkspaceEdit>("textDocument/rename", {
      ...place,
      newName: "ACME-02",
    });
    expect(edit.documentChanges).toMatchObject([
      { textDocument: { uri: folder.uriOf("rules.yaml"), version: null } },
      {
        textDocument: { uri, version: 2 },
        edits: [{ newText: "ACME-02", range: { start: { line: 1, character: 13 } } }],
      },
      { textDocument: { uri: folder.uriOf("closed.c"), version: null } },
    ]);
    const [name, ...others] = Object.keys(edit.changeAnnotations ?? {});
    expect(others).toEqual([]);
    expect(edit.changeAnnotations?.[name ?? ""]).toEqual({
      label: "Rename to ACME-02",
      needsConfirmation: true,
    });
    expect(JSON.stringify(edit.documentChanges)).toContain(`"annotationId":"${name}"`);
  });

  test("is plain for a client that takes no versions", async () => {
    const { client, folder, at } = await reading({});
    const asked = { ...at(14), newName: "ACME-02" };
    const edit = await client.request<WorkspaceEdit>("textDocument/rename", asked);
    expect(Object.keys(edit)).toEqual(["changes"]);
    expect(Object.keys(edit.changes ?? {})).toEqual(
      ["rules.yaml", "a.c", "closed.c"].map((it) => folder.uriOf(it)),
    );
  });

  test("is refused with a sentence for an id of the standard, and is no fault", async () => {
    const { client, at } = await reading();
    const sentence = "CR 1.5 is defined by IEC 62443-4-2 and cannot be renamed.";
    await expect(client.request("textDocument/prepareRename", at(25))).rejects.toThrow(sentence);
    const asked = { ...at(25), newName: "CR 1.6" };
    await expect(client.request("textDocument/rename", asked)).rejects.toThrow(sentence);
    expect(client.log.join("\n")).not.toContain("failed");
  });
});

test("what is no id is left to the language: to the next in VS Code, else to nobody", async () => {
  const ours = await reading();
  expect(await ours.client.request("textDocument/prepareRename", ours.at(1))).toEqual({
    defaultBehavior: true,
  });
  const asked = { ...ours.at(1), newName: "b" };
  expect(await ours.client.request("textDocument/rename", asked)).toBeNull();
  const other = await clientOf({ initializationOptions: {} });
  await other.open("untitled:a.c", FILES["a.c"]);
  const place = { textDocument: { uri: "untitled:a.c" }, position: { line: 1, character: 4 } };
  expect(await other.request("textDocument/prepareRename", place)).toBeNull();
});

describe("a file that moves, over the wire", () => {
  test("takes its path in the project file along", async () => {
    const { client, folder } = await reading();
    const move = (from: string, to: string) => ({
      files: [{ oldUri: folder.uriOf(from), newUri: folder.uriOf(to) }],
    });
    const ask = (params: object) =>
      client.request<WorkspaceEdit | null>("workspace/willRenameFiles", params);
    expect(await ask(move("rules.yaml", "catalogs/house rules.yaml"))).toMatchObject({
      documentChanges: [
        {
          textDocument: { uri: folder.uriOf("iec62443.yaml"), version: null },
          edits: [{ newText: "catalogs/house rules.yaml" }],
        },
      ],
    });
    expect(await ask(move("a.c", "b.c"))).toBeNull();
    expect(await ask({ files: [{ oldUri: "a b:c", newUri: "" }] })).toBeNull();
  });
});

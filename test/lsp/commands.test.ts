import { describe, expect, test } from "vitest";
import { ErrorCodes, LSPErrorCodes, type TextEdit } from "vscode-languageserver-protocol";
import { SERVER_COMMANDS } from "../../server/src/lsp/commandNames.ts";
import type { Report } from "../../server/src/protocol/report.ts";
import { applied } from "../support/applied.ts";
import { folderOf, type TestFolder } from "../support/folderOf.ts";
import { clientOf, WireClient } from "../support/wireClient.ts";

const APPLYING = { workspace: { applyEdit: true } };
const TEXT = "product: Pump\ntarget: 1\n";
const FILES = { "iec62443.yaml": TEXT, "a.c": "// @iec62443 CR 1.5\nint a;\n" };

/** Another editor than ours, with a folder that is read. */
async function editorOn(folder: TestFolder, capabilities: object = APPLYING): Promise<WireClient> {
  const client = await clientOf({
    folders: [folder.uri],
    capabilities,
    initializationOptions: {},
  });
  await client.settledCoverage();
  return client;
}

function ran<T>(client: WireClient, name: string, ...args: readonly unknown[]): Promise<T> {
  const params = { command: `iec62443.server.${name}`, arguments: args };
  return client.request<T>("workspace/executeCommand", params);
}

/** What a file is to say after the only edit that the server has asked for. */
function afterEdit(client: WireClient, uri: string, text: string): string {
  const [params, ...others] = client.edits;
  expect(others).toEqual([]);
  return applied(text, (params?.edit.changes?.[uri] ?? []) as TextEdit[]);
}

describe("commands of the server", () => {
  test("are offered to every editor but ours, which has commands of its own", async () => {
    const folder = folderOf(FILES);
    const client = WireClient.inProcess();
    const other = await client.initialize({ folders: [folder.uri], initializationOptions: {} });
    expect(other.capabilities.executeCommandProvider?.commands).toEqual(SERVER_COMMANDS);
    await client.stop();
    const ours = WireClient.inProcess();
    const { capabilities } = await ours.initialize({ folders: [folder.uri] });
    expect(capabilities.executeCommandProvider).toBeUndefined();
    await ours.stop();
  });

  test("write a report as the request does", async () => {
    const folder = folderOf(FILES);
    const client = await editorOn(folder);
    const params = { format: "markdown", project: folder.uri };
    const expected = await client.request<Report>("iec62443/report", params);
    expect(await ran(client, "report", { format: "markdown" })).toEqual(expected);
    const named = { format: "markdown", project: "Pump" };
    expect(await ran(client, "report", named)).toEqual(expected);
    expect(expected).toMatchObject({ text: expect.stringContaining("Pump") });
    expect(await ran(client, "report", { format: "xlsx", project: folder.uri })).toMatchObject({
      fileName: "iec62443-report.xlsx",
      base64: expect.stringMatching(/^UEs/),
    });
  });

  test("set the target in the project file, by an edit that the editor makes", async () => {
    const folder = folderOf(FILES);
    const client = await editorOn(folder);
    const uri = folder.uriOf("iec62443.yaml");
    expect(await ran(client, "setTarget", { target: 3 })).toEqual({ uri, applied: true });
    expect(afterEdit(client, uri, TEXT)).toBe("product: Pump\ntarget: 3\n");
  });

  test("mark a requirement in any writing, in columns as the editor counts them", async () => {
    const text =
      'product: Pump\nowner: x\nstatements: [{ requirement: CR 1.1, status: planned, reason: "äöü 😀" }]\n';
    const folder = folderOf({ ...FILES, "iec62443.yaml": text });
    const uri = folder.uriOf("iec62443.yaml");
    const edits: unknown[] = [];
    for (const encoding of ["utf-16", "utf-8"]) {
      const client = await editorOn(folder, {
        ...APPLYING,
        general: { positionEncodings: [encoding] },
      });
      await ran(client, "markRequirement", {
        requirement: "cr2.2",
        status: "not-applicable",
        reason: "No radio.",
        owner: "Ann",
      });
      const [edit] = (client.edits[0]?.edit.changes?.[uri] ?? []) as TextEdit[];
      expect(edit?.newText).toContain("requirement: CR 2.2");
      expect(edit?.newText).toContain("No radio.");
      edits.push(edit?.range.start);
    }
    const [utf16, utf8] = edits as { line: number; character: number }[];
    // Of the four letters behind ASCII three have one byte more, and the last two.
    expect((utf8?.character ?? 0) - (utf16?.character ?? 0)).toBe(5);
  });

  test("make a project file, or say how where the editor changes nothing for others", async () => {
    const folder = folderOf({ "a.c": FILES["a.c"] });
    const client = await editorOn(folder, {});
    const uri = folder.uriOf("iec62443.yaml");
    const made = await ran<{ edit: { changes: Record<string, TextEdit[]> } }>(
      client,
      "createProjectFile",
      { product: "Pump", components: ["embedded-device"], target: 2 },
    );
    expect(made).toMatchObject({ uri, applied: false });
    const text = applied("", made.edit.changes[uri] ?? []);
    expect(text).toMatch(/^product: Pump$/m);
    expect(text).toMatch(/^target: 2$/m);
    expect(client.edits).toEqual([]);
  });

  test("read everything anew, with no arguments in whichever way", async () => {
    const folder = folderOf(FILES);
    const client = await editorOn(folder);
    folder.write("b.c", "// @iec62443 CR 9.9\nint a;\n");
    expect(await ran(client, "reindex")).toBeNull();
    await client.until(() => client.codes(folder.uriOf("b.c"))?.length === 1);
    expect(await ran(client, "reindex", {})).toBeNull();
    expect(await ran(client, "reindex", [])).toBeNull();
  });

  test("say so where an edit is not made, or cannot be told", async () => {
    const folder = folderOf(FILES);
    const client = await editorOn(folder);
    client.appliesEdits = false;
    await expect(ran(client, "setTarget", { target: 3 })).rejects.toMatchObject({
      code: LSPErrorCodes.RequestFailed,
      message: expect.stringContaining("did not apply"),
    });
    await expect(ran(client, "createProjectFile")).rejects.toMatchObject({
      code: LSPErrorCodes.RequestFailed,
      message: `${folder.uri} has a project file already. Change that one.`,
    });
  });
});

describe("a wrong argument is told of by its name and what is expected", () => {
  const reason = "No radio.";
  test.each<[string, readonly unknown[], RegExp]>([
    ["report", [], /"format" is missing: one of "text", "json", .*"oscal" is expected\.$/],
    ["report", [{ format: "pdf" }], /"format" is "pdf": one of "text"/],
    ["report", ["html"], /one object in a list: \[\{ format, project\? \}\]\.$/],
    ["report", [{ format: "html" }, {}], /one object in a list/],
    ["report", [null], /one object in a list/],
    [
      "report",
      [{ format: "html", projekt: "x" }],
      /no argument "projekt": \[\{ format, project\? \}\]/,
    ],
    ["report", [{ format: "html", project: 3 }], /"project" is 3: the product's name or the uri/],
    ["report", [{ format: "html", project: "Pomp" }], /"project" is "Pomp": .*Pump \(file:/],
    ["report", [{ format: "toString" }], /"format" is "toString"/],
    ["setTarget", [{ target: "2" }], /"target" is "2": one of 1, 2, 3, 4 is expected/],
    ["setTarget", [{ target: 5 }], /"target" is 5/],
    [
      "createProjectFile",
      [{ components: ["toaster"] }],
      /"components" is \["toaster"\]: a list, each one of/,
    ],
    [
      "createProjectFile",
      [{ folder: "src" }],
      /"folder" is "src": the uri of a folder is expected/,
    ],
    [
      "markRequirement",
      [{ status: "planned" }],
      /"requirement" is missing: the id of a requirement/,
    ],
    [
      "markRequirement",
      [{ requirement: "CR 1.1", status: "done" }],
      /"status" is "done": one of "not-applicable"/,
    ],
    [
      "markRequirement",
      [{ requirement: "radio", status: "planned" }],
      /"requirement" is "radio"\. /,
    ],
    [
      "markRequirement",
      [{ requirement: "CR 9.9", status: "planned" }],
      /"CR 9\.9"\. There is no CR 9\.9 in /,
    ],
    [
      "markRequirement",
      [{ requirement: "CR 1.1, CR 1.2", status: "planned" }],
      /One requirement is expected/,
    ],
    [
      "markRequirement",
      [{ requirement: "CR 1.1", status: "not-applicable" }],
      /"reason" is missing/,
    ],
    [
      "markRequirement",
      [{ requirement: "CR 1.1", status: "planned", reason, owner: {} }],
      /"owner" is \{\}/,
    ],
    ["reindex", [{ fresh: true }], /no argument "fresh": \[\] is expected/],
    [
      "sudo",
      [],
      /There is no command iec62443\.server\.sudo\. The commands are iec62443\.server\.report,/,
    ],
  ])("%s %j", async (name, args, sentence) => {
    const client = await editorOn(folderOf(FILES));
    await expect(ran(client, name, ...args)).rejects.toMatchObject({
      code: ErrorCodes.InvalidParams,
      message: expect.stringMatching(sentence),
    });
    expect(client.edits).toEqual([]);
  });

  test("several products have to be told apart", async () => {
    const folder = folderOf({
      "a/iec62443.yaml": "product: Pump\n",
      "b/iec62443.yaml": "product: Pump\n",
    });
    const client = await editorOn(folder);
    await expect(ran(client, "report", { format: "csv", project: "Pump" })).rejects.toMatchObject({
      code: ErrorCodes.InvalidParams,
      message: expect.stringContaining(`Pump (${folder.uriOf("b")})`),
    });
    await expect(ran(client, "report", { format: "csv" })).rejects.toMatchObject({
      message: expect.stringContaining('"project" is missing'),
    });
    const one = { format: "csv", project: folder.uriOf("b") };
    expect(await ran(client, "report", one)).toMatchObject({ fileName: "iec62443-report.csv" });
  });
});

import { describe, expect, test } from "vitest";
import type {
  CompletionItem,
  CompletionList,
  MarkupContent,
  TextEdit,
} from "vscode-languageserver-protocol";
import { folderOf } from "../support/folderOf.ts";
import { clientOf, type WireClient } from "../support/wireClient.ts";

const SOURCE = "// @iec62443 verifies CR 1.\nint a;\n";
const POSITION = { line: 0, character: 27 };
const RANGE = { start: { line: 0, character: 22 }, end: POSITION };

/** A client that knows of these defaults of a list, and says nothing else of itself. */
function clientWith(itemDefaults: string[] | undefined, folders: readonly string[] = []) {
  const completionList = itemDefaults === undefined ? {} : { completionList: { itemDefaults } };
  const capabilities = { textDocument: { completion: completionList } };
  return clientOf({ capabilities, folders, initializationOptions: null });
}

async function listIn(client: WireClient, uri = "untitled:a.c"): Promise<CompletionList> {
  await client.open(uri, SOURCE);
  return client.request("textDocument/completion", {
    textDocument: { uri },
    position: POSITION,
  });
}

function itemOf({ items, itemDefaults }: CompletionList, label: string): CompletionItem {
  const item = items.find((it) => it.label === label);
  if (item === undefined) throw new Error(`${label} is not offered.`);
  return { ...itemDefaults, ...item };
}

async function textOf(client: WireClient, item: CompletionItem): Promise<string> {
  const resolved = await client.request<CompletionItem>("completionItem/resolve", item);
  return (resolved.documentation as MarkupContent | undefined)?.value ?? "";
}

describe("a list of requirements over the wire", () => {
  test("says once what holds for every item, to a client that understands it", async () => {
    const client = await clientWith(["commitCharacters", "editRange", "insertTextFormat", "data"]);
    const list = await listIn(client);
    expect(list.itemDefaults).toEqual({ editRange: RANGE, data: {} });
    expect(list.items.length).toBeGreaterThan(300);
    for (const it of list.items) {
      expect(it).not.toHaveProperty("textEdit");
      expect(it).not.toHaveProperty("textEditText");
      expect(it).not.toHaveProperty("data");
    }
    expect(await textOf(client, itemOf(list, "CR 1.5"))).toContain("CR 1.5 Authenticator");
  });

  test.each([
    ["no defaults", undefined],
    ["none of ours", ["commitCharacters"]],
  ])("says all in each item to a client that knows %s", async (_, itemDefaults) => {
    const client = await clientWith(itemDefaults);
    const list = await listIn(client);
    expect(list).not.toHaveProperty("itemDefaults");
    for (const { label, textEdit, data } of list.items) {
      expect(textEdit).toEqual({ newText: label, range: RANGE } satisfies TextEdit);
      expect(data).toEqual({});
    }
    expect(await textOf(client, itemOf(list, "CR 1.5"))).toContain("CR 1.5 Authenticator");
  });

  test.each([
    ["editRange", { editRange: RANGE }, ["data"]],
    ["data", { data: {} }, ["textEdit"]],
  ])("says only %s once where that is all a client knows", async (known, defaults, own) => {
    const list = await listIn(await clientWith([known]));
    expect(list.itemDefaults).toEqual(defaults);
    const said = Object.keys(list.items[0] ?? {});
    expect(said.filter((it) => it === "data" || it.startsWith("textEdit"))).toEqual(own);
  });

  test("offers the same to both, in the same order, and tells the same of each", async () => {
    const told: string[][] = [];
    const sizes: number[] = [];
    for (const itemDefaults of [["editRange", "data"], undefined]) {
      const client = await clientWith(itemDefaults);
      const list = await listIn(client);
      sizes.push(JSON.stringify(list).length);
      const items = list.items.map((it) => itemOf(list, it.label));
      told.push(
        await Promise.all(
          items.map(async (it) => `${it.sortText} ${it.filterText} ${await textOf(client, it)}`),
        ),
      );
    }
    expect(told[0]).toEqual(told[1]);
    const [withDefaults = 0, without = 0] = sizes;
    expect(withDefaults).toBeLessThan((without * 2) / 3);
  });

  test.each([[["editRange", "data"]], [undefined]])(
    "names the file where the project has a catalog of its own: defaults %j",
    async (itemDefaults) => {
      const folder = folderOf({
        "iec62443.yaml": "catalogs: [rules.yaml]\n",
        "rules.yaml":
          "part: company\ndocument: { designation: ACME rules, title: Rules }\nrequirements:\n" +
          "  - { id: ACME-01, title: Keys, summary: A key never leaves the chip. }\n",
      });
      const client = await clientWith(itemDefaults, [folder.uri]);
      await client.settledCoverage(({ projects }) => projects.length > 0);
      const uri = folder.uriOf("a.c");
      const list = await listIn(client, uri);
      const item = itemOf(list, "ACME-01");
      expect(item.data).toEqual({ uri });
      expect(await textOf(client, item)).toContain("A key never leaves the chip.");
    },
  );

  test.each([
    ["a relation", "implements"],
    ["the marker", "@iec62443"],
    ["a part", "4-2"],
    ["nothing", ""],
    ["an id that nobody knows", "CR 99.99"],
    ["an id in another writing", "cr-1.5"],
    ["a formula", "=CR 1.5()"],
    ["lines and escapes", "\n::error::%0A\u001b[31m`\"'"],
    ["a thousand ids", "CR 1.5 ".repeat(1000)],
  ])("an item called by %s tells of no requirement", async (_, label) => {
    const client = await clientWith(["data"]);
    const item = { label, data: {} };
    const resolved = await client.request<CompletionItem>("completionItem/resolve", item);
    expect(resolved).toEqual(item);
  });
});

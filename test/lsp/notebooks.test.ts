import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import type { CompletionList, Hover, Location } from "vscode-languageserver-protocol";
import type { ClaimsOfItem } from "../../server/src/protocol/coverage.ts";
import { folderOf } from "../support/folderOf.ts";
import { clientOf, FULL_CAPABILITIES, type WireClient } from "../support/wireClient.ts";

const CODE = 2;
const MARKUP = 1;

/** A notebook on disk, of one code cell for each source. */
function notebookOf(...sources: readonly string[]): string {
  const cells = sources.map((source) => ({ cell_type: "code", metadata: {}, source }));
  return JSON.stringify({ cells, metadata: { language_info: { name: "python" } } });
}

interface Cell {
  readonly text: string;
  readonly languageId?: string;
  readonly kind?: number;
}

/** A notebook as an editor has it open. */
class Notebook {
  readonly #client: WireClient;
  readonly uri: string;
  #version = 1;

  constructor(client: WireClient, uri: string) {
    this.#client = client;
    this.uri = uri;
  }

  cellUri(index: number): string {
    return `${this.uri.replace("file://", "vscode-notebook-cell:")}#W${index}sZmlsZQ%3D%3D`;
  }

  #written(cells: readonly Cell[], from = 0) {
    const uris = cells.map((_, index) => this.cellUri(from + index));
    return {
      cells: cells.map(({ kind = CODE }, i) => ({ kind, document: uris[i] })),
      documents: cells.map(({ text, languageId = "python" }, i) => ({
        uri: uris[i],
        languageId,
        version: 1,
        text,
      })),
    };
  }

  open(...given: readonly Cell[]): Promise<void> {
    const { cells, documents } = this.#written(given);
    return this.#client.notify("notebookDocument/didOpen", {
      notebookDocument: { uri: this.uri, notebookType: "jupyter-notebook", version: 1, cells },
      cellTextDocuments: documents,
    });
  }

  change(cells: object): Promise<void> {
    return this.#client.notify("notebookDocument/didChange", {
      notebookDocument: { uri: this.uri, version: ++this.#version },
      change: { cells },
    });
  }

  edit(index: number, ...changes: readonly object[]): Promise<void> {
    const document = { uri: this.cellUri(index), version: ++this.#version };
    return this.change({ textContent: [{ document, changes }] });
  }

  add(index: number, cell: Cell): Promise<void> {
    const { cells, documents } = this.#written([cell], index);
    const array = { start: index, deleteCount: 0, cells };
    return this.change({ structure: { array, didOpen: documents } });
  }

  remove(index: number): Promise<void> {
    const array = { start: index, deleteCount: 1 };
    return this.change({ structure: { array, didClose: [{ uri: this.cellUri(index) }] } });
  }

  close(count: number): Promise<void> {
    return this.#client.notify("notebookDocument/didClose", {
      notebookDocument: { uri: this.uri },
      cellTextDocuments: Array.from({ length: count }, (_, i) => ({ uri: this.cellUri(i) })),
    });
  }
}

async function session(files: Readonly<Record<string, string>>, encoding = "utf-16") {
  const folder = folderOf(files);
  const general = { positionEncodings: [encoding] };
  const capabilities = { ...FULL_CAPABILITIES, general };
  const client = await clientOf({ folders: [folder.uri], capabilities });
  await client.settledCoverage();
  /** Each claim of the folder's project: `a.ipynb CR 1.5`. */
  const claims = async () => {
    const items = await client.request<ClaimsOfItem[]>("iec62443/claims", { project: folder.uri });
    return items.flatMap((it) => it.claims.map(({ path }) => `${path} ${it.reference}`)).sort();
  };
  return { folder, client, claims, notebook: new Notebook(client, folder.uriOf("a.ipynb")) };
}

describe("a notebook", () => {
  test("on disk counts, open its cells do, and closed the disk does again", async () => {
    const { folder, client, claims, notebook } = await session({
      "a.ipynb": notebookOf("# @iec62443 CR 1.5\nx = 1", "# @iec62443 CR 1.7\ny = 1"),
      "b.py": "# @iec62443 CR 1.1\n",
    });
    const onDisk = ["a.ipynb CR 1.5", "a.ipynb CR 1.7", "b.py CR 1.1"];
    expect(await claims()).toEqual(onDisk);
    await notebook.open(
      { text: "# @iec62443 CR 1.5\nx = 1" },
      { text: "# @iec62443 CR 1.7\ny = 1" },
      { text: "<!-- @iec62443 CR 2.1 -->", languageId: "markdown", kind: MARKUP },
      { text: "# @iec62443 CR 2.1", languageId: "raw" },
    );
    expect(await claims()).toEqual(onDisk);

    await notebook.edit(1, {
      range: { start: { line: 0, character: 17 }, end: { line: 0, character: 18 } },
      text: "8",
    });
    await notebook.add(4, { text: "// @iec62443 CR 2.2", languageId: "javascript" });
    await notebook.remove(0);
    expect(await claims()).toEqual(["a.ipynb CR 1.8", "a.ipynb CR 2.2", "b.py CR 1.1"]);

    // What is saved meanwhile is in the cells already.
    writeFileSync(fileURLToPath(notebook.uri), notebookOf("# @iec62443 CR 3.1\nx = 1"));
    await client.notify("workspace/didChangeWatchedFiles", {
      changes: [{ uri: notebook.uri, type: 2 }],
    });
    await client.request("iec62443/reindex");
    expect(await claims()).toEqual(["a.ipynb CR 1.8", "a.ipynb CR 2.2", "b.py CR 1.1"]);

    await notebook.close(5);
    await client.settledCoverage();
    expect(await claims()).toEqual(["a.ipynb CR 3.1", "b.py CR 1.1"]);
    expect(client.diagnostics.get(folder.uriOf("a.ipynb")) ?? []).toEqual([]);
  });

  test("of which all cells are taken out says nothing", async () => {
    const text = "# @iec62443 CR 1.5";
    const { claims, notebook } = await session({ "a.ipynb": notebookOf(text) });
    await notebook.open({ text });
    await notebook.remove(0);
    expect(await claims()).toEqual([]);
  });

  test.each(["utf-16", "utf-8"])("is understood in each cell, in %s", async (encoding) => {
    const { folder, client, notebook } = await session(
      { "b.py": "# @iec62443 CR 1.5\n" },
      encoding,
    );
    const prefix = "s = '\u{1F512}' ";
    const text = `${prefix}# @iec62443 CR 1.5\n# @iec62443 CR 9.9\n# @iec62443 `;
    await notebook.open({ text: "" }, { text });
    const uri = notebook.cellUri(1);
    const column = (encoding === "utf-8" ? Buffer.byteLength(prefix) : prefix.length) + 12;
    const at = (line: number, character: number) => ({
      textDocument: { uri },
      position: { line, character },
    });
    const hover = await client.request<Hover>("textDocument/hover", at(0, column));
    expect(hover.range?.start.character).toBe(column);
    expect(JSON.stringify(hover.contents)).toContain("Authenticator management");
    const list = await client.request<CompletionList>("textDocument/completion", at(2, 12));
    expect(list.items.map((it) => it.label)).toContain("CR 1.5");
    const places = await client.request<Location[]>("textDocument/references", {
      ...at(0, column),
      context: { includeDeclaration: true },
    });
    expect(places.map((it) => it.uri).sort()).toEqual([folder.uriOf("b.py"), uri].sort());
    await client.until(() => client.codes(uri)?.includes("unknown-requirement") === true);
    await notebook.remove(1);
    await client.until(() => client.codes(uri)?.length === 0);
  });

  test("of a language that only the settings know counts, closed and open", async () => {
    const source = "// @iec62443 CR 1.5\nx";
    const { claims, notebook } = await session({
      "a.ipynb": notebookOf(source).replace('"python"', '"kalk"'),
      "iec62443.yaml": 'scan:\n  languages: { "*.ipynb": c }\n',
    });
    expect(await claims()).toEqual(["a.ipynb CR 1.5"]);
    await notebook.open({ text: source, languageId: "kalk" });
    expect(await claims()).toEqual(["a.ipynb CR 1.5"]);
  });

  test("belongs to the project around it, and is left out with its folder", async () => {
    const files = {
      "in/iec62443.yaml": 'product: Inner\nscan:\n  exclude: ["gen/**"]\n',
      "in/b.py": "x = 1",
    };
    const { folder, client } = await session(files);
    const claimsIn = async (path: string) => {
      const notebook = new Notebook(client, folder.uriOf(path));
      await notebook.open({ text: "# @iec62443 CR 1.5\nx = 1" });
      const project = `${folder.uri}/in`;
      const items = await client.request<ClaimsOfItem[]>("iec62443/claims", { project });
      await notebook.close(1);
      return items.flatMap((it) => it.claims.map(({ path }) => path));
    };
    expect(await claimsIn("in/x/c d.ipynb")).toEqual(["x/c d.ipynb"]);
    expect(await claimsIn("in/gen/c.ipynb")).toEqual([]);
    expect(await claimsIn("out.ipynb")).toEqual([]);
  });
});

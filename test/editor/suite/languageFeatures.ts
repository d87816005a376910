import assert from "node:assert/strict";
import { describe, it } from "mocha";
import * as vscode from "vscode";
import { put, scratch, show, showMarked } from "./support.ts";
import { until, untilEqual } from "./until.ts";

/**
 * The sample product claims none of them, and no two tests the same: VS Code keeps a document for a while after it was
 * closed, and so does the server.
 */
const RARE = "NDR 5.2";
const IMPLEMENTED = "NDR 3.14";
const IN_NOTEBOOK = "NDR 1.13";

/** What an editor asks of a language server beside hover, completion and the like. */
export function languageFeatures(): void {
  describe("what the language server answers beside", () => {
    it("leads from an id to the code that implements it, and to no test", async () => {
      await put(scratch("test.c"), `// @iec62443 verifies ${IMPLEMENTED}\nint t;\n`);
      await put(scratch("code.c"), `int x;\n// @iec62443 ${IMPLEMENTED}\nint c;\n`);
      const { document, cursor } = await showMarked(
        "a.c",
        `// @iec62443 verifies ${IMPLEMENTED}|\n`,
      );
      const ask = () => at<Place>("vscode.executeImplementationProvider", document, cursor);
      await untilEqual("the code", async () => (await ask()).map(placeName), ["code.c:1"]);
    });

    it("lights up one requirement in a file", async () => {
      const source = `// @iec62443 ${RARE}|\nint a;\n// @iec62443 CR 1.1, ${RARE}\nint b;\n`;
      const { document, cursor } = await showMarked("a.c", source);
      const ask = () =>
        at<vscode.DocumentHighlight>("vscode.executeDocumentHighlights", document, cursor);
      await untilEqual(
        "the lines",
        async () => (await ask()).map((it) => it.range.start.line),
        [0, 2],
      );
    });

    it("lists the annotations of a file in the outline", async () => {
      const source =
        "// @iec62443 CR 1.1|: by name\nint a;\n// @iec62443 verifies CR 1.5\nint b;\n";
      const { document } = await showMarked("a.c", source);
      const ask = () =>
        of<vscode.DocumentSymbol>("vscode.executeDocumentSymbolProvider", document.uri);
      await untilEqual("the symbols", async () => (await ask()).map((it) => it.name), [
        "CR 1.1",
        "verifies CR 1.5",
      ]);
    });

    it("finds a requirement that is claimed by its title", async () => {
      await put(scratch("far.c"), `// @iec62443 ${RARE} RE(1)\nint f;\n`);
      const ask = () =>
        vscode.commands.executeCommand<readonly vscode.SymbolInformation[]>(
          "vscode.executeWorkspaceSymbolProvider",
          RARE,
        );
      const found = await until("there is a symbol", ask, (all) =>
        all.some((it) => it.location.uri.path.endsWith("/far.c")),
      );
      assert.match(found.map((it) => it.name).join("\n"), /NDR 5\.2/);
    });

    it("links the evidence of a project file, and nothing outside of its folder", async () => {
      await put(scratch("product/docs/a.md"), "# Evidence\n");
      const statement = "  - { requirement: CR 2.2, status: implemented, evidence: ";
      const source = `product: P\nstatements:\n${statement}[docs/a.md, ../../x.md] }\n`;
      const document = await show(await put(scratch("product/iec62443.yaml"), source));
      const ask = () => of<vscode.DocumentLink>("vscode.executeLinkProvider", document.uri);
      const links = async () => (await ask()).map((it) => it.target?.path.split("/scratch/")[1]);
      await until("there is the link", links, (all) => all.some((it) => it?.endsWith("docs/a.md")));
      assert.equal((await links()).length, 1);
    });

    it("renames an id of a catalog of one's own, everywhere", async () => {
      const catalog =
        "part: X\nedition: 2026\ntitle: House rules\nrequirements:\n  - { id: ACME 1, title: Keep logs }\n";
      await put(scratch("own/rules.yaml"), catalog);
      await put(scratch("own/iec62443.yaml"), 'product: P\nparts: ["X"]\ncatalogs: [rules.yaml]\n');
      await put(scratch("own/closed.c"), "// @iec62443 ACME 1\nint c;\n");
      const { document, cursor } = await showMarked("own/a.c", "// @iec62443 ACME |1\nint a;\n");
      const ask = () =>
        vscode.commands.executeCommand<vscode.WorkspaceEdit>(
          "vscode.executeDocumentRenameProvider",
          document.uri,
          cursor,
          "ACME 2",
        );
      const edit = await until(
        "there is an edit",
        () => ask().then(undefined, () => new vscode.WorkspaceEdit()),
        (it) => it.size === 3,
      );
      const files = edit.entries().map(([uri]) => uri.path.slice(uri.path.lastIndexOf("/") + 1));
      assert.deepEqual(files.sort(), ["a.c", "closed.c", "rules.yaml"]);
    });

    it("says why an id of the standard cannot be renamed", async () => {
      const { document, cursor } = await showMarked("a.c", "// @iec62443 CR |1.5\nint a;\n");
      const refusal = await until(
        "there is an answer",
        () =>
          Promise.resolve(
            vscode.commands.executeCommand(
              "vscode.executeDocumentRenameProvider",
              document.uri,
              cursor,
              "CR 1.6",
            ),
          ).then(
            () => "",
            (error: unknown) => String(error),
          ),
        (it) => it !== "",
      );
      assert.match(refusal, /defined by IEC 62443-4-2/);
    });

    it("writes the title behind an id where that is switched on", async () => {
      const settings = vscode.workspace.getConfiguration("iec62443");
      const { document } = await showMarked("a.c", "// @iec62443 CR 1.5|\nint a;\n");
      const ask = () =>
        vscode.commands.executeCommand<readonly vscode.InlayHint[]>(
          "vscode.executeInlayHintProvider",
          document.uri,
          new vscode.Range(0, 0, 2, 0),
        );
      await settings.update("inlayHints", true, vscode.ConfigurationTarget.Global);
      try {
        const hints = await until("there is a hint", ask, (it) => it.length > 0);
        assert.match(JSON.stringify(hints[0]?.label), /Authenticator management/);
      } finally {
        await settings.update("inlayHints", undefined, vscode.ConfigurationTarget.Global);
      }
    });

    it("counts the cells of a notebook, closed and open", async () => {
      const cell = (source: string) => ({
        cell_type: "code",
        source: [source],
        metadata: {},
        outputs: [],
        execution_count: null,
      });
      const notebook = {
        cells: [cell("x = 1\n"), cell(`# @iec62443 ${IN_NOTEBOOK}\n`)],
        metadata: { language_info: { name: "python" } },
        nbformat: 4,
        nbformat_minor: 5,
      };
      const uri = await put(scratch("a.ipynb"), JSON.stringify(notebook));
      const { document, cursor } = await showMarked(
        "a.c",
        `// @iec62443 ${IN_NOTEBOOK}|\nint a;\n`,
      );
      const ask = () => at<vscode.Location>("vscode.executeReferenceProvider", document, cursor);
      const files = async () =>
        (await ask()).map((it) => it.uri.path.slice(it.uri.path.lastIndexOf("/") + 1)).sort();
      await untilEqual("the files", files, ["a.c", "a.ipynb"]);
      const open = await vscode.workspace.openNotebookDocument(uri);
      assert.equal(open.cellCount, 2);
      await untilEqual("the files while it is open", files, ["a.c", "a.ipynb"]);
    });
  });
}

type Place = vscode.Location | vscode.LocationLink;

function placeName(place: Place): string {
  const isLocation = place instanceof vscode.Location;
  const uri = isLocation ? place.uri : place.targetUri;
  const range = isLocation ? place.range : place.targetRange;
  return `${uri.path.slice(uri.path.lastIndexOf("/") + 1)}:${range.start.line}`;
}

async function at<T>(
  command: string,
  { uri }: vscode.TextDocument,
  position: vscode.Position,
): Promise<readonly T[]> {
  return (await vscode.commands.executeCommand<readonly T[]>(command, uri, position)) ?? [];
}

async function of<T>(command: string, uri: vscode.Uri): Promise<readonly T[]> {
  return (await vscode.commands.executeCommand<readonly T[]>(command, uri)) ?? [];
}

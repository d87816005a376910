import assert from "node:assert/strict";
import { describe, it } from "mocha";
import * as vscode from "vscode";
import { put, scratch, show, showMarked } from "./support.ts";
import { until, untilEqual } from "./until.ts";

/** The sample product does not claim it: what is counted is ours. */
const RARE = "NDR 5.2";

const INSERTED = [
  ["a.c", "int a;\n\tint |b;\n", "int a;\n\t// @iec62443 CR 1.5\n\tint b;\n"],
  [
    "a.st",
    "PROGRAM a\n  x := |1;\nEND_PROGRAM\n",
    "PROGRAM a\n  // @iec62443 CR 1.5\n  x := 1;\nEND_PROGRAM\n",
  ],
  ["a.c", "// @iec62443 CR 1.1\nint |b;\n", "// @iec62443 CR 1.1, CR 1.5\nint b;\n"],
] as const;

export function inCode(): void {
  describe("in the code", () => {
    it("a lens counts the claims of the project, in a text that is not saved", async () => {
      await put(scratch("closed.py"), `# @iec62443 verifies ${RARE}\nx = 1\n`);
      const { document } = await showMarked("a.c", `int a;\n// @iec62443 ${RARE}|\nint b;\n`);
      await untilEqual("the lens", () => lenses(document), [
        `1 ${RARE} · 1 implementation · 1 test`,
      ]);
      const edit = new vscode.WorkspaceEdit();
      edit.insert(document.uri, new vscode.Position(0, 0), "\n\n");
      await vscode.workspace.applyEdit(edit);
      await untilEqual("the lens", () => lenses(document), [
        `3 ${RARE} · 1 implementation · 1 test`,
      ]);
    });

    it("Next and Previous Annotation go round in a file", async () => {
      const source = "|// @iec62443 CR 1.1\nint a;\n/* @iec62443 CR 1.2 */\nint b;\n";
      const { document } = await showMarked("a.c", source);
      await until(
        "there are lenses",
        () => lenses(document),
        (it) => it.length === 2,
      );
      const lines: number[] = [];
      for (const command of ["next", "next", "next", "previous", "previous"]) {
        const moved = nextCursor();
        await vscode.commands.executeCommand(`iec62443.${command}Annotation`);
        lines.push((await moved).line);
      }
      assert.deepEqual(lines, [0, 2, 0, 2, 0]);
    });

    for (const [path, source, wanted] of INSERTED) {
      it(`Insert Annotation makes ${JSON.stringify(wanted)}`, async () => {
        const { document, cursor } = await showMarked(path, source);
        const editor = await vscode.window.showTextDocument(document);
        editor.selection = new vscode.Selection(cursor, cursor);
        await vscode.commands.executeCommand("iec62443.insertAnnotation", {
          part: "4-2",
          reference: "CR 1.5",
        });
        await untilEqual("the text", () => document.getText(), wanted);
      });
    }

    it("Collect Diagnostics opens a page that names no file", async () => {
      await show(await put(scratch("named-secretly.c"), "// @iec62443 CR 1.1\nint a;\n"));
      await vscode.commands.executeCommand("iec62443.collectDiagnostics");
      const text = await until(
        "the page is open",
        () => vscode.window.activeTextEditor?.document.getText() ?? "",
        (it) => it.startsWith("# IEC 62443 Annotations: diagnostics"),
      );
      assert.match(text, new RegExp(`\\| VS Code \\| ${vscode.version} \\|`));
      assert.match(text, /\| annotations \| [1-9]\d* \|/);
      assert.doesNotMatch(text, /secretly|plc|PLC|scratch/);
    });
  });
}

async function lenses({ uri }: vscode.TextDocument): Promise<readonly string[]> {
  const found: readonly vscode.CodeLens[] = await vscode.commands.executeCommand(
    "vscode.executeCodeLensProvider",
    uri,
    10,
  );
  return found.map((it) => `${it.range.start.line} ${it.command?.title}`);
}

/** Where the cursor is when the editor itself says that it has moved. */
function nextCursor(): Promise<vscode.Position> {
  return new Promise((resolve) => {
    const listening = vscode.window.onDidChangeTextEditorSelection(({ textEditor }) => {
      listening.dispose();
      resolve(textEditor.selection.active);
    });
  });
}

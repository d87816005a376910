import { strict as assert } from "node:assert";
import * as vscode from "vscode";
import { extension, product, put, scratch, show } from "./support.ts";
import { until } from "./until.ts";

const FILE = () => vscode.Uri.joinPath(product(), "iec62443.yaml");

async function textOf(uri: vscode.Uri): Promise<string> {
  return new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
}

export function menus(): void {
  describe("the menus", () => {
    it("name commands that are there", async () => {
      const { menus } = extension().packageJSON.contributes;
      const known = await vscode.commands.getCommands(true);
      for (const id of ["iec62443.editor", "iec62443.explorer"])
        for (const { command } of menus[id]) assert.ok(known.includes(command), command);
    });

    it("leave a folder out in the project file, and it is not read any more", async () => {
      const before = await textOf(FILE());
      const uri = await put(scratch("left out/a.c"), "// @iec62443 CR 9.9\nint a;\n");
      const findings = () => vscode.languages.getDiagnostics(uri);
      await until("it is read", findings, ({ length }) => length > 0);
      const folder = vscode.Uri.joinPath(uri, "..");
      try {
        await vscode.commands.executeCommand("iec62443.excludeFolder", folder);
        assert.match(await textOf(FILE()), /exclude: \[.*scratch\/\d+\/left out\/\*\*/);
        await until("it is not read", findings, ({ length }) => length === 0);
      } finally {
        await put(FILE(), before);
      }
    });

    it("leave nothing out that is on no disk", async () => {
      const before = await textOf(FILE());
      const folder = vscode.Uri.parse("vscode-vfs://github/a/b");
      await vscode.commands.executeCommand("iec62443.excludeFolder", folder);
      assert.equal(await textOf(FILE()), before);
    });

    it("go from annotation to annotation", async () => {
      const text = "// @iec62443 CR 1.1\nint a;\n// @iec62443 CR 1.2\nint b;\n";
      await show(await put(scratch("go.c"), text));
      const line = () => vscode.window.activeTextEditor?.selection.active.line;
      const next = async () => {
        await vscode.commands.executeCommand("iec62443.nextAnnotation");
        return line();
      };
      await until("the next one is reached", next, (it) => it === 2);
      await vscode.commands.executeCommand("iec62443.previousAnnotation");
      assert.equal(line(), 0);
    });
  });
}

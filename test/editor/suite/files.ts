import { rename } from "node:fs/promises";
import { describe, it } from "mocha";
import * as vscode from "vscode";
import { countBelow, untilCodes } from "./findings.ts";
import { put, remove, retype, scratch, show } from "./support.ts";
import { untilEqual } from "./until.ts";

const WRONG = "// @iec62443 CR 9.9\nint a;\n";
const RIGHT = "// @iec62443 CR 1.1\nint a;\n";
const FOUND = ["unknown-requirement"];

export function files(): void {
  describe("the index follows", () => {
    it("a file that is created, changed and deleted on disk", async () => {
      const uri = await put(scratch("a.c"), WRONG);
      await untilCodes(uri, FOUND);
      await put(uri, RIGHT);
      await untilCodes(uri, []);
      await put(uri, WRONG);
      await untilCodes(uri, FOUND);
      await remove(uri);
      await untilCodes(uri, []);
    });

    it("a file that is renamed on disk", async () => {
      const before = await put(scratch("before.c"), WRONG);
      await untilCodes(before, FOUND);
      await rename(before.fsPath, scratch("after.c").fsPath);
      await untilCodes(scratch("after.c"), FOUND);
      await untilCodes(before, []);
    });

    it("a folder that is renamed on disk, and deleted", async () => {
      await put(scratch("old/x/a.c"), WRONG);
      await put(scratch("old/b.c"), WRONG);
      await untilEqual("the count", () => countBelow(scratch("old")), 2);
      await rename(scratch("old").fsPath, scratch("new").fsPath);
      await untilEqual("the new count", () => countBelow(scratch("new")), 2);
      await untilEqual("the old count", () => countBelow(scratch("old")), 0);
      await remove(scratch("new"));
      await untilEqual("the last count", () => countBelow(scratch("new")), 0);
    });

    it("a file that is renamed in the editor", async () => {
      const before = await put(scratch("before.c"), WRONG);
      await show(before);
      await untilCodes(before, FOUND);
      const edit = new vscode.WorkspaceEdit();
      edit.renameFile(before, scratch("after.c"));
      await vscode.workspace.applyEdit(edit);
      await untilCodes(scratch("after.c"), FOUND);
      await untilCodes(before, []);
    });

    it("the buffer of an open file, and the disk again when it is closed", async () => {
      const document = await show(await put(scratch("a.c"), RIGHT));
      await retype(document, WRONG);
      await untilCodes(document.uri, FOUND);
      await vscode.commands.executeCommand("workbench.action.revertAndCloseActiveEditor");
      await untilCodes(document.uri, []);
    });

    it("the buffer, when the file is deleted under it", async () => {
      const document = await show(await put(scratch("a.c"), RIGHT));
      await retype(document, WRONG);
      await untilCodes(document.uri, FOUND);
      await remove(document.uri);
      const other = await put(scratch("b.c"), WRONG);
      await untilCodes(other, FOUND);
      await untilCodes(document.uri, FOUND);
    });

    it(".gitignore, as it is when it changes", async () => {
      const uri = await put(scratch("generated/a.c"), WRONG);
      await untilCodes(uri, FOUND);
      await put(scratch(".gitignore"), "generated/\n");
      await untilCodes(uri, []);
      await remove(scratch(".gitignore"));
      await untilCodes(uri, FOUND);
    });
  });
}

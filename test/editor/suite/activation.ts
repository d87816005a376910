import assert from "node:assert/strict";
import { describe, it } from "mocha";
import * as vscode from "vscode";
import { extension } from "./support.ts";
import { until } from "./until.ts";

export function activation(): void {
  describe("the installed extension", () => {
    it("becomes active by itself", async () => {
      await until("it is active", () => extension().isActive, Boolean);
    });

    it("is the packaged one, without its sources", async () => {
      const { extensionUri } = extension();
      const entries = (await vscode.workspace.fs.readDirectory(extensionUri)).map(([name]) => name);
      assert.ok(entries.includes("dist"));
      assert.deepEqual(
        entries.filter((it) => ["client", "server", "test", "node_modules"].includes(it)),
        [],
      );
    });

    it("has every command that it promises", async () => {
      const promised: readonly { command: string }[] =
        extension().packageJSON.contributes.commands ?? [];
      assert.ok(promised.length > 0);
      const known = new Set(await vscode.commands.getCommands(true));
      assert.deepEqual(
        promised.map((it) => it.command).filter((it) => !known.has(it)),
        [],
      );
    });
  });
}

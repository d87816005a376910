import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { describe, it } from "mocha";
import * as vscode from "vscode";
import { extension, product, put, scratch } from "./support.ts";
import { until } from "./until.ts";

/** Tasks need a terminal; a VS Code that was installed without its native parts has none. */
const HAS_TERMINAL = ["build", "prebuilds"].some((it) =>
  existsSync(join(vscode.env.appRoot, "node_modules/node-pty", it)),
);

export function contributions(): void {
  describe("what the manifest contributes", () => {
    it("has settings with their defaults", () => {
      const settings = vscode.workspace.getConfiguration("iec62443");
      assert.equal(settings.inspect("documentSymbols")?.defaultValue, true);
      assert.equal(settings.inspect("inlayHints")?.defaultValue, false);
    });

    it("has no key left where people read", () => {
      const { contributes } = extension().packageJSON;
      assert.doesNotMatch(JSON.stringify(contributes), /"%[\w.-]+%"/);
    });

    it("has a walkthrough that opens", async () => {
      await vscode.commands.executeCommand("iec62443.openWalkthrough");
      const { tabGroups } = vscode.window;
      await until(
        "a tab shows it",
        () => tabGroups.activeTabGroup.activeTab?.label ?? "",
        (label) => /Welcome|Walkthrough|Get Started/.test(label),
      );
      await vscode.commands.executeCommand("workbench.action.closeAllEditors");
    });
  });

  describe("the tasks", () => {
    it("are the check and the report of each folder, run without a shell", async () => {
      const tasks = await vscode.tasks.fetchTasks({ type: "iec62443" });
      assert.deepEqual(tasks.map(({ name }) => name).sort(), ["check", "report"]);
      for (const { execution, name, scope } of tasks) {
        assert.ok(execution instanceof vscode.ProcessExecution);
        assert.equal(execution.args.at(-1), name);
        assert.equal(execution.options?.cwd, product().fsPath);
        assert.equal(typeof scope, "object");
      }
    });

    it("give problems for what is found", async function () {
      if (!HAS_TERMINAL) this.skip();
      const uri = await put(scratch("task.c"), "int a;\n// @iec62443 CR 9.9\nint b;\n");
      const check = await taskNamed("check");
      assert.equal(await exitCodeOf(check), 1);
      const ours = () =>
        vscode.languages.getDiagnostics(uri).filter(({ source }) => source === "iec62443 check");
      const [problem] = await until("it is a problem", ours, ({ length }) => length > 0);
      assert.equal(problem?.range.start.line, 1);
      assert.equal(problem?.code, "unknown-requirement");
      assert.match(problem?.message ?? "", /CR 9\.9/);
    });

    it("report without failing", async function () {
      if (!HAS_TERMINAL) this.skip();
      assert.equal(await exitCodeOf(await taskNamed("report")), 0);
    });
  });
}

async function taskNamed(name: string): Promise<vscode.Task> {
  const tasks = await vscode.tasks.fetchTasks({ type: "iec62443" });
  const found = tasks.find((it) => it.name === name);
  assert.ok(found, `There is no task ${name}.`);
  return found;
}

async function exitCodeOf(task: vscode.Task): Promise<number | undefined> {
  const ended = new Promise<number | undefined>((resolve) => {
    const listening = vscode.tasks.onDidEndTaskProcess(({ execution, exitCode }) => {
      if (execution.task.name !== task.name) return;
      listening.dispose();
      resolve(exitCode);
    });
  });
  await vscode.tasks.executeTask(task);
  return ended;
}

import * as vscode from "vscode";
import { isOnDisk } from "./disk.ts";
import { t } from "./l10n.ts";
import { complain } from "./projectEdit.ts";
import { argumentsOf, TASK_COMMANDS, TASK_TYPE, type TaskCommand } from "./taskDefinition.ts";

/**
 * Offers the command line as tasks, from the moment on at which the workspace is trusted: what a `tasks.json` hands over
 * comes from the workspace.
 */
export function offerTasks(program: string): vscode.Disposable {
  const { workspace } = vscode;
  const offer = () => vscode.tasks.registerTaskProvider(TASK_TYPE, provider(program));
  if (workspace.isTrusted) return offer();
  let offered: vscode.Disposable | undefined;
  const waiting = workspace.onDidGrantWorkspaceTrust(() => {
    offered ??= offer();
  });
  return vscode.Disposable.from(waiting, { dispose: () => offered?.dispose() });
}

/** Runs the check of a folder as a task; asks which one where the active file does not tell. */
export async function runCheck(program: string | undefined): Promise<void> {
  if (!vscode.workspace.isTrusted) {
    complain(t("Tasks run in a trusted workspace only. Trust this one first."));
    return;
  }
  const folders = foldersOnDisk();
  if (program === undefined || folders.length === 0) {
    complain(t("The check reads a folder on a disk: open the product's folder first."));
    return;
  }
  const folder = folderOfActiveFile() ?? (folders.length === 1 ? folders[0] : await pickFolder());
  if (folder === undefined) return;
  await vscode.tasks.executeTask(taskOf(program, folder, "check"));
}

function provider(program: string): vscode.TaskProvider {
  return {
    provideTasks: () =>
      foldersOnDisk().flatMap((folder) =>
        TASK_COMMANDS.map((command) => taskOf(program, folder, command)),
      ),
    resolveTask: ({ definition, scope }) => {
      const args = argumentsOf(definition);
      const folder = typeof scope === "object" ? scope : foldersOnDisk()[0];
      if (args === undefined || folder === undefined) return undefined;
      return made(program, { definition, folder, args });
    },
  };
}

function taskOf(program: string, folder: vscode.WorkspaceFolder, command: TaskCommand) {
  return made(program, { definition: { type: TASK_TYPE, command }, folder, args: [command] });
}

interface Wanted {
  readonly definition: vscode.TaskDefinition;
  readonly folder: vscode.WorkspaceFolder;
  readonly args: readonly string[];
}

/** A process without a shell: an argument reaches the program as it is, whatever stands in it. */
function made(program: string, { definition, folder, args }: Wanted): vscode.Task {
  const execution = new vscode.ProcessExecution(process.execPath, [program, ...args], {
    cwd: folder.uri.fsPath,
    // On a desktop the editor itself is the Node that runs extensions.
    env: { ELECTRON_RUN_AS_NODE: "1" },
  });
  const matchers = args[0] === "check" ? ["$iec62443"] : [];
  return new vscode.Task(definition, folder, args.join(" "), TASK_TYPE, execution, matchers);
}

function foldersOnDisk(): readonly vscode.WorkspaceFolder[] {
  return (vscode.workspace.workspaceFolders ?? []).filter(({ uri }) => isOnDisk(uri));
}

function folderOfActiveFile(): vscode.WorkspaceFolder | undefined {
  const uri = vscode.window.activeTextEditor?.document.uri;
  const folder = uri && vscode.workspace.getWorkspaceFolder(uri);
  return folder?.uri.scheme === "file" ? folder : undefined;
}

function pickFolder(): Thenable<vscode.WorkspaceFolder | undefined> {
  return vscode.window.showWorkspaceFolderPick({ placeHolder: t("The folder to be checked") });
}

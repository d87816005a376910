import * as vscode from "vscode";
import { t } from "./l10n.ts";
import { applyProjectEdit, complain } from "./projectEdit.ts";
import type { Server } from "./server.ts";

/** Leaves a folder of the explorer out of what is read: in its project file, or in the settings where there is none. */
export async function excludeFolder(server: Server, folder: unknown): Promise<void> {
  if (!(folder instanceof vscode.Uri) || folder.scheme !== "file") return;
  await server.start();
  const answer = await server.ask("iec62443/exclude", { folder: folder.toString() });
  if (answer === undefined) {
    complain(t("The language server does not answer. Run “IEC 62443: Restart Server”."));
  } else if ("problem" in answer) {
    complain(answer.problem);
  } else if ("change" in answer) {
    await applyProjectEdit(server, answer.change);
  } else {
    await addToSetting(folder, answer.glob);
  }
}

async function addToSetting(folder: vscode.Uri, glob: string): Promise<void> {
  const settings = vscode.workspace.getConfiguration("iec62443", folder);
  const told = settings.inspect<readonly string[]>("scan.exclude");
  const globs = told?.workspaceFolderValue ?? settings.get<readonly string[]>("scan.exclude") ?? [];
  if (globs.includes(glob)) return;
  await settings.update(
    "scan.exclude",
    [...globs, glob],
    vscode.ConfigurationTarget.WorkspaceFolder,
  );
}

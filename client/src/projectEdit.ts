import * as vscode from "vscode";
import type { ProjectEdit, ProjectEditParams } from "../../server/src/protocol/projectEdits.ts";
import { isOnDisk } from "./disk.ts";
import { lineOfEdit } from "./editPlace.ts";
import { t } from "./l10n.ts";
import type { Server } from "./server.ts";

/**
 * Has the server change a project file and shows the place, without taking the focus. What was saved
 * before is saved again; a file with changes of a person's own is left for them to save.
 */
export async function editProjectFile(server: Server, params: ProjectEditParams): Promise<void> {
  if (!isOnDisk(vscode.Uri.parse(params.project))) {
    complain(noDisk());
    return;
  }
  const answer = await server.ask("iec62443/projectEdit", params);
  const edit = answer ? await server.toEdit(answer.edit) : undefined;
  if (!answer || edit === undefined) {
    complain(
      answer === null
        ? t("The project file cannot be changed as it is: mend what is wrong in it first.")
        : t("The language server did not say how to change the project file."),
    );
    return;
  }
  await apply(answer, edit);
}

/** Carries out a change of a project file that the server told. */
export async function applyProjectEdit(server: Server, change: ProjectEdit): Promise<void> {
  const edit = await server.toEdit(change.edit);
  if (edit !== undefined) await apply(change, edit);
}

async function apply(answer: ProjectEdit, edit: vscode.WorkspaceEdit): Promise<void> {
  const uri = vscode.Uri.parse(answer.uri);
  const wasDirty = openDocument(uri)?.isDirty ?? false;
  if (!(await vscode.workspace.applyEdit(edit))) {
    complain(t("The project file could not be changed."));
    return;
  }
  const document = await vscode.workspace.openTextDocument(uri);
  if (!wasDirty && !(await document.save())) {
    complain(t("The project file was changed but could not be saved: save it yourself."));
  }
  await reveal(document, answer);
}

/** Why no project file can be written; it would not be read. */
export function noDisk(): string {
  return t(
    "A project file is read from a disk only: open the product's folder on a machine first.",
  );
}

async function reveal(document: vscode.TextDocument, answer: ProjectEdit): Promise<void> {
  const line = Math.min(lineOfEdit(answer) ?? 0, document.lineCount - 1);
  const selection = document.lineAt(line).range;
  await vscode.window.showTextDocument(document, { preserveFocus: true, preview: true, selection });
}

function openDocument(uri: vscode.Uri): vscode.TextDocument | undefined {
  return vscode.workspace.textDocuments.find((it) => it.uri.toString() === uri.toString());
}

/** Answers a person whose command cannot be carried out; the log may say why. */
export function complain(sentence: string): void {
  const log = t("Show Log");
  void vscode.window.showErrorMessage(sentence, log).then((picked) => {
    if (picked === log) void vscode.commands.executeCommand("iec62443.showLog");
  });
}

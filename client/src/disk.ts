import * as vscode from "vscode";

/** Whether no folder is on a disk. */
export function isVirtual(): boolean {
  const folders = vscode.workspace.workspaceFolders ?? [];
  return folders.length > 0 && folders.every(({ uri }) => !isOnDisk(uri));
}

/** Whether a file or folder is on a disk; in a browser that has no machine behind it none is, whatever its uri says. */
export function isOnDisk({ scheme }: vscode.Uri): boolean {
  const { remoteName, uiKind } = vscode.env;
  return scheme === "file" && (uiKind !== vscode.UIKind.Web || remoteName !== undefined);
}

import * as vscode from "vscode";

/** Annotations stand in files of every language, wherever the workspace keeps its files. */
export function documentSchemes(): readonly string[] {
  const folders = vscode.workspace.workspaceFolders ?? [];
  return [
    ...new Set(["file", "untitled", "vscode-notebook-cell", ...folders.map((it) => it.uri.scheme)]),
  ];
}

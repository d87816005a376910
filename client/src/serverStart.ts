import * as vscode from "vscode";
import type { CoverageTree } from "./coverageTree.ts";
import { Disposables } from "./disposables.ts";
import type { Server } from "./server.ts";

const MARK = "@iec62443";

/**
 * Starts the server where there is something for it: at once in a workspace with a folder, else with
 * the first document that holds an annotation, or when someone looks at the coverage.
 */
export function startWhenNeeded(server: Server, tree: CoverageTree): vscode.Disposable {
  const owned = new Disposables();
  const start = (): void => {
    owned.dispose();
    void server.start();
  };
  if (vscode.workspace.workspaceFolders !== undefined) {
    // Behind what the editor does at this moment: opening files, drawing itself.
    const soon = setTimeout(start, 0);
    owned.add({ dispose: () => clearTimeout(soon) });
    return owned;
  }
  const { workspace } = vscode;
  owned.add(workspace.onDidChangeWorkspaceFolders(start));
  owned.add(tree.onDidChangeVisibility(({ visible }) => visible && start()));
  owned.add(workspace.onDidOpenTextDocument((it) => it.getText().includes(MARK) && start()));
  owned.add(workspace.onDidChangeTextDocument((change) => mentionsMark(change) && start()));
  if (workspace.textDocuments.some((it) => it.getText().includes(MARK))) start();
  return owned;
}

/** Looks at the changed lines alone: this runs on every keystroke. */
function mentionsMark({ document, contentChanges }: vscode.TextDocumentChangeEvent): boolean {
  return contentChanges.some(
    ({ range, text }) =>
      text.includes(MARK) ||
      (range.start.line < document.lineCount &&
        document.lineAt(range.start.line).text.includes(MARK)),
  );
}

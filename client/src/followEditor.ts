import * as vscode from "vscode";
import type { ClaimPlace } from "../../server/src/protocol/annotations.ts";
import type { CoverageTree } from "./coverageTree.ts";
import { Disposables } from "./disposables.ts";
import { t } from "./l10n.ts";
import type { Server } from "./server.ts";

/** So long the cursor rests before the view follows it: in milliseconds. */
const REST = 200;

interface Followed {
  readonly server: Server;
  readonly tree: CoverageTree;
}

/**
 * Selects in the coverage view, while it can be seen, the claim that the cursor is at. Where the cursor is at none,
 * or a filter hides it, the view stays as it is.
 */
export function followEditor(followed: Followed): vscode.Disposable {
  const owned = new Disposables();
  let timer: NodeJS.Timeout | undefined;
  const soon = (): void => {
    clearTimeout(timer);
    if (followed.tree.isVisible && isWanted())
      timer = setTimeout(() => void follow(followed), REST);
  };
  owned.add(vscode.window.onDidChangeTextEditorSelection(soon));
  owned.add(followed.tree.onDidChangeVisibility(soon));
  owned.add({ dispose: () => clearTimeout(timer) });
  return owned;
}

function isWanted(): boolean {
  return vscode.workspace.getConfiguration("iec62443").get("followEditor", true);
}

async function follow({ server, tree }: Followed): Promise<void> {
  const claim = await claimAtCursor(server);
  if (claim && tree.isVisible) await tree.reveal(claim, { focus: false });
}

/** Shows the claim at the cursor in the coverage view, or says why it cannot be shown. */
export async function revealInCoverage({ server, tree }: Followed): Promise<void> {
  const claim = await claimAtCursor(server);
  const isShown = claim !== undefined && (await tree.reveal(claim, { focus: true }));
  if (isShown) return;
  void vscode.window.showInformationMessage(
    claim === undefined
      ? t("No annotation stands at the cursor: put it into one, or into the line of code below.")
      : t("The coverage view does not show {0}: clear its filter first.", claim.reference),
  );
}

async function claimAtCursor(server: Server): Promise<ClaimPlace | undefined> {
  const editor = vscode.window.activeTextEditor;
  if (editor === undefined) return undefined;
  const { line, character } = editor.selection.active;
  const uri = String(editor.document.uri);
  return (
    (await server.ask("iec62443/claimNear", { uri, position: { line, character } })) ?? undefined
  );
}

import * as vscode from "vscode";
import { setContext } from "./contextKeys.ts";

/**
 * Opens a walkthrough. VS Code reads its steps only now, and takes a step as done when a condition comes true after that:
 * a key that is set last makes true once more what was so before.
 */
export async function openWalkthrough(id: string): Promise<void> {
  await setContext("iec62443.walkthrough", false);
  await vscode.commands.executeCommand("workbench.action.openWalkthrough", id, false);
  await setContext("iec62443.walkthrough", true);
}

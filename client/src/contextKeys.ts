import * as vscode from "vscode";

/** Tells the conditions in package.json what they ask for. */
export async function setContext(key: string, value: string | boolean): Promise<void> {
  await vscode.commands.executeCommand("setContext", key, value);
}

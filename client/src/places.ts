import * as vscode from "vscode";
import type { WireClaim } from "../../server/src/protocol/coverage.ts";
import { t } from "./l10n.ts";

/** A command that opens a file, as a click in the explorer would: once a preview, twice to stay. */
export function openPlaceCommand(uri: string, range?: WireClaim["range"]): vscode.Command {
  const options = range === undefined ? {} : { selection: selectionOf(range) };
  return {
    title: t("Go to Claim"),
    command: "vscode.open",
    arguments: [vscode.Uri.parse(uri), options],
  };
}

/** Opens a file with a stretch of it selected, and puts the cursor there. */
export async function openPlace(uri: string, range: WireClaim["range"]): Promise<void> {
  await vscode.commands.executeCommand("vscode.open", vscode.Uri.parse(uri), {
    selection: selectionOf(range),
  });
}

export function selectionOf({ start, end }: WireClaim["range"]): vscode.Range {
  return new vscode.Range(start.line, start.character, end.line, end.character);
}

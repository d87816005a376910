import { mkdir, rm, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import * as vscode from "vscode";
import { markedCursor } from "../../support/marked.ts";

export const EXTENSION_ID = "iec62443-annotations.iec62443-annotations";

/** The extension as users have it. */
export function extension(): vscode.Extension<unknown> {
  const found = vscode.extensions.getExtension(EXTENSION_ID);
  if (found === undefined) throw new Error(`${EXTENSION_ID} is not installed.`);
  return found;
}

/** The copy of the sample product. */
export function product(): vscode.Uri {
  const [folder] = vscode.workspace.workspaceFolders ?? [];
  if (folder === undefined) throw new Error("The tests need the sample product as a folder.");
  return folder.uri;
}

let testNumber = 0;

/**
 * A file in a folder of one test's own, which stands there empty at the start and is removed after the test. No two
 * tests share a name: VS Code remembers the text of a document for a while after it was closed.
 */
export function scratch(path: string): vscode.Uri {
  return vscode.Uri.joinPath(product(), "scratch", `${testNumber}`, path);
}

/** The folders from here on belong to no test, but to the one that needs many at once. */
const FIRST_SPARE = 100;
export const SPARE_FOLDERS = 20;

/** One of the spare folders that stand there empty at the start. */
export function spare(number: number): vscode.Uri {
  return vscode.Uri.joinPath(product(), "scratch", `${FIRST_SPARE + number}`);
}

/** Writes a file as a program outside of the editor would. */
export async function put(uri: vscode.Uri, text: string): Promise<vscode.Uri> {
  await mkdir(dirname(uri.fsPath), { recursive: true });
  await writeFile(uri.fsPath, text);
  return uri;
}

/** Removes a file or folder as a program outside of the editor would. */
export async function remove(uri: vscode.Uri): Promise<void> {
  await rm(uri.fsPath, { recursive: true, force: true });
}

/** Opens a file in an editor. */
export async function show(uri: vscode.Uri): Promise<vscode.TextDocument> {
  const document = await vscode.workspace.openTextDocument(uri);
  await vscode.window.showTextDocument(document);
  return document;
}

/** Writes a source with a `|` in it, opens it, and says where the mark stood. */
export async function showMarked(
  path: string,
  source: string,
): Promise<{ document: vscode.TextDocument; cursor: vscode.Position }> {
  const { text, cursor } = markedCursor(source);
  const document = await show(await put(scratch(path), text));
  return { document, cursor: new vscode.Position(cursor.line, cursor.character) };
}

/** Puts a text in the place of the whole document, as typing would: nothing is saved. */
export async function retype(document: vscode.TextDocument, text: string): Promise<void> {
  const edit = new vscode.WorkspaceEdit();
  const all = new vscode.Range(0, 0, document.lineCount, 0);
  edit.replace(document.uri, all, text);
  await vscode.workspace.applyEdit(edit);
}

/** Closes everything unsaved and removes what the test wrote. */
export async function cleanUp(): Promise<void> {
  while (vscode.window.tabGroups.all.some((it) => it.tabs.length > 0)) {
    await vscode.commands.executeCommand("workbench.action.revertAndCloseActiveEditor");
  }
  await remove(scratch(""));
  testNumber++;
}

import * as vscode from "vscode";
import { isOnDisk } from "./disk.ts";
import { t } from "./l10n.ts";
import { lastSegment } from "./paths.ts";
import { complain, noDisk } from "./projectEdit.ts";
import type { Server } from "./server.ts";
import { levelWords } from "./targetLevels.ts";

const FILE_NAMES = ["iec62443.yaml", "iec62443.yml", "iec62443.json"];

/** What is known before anything is asked. */
export interface KnownOfProject {
  /** Uri of its folder. */
  readonly folder: string;
  readonly target: number;
}

/** Asks what the product is and writes its project file; opens the one that is there already. */
export async function createProjectFile(server: Server, known?: KnownOfProject): Promise<void> {
  void server.start();
  const folder = known === undefined ? await pickFolder() : folderAt(known.folder);
  if (folder === undefined || (await openExisting(folder.uri))) return;
  if (!isOnDisk(folder.uri)) {
    complain(noDisk());
    return;
  }
  const product = await askProduct(folder);
  const components = product === undefined ? undefined : await askComponents(folder);
  const level = components && (known === undefined ? await askTarget() : { target: known.target });
  if (product === undefined || components === undefined || level === undefined) return;
  await server.start();
  const answer = await server.ask("iec62443/newProjectFile", {
    folder: folder.uri.toString(),
    product,
    components,
    ...level,
  });
  // It may have come while the questions were answered.
  if (await openExisting(folder.uri)) return;
  if (!answer) {
    complain(t("The language server did not tell what a project file looks like."));
    return;
  }
  await write(vscode.Uri.parse(answer.uri, true), answer.text);
}

async function write(uri: vscode.Uri, text: string): Promise<void> {
  try {
    await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    complain(t("{0} could not be written: {1}", lastSegment(uri.path), why));
    return;
  }
  await vscode.window.showTextDocument(uri);
}

function title(step: number): string {
  return t("Create Project File ({0}/3)", step);
}

/** A folder of the product, and what it is called. */
type ProductFolder = Pick<vscode.WorkspaceFolder, "uri" | "name">;

function folderAt(folder: string): ProductFolder {
  const uri = vscode.Uri.parse(folder, true);
  return { uri, name: lastSegment(uri.path) };
}

async function pickFolder(): Promise<vscode.WorkspaceFolder | undefined> {
  const folders = vscode.workspace.workspaceFolders ?? [];
  if (folders.length === 0) {
    complain(t("A project file stands in a folder: open the product's folder first."));
  }
  if (folders.length <= 1) return folders[0];
  return vscode.window.showWorkspaceFolderPick({ placeHolder: t("The folder of the product") });
}

async function openExisting(folder: vscode.Uri): Promise<boolean> {
  for (const name of FILE_NAMES) {
    const uri = vscode.Uri.joinPath(folder, name);
    if (!(await exists(uri))) continue;
    await vscode.window.showTextDocument(uri);
    void vscode.window.showInformationMessage(
      t("{0} has a project file already: it is open now.", lastSegment(folder.path)),
    );
    return true;
  }
  return false;
}

async function exists(uri: vscode.Uri): Promise<boolean> {
  try {
    await vscode.workspace.fs.stat(uri);
    return true;
  } catch {
    return false;
  }
}

function askProduct({ name }: ProductFolder): Thenable<string | undefined> {
  return vscode.window.showInputBox({
    title: title(1),
    prompt: t("What is the product called?"),
    value: name,
    ignoreFocusOut: true,
    validateInput: (value) => (value.trim() === "" ? t("Write a name.") : undefined),
  });
}

function components(): readonly vscode.QuickPickItem[] {
  return [
    {
      label: "embedded-device",
      description: t("runs on its own hardware: PLC, sensor, drive (EDR)"),
    },
    { label: "software-application", description: t("runs on somebody else's machine (SAR)") },
    {
      label: "host-device",
      description: t("a computer with an operating system for general use (HDR)"),
    },
    {
      label: "network-device",
      description: t("passes on traffic of others: switch, firewall (NDR)"),
    },
  ];
}

async function askComponents({ uri }: ProductFolder): Promise<readonly string[] | undefined> {
  const set = vscode.workspace.getConfiguration("iec62443", uri).get<unknown>("component");
  const preset = Array.isArray(set) ? set : [];
  const picked = await vscode.window.showQuickPick(
    components().map((it) => ({ ...it, picked: preset.includes(it.label) })),
    {
      title: title(2),
      placeHolder: t("Kinds of component; none ticked: all of them"),
      canPickMany: true,
      ignoreFocusOut: true,
    },
  );
  return picked?.map(({ label }) => label);
}

async function askTarget(): Promise<{ readonly target?: number } | undefined> {
  const levels = levelWords().map(({ level, words }) => ({
    label: `SL ${level}`,
    detail: words,
    said: { target: level },
  }));
  const none = {
    label: t("None yet"),
    detail: t("Requirements of every level are listed"),
    said: {},
  };
  const picked = await vscode.window.showQuickPick([none, ...levels], {
    title: title(3),
    placeHolder: t("Which security level is aimed at?"),
    ignoreFocusOut: true,
  });
  return picked?.said;
}

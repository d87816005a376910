import * as vscode from "vscode";
import { registerCommands } from "./commands.ts";
import { CoveragePanel } from "./coveragePanel.ts";
import { CoverageSource } from "./coverageSource.ts";
import { CoverageTree } from "./coverageTree.ts";
import { Disposables } from "./disposables.ts";
import { FileDecorations } from "./fileDecorations.ts";
import { followEditor } from "./followEditor.ts";
import { insertAction } from "./insertAction.ts";
import { speak } from "./l10n.ts";
import { languageModelTools } from "./languageModelTools.ts";
import { RequirementPages } from "./requirementPages.ts";
import { Server } from "./server.ts";
import { startWhenNeeded } from "./serverStart.ts";
import { ServerStatus } from "./serverStatus.ts";
import { StatusBar } from "./statusBar.ts";
import { offerTasks } from "./tasks.ts";

let server: Server | undefined;

/** Puts the views up. The server starts by itself a moment later. */
export function activate(context: vscode.ExtensionContext): void {
  const began = performance.now();
  speak({ bundle: vscode.l10n.bundle, language: vscode.env.language });
  const owned = new Disposables();
  context.subscriptions.push(owned);

  const log = owned.add(vscode.window.createOutputChannel("IEC 62443", { log: true }));
  server = owned.add(
    new Server(
      { module: context.asAbsolutePath("dist/server.cjs"), cache: cacheFolder(context) },
      log,
    ),
  );
  const source = owned.add(new CoverageSource(server));
  const tree = owned.add(new CoverageTree({ server, source, memory: context.workspaceState }));
  const pages = owned.add(new RequirementPages(server));
  const panel = owned.add(new CoveragePanel(context.extensionUri, { server, source, pages }));
  owned.add(new StatusBar(source));
  owned.add(new ServerStatus({ server, source }));
  const { extension } = context;
  const commandLine = context.asAbsolutePath("dist/cli.cjs");
  owned.add(offerTasks(commandLine));
  owned.add(registerCommands({ server, source, tree, panel, pages, log, extension, commandLine }));
  owned.add(new FileDecorations());
  owned.add(insertAction());
  owned.add(followEditor({ server, tree }));
  owned.add(languageModelTools(server));
  owned.add(startWhenNeeded(server, tree));

  log.info(`Activated in ${(performance.now() - began).toFixed(1)} ms.`);
}

/** Lets the server end in order. */
export function deactivate(): Promise<void> | undefined {
  return server?.stop();
}

/** VS Code's folder for this workspace, which it takes away with it. */
function cacheFolder({ storageUri }: vscode.ExtensionContext): string | undefined {
  return storageUri?.scheme === "file" ? storageUri.fsPath : undefined;
}

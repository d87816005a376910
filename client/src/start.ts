import * as vscode from "vscode";
import { registerCommands } from "./commands.ts";
import type { Connect } from "./connection.ts";
import { CoveragePanel } from "./coveragePanel.ts";
import { CoverageSource } from "./coverageSource.ts";
import { CoverageTree } from "./coverageTree.ts";
import type { Machine } from "./diagnosticsReport.ts";
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

/** What differs between a machine and a browser. */
export interface Place {
  readonly connect: Connect;
  /** The file of the command line; nothing where no program can be run. */
  readonly commandLine: string | undefined;
  /** What the extension runs on, for who reports a fault. */
  readonly machine: Machine;
}

/** Puts the views up. The server starts by itself a moment later. */
export function start(
  context: vscode.ExtensionContext,
  { connect, commandLine, machine }: Place,
): void {
  const began = performance.now();
  speak({ bundle: vscode.l10n.bundle, language: vscode.env.language });
  const owned = new Disposables();
  context.subscriptions.push(owned);

  const log = owned.add(vscode.window.createOutputChannel("IEC 62443", { log: true }));
  server = owned.add(new Server(connect, log));
  const source = owned.add(new CoverageSource(server));
  const tree = owned.add(new CoverageTree({ server, source, memory: context.workspaceState }));
  const pages = owned.add(new RequirementPages(server));
  const panel = owned.add(new CoveragePanel(context.extensionUri, { server, source, pages }));
  owned.add(new StatusBar(source));
  owned.add(new ServerStatus({ server, source }));
  const { extension } = context;
  if (commandLine !== undefined) owned.add(offerTasks(commandLine));
  const views = { source, tree, panel, pages };
  owned.add(registerCommands({ server, ...views, log, extension, commandLine, machine }));
  owned.add(new FileDecorations());
  owned.add(insertAction());
  owned.add(followEditor({ server, tree }));
  owned.add(languageModelTools(server));
  owned.add(startWhenNeeded(server, tree));

  log.info(`Activated in ${(performance.now() - began).toFixed(1)} ms.`);
}

/** Lets the server end in order. */
export function stop(): Promise<void> | undefined {
  return server?.stop();
}

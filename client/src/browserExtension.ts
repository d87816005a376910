import * as vscode from "vscode";
import { connectionTo } from "./browserClient.ts";
import { start, stop } from "./start.ts";

/** VS Code in a browser alone: the server is a web worker, and no program can be run. */
export function activate(context: vscode.ExtensionContext): void {
  const script = vscode.Uri.joinPath(context.extensionUri, "dist/serverBrowser.js");
  start(context, {
    connect: (log, events) => connectionTo(script, log, events),
    commandLine: undefined,
    machine: () => ({ system: "browser" }),
  });
}

export const deactivate = stop;

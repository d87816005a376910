import { release } from "node:os";
import type * as vscode from "vscode";
import { start, stop } from "./start.ts";

/** VS Code on a machine: the server is a process, and the command line can be run. */
export function activate(context: vscode.ExtensionContext): void {
  const program = {
    module: context.asAbsolutePath("dist/server.cjs"),
    cache: cacheFolder(context),
  };
  start(context, {
    connect: async (log, events) =>
      (await import("./languageClient.ts")).connectionTo(program, log, events),
    commandLine: context.asAbsolutePath("dist/cli.cjs"),
    machine: () => ({
      node: process.versions.node,
      system: `${process.platform} ${process.arch} ${release()}`,
    }),
  });
}

export const deactivate = stop;

/** VS Code's folder for this workspace, which it takes away with it. */
function cacheFolder({ storageUri }: vscode.ExtensionContext): string | undefined {
  return storageUri?.scheme === "file" ? storageUri.fsPath : undefined;
}

import type * as vscode from "vscode";
import { LanguageClient, TransportKind } from "vscode-languageclient/node";
import { clientOptions, connectionOf } from "./clientOptions.ts";
import type { Connection, ConnectionEvents } from "./connection.ts";

/** The server's file, and where it may keep what it can make again; nothing where no folder is open. */
export interface ServerProgram {
  readonly module: string;
  readonly cache: string | undefined;
}

/**
 * Prepares a client for the language server as a process. This file is the only one that loads the language
 * client's library, and it is loaded only when a server is to start: activation stays cheap.
 */
export function connectionTo(
  { module, cache }: ServerProgram,
  log: vscode.LogOutputChannel,
  events: ConnectionEvents,
): Connection {
  const server = { module, transport: TransportKind.ipc };
  const debug = { ...server, options: { execArgv: ["--nolazy", "--inspect=6009"] } };
  const client = new QuietClient(
    "iec62443",
    "IEC 62443",
    { run: server, debug },
    clientOptions(log, { cache }),
  );
  return connectionOf(client, events);
}

/** Writes its errors to the log alone: the coverage view says what a person has to know. */
class QuietClient extends LanguageClient {
  override error(message: string, data?: unknown): void {
    super.error(message, data, false);
  }
}

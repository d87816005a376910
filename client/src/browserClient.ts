import type * as vscode from "vscode";
import {
  BrowserMessageReader,
  BrowserMessageWriter,
  LanguageClient,
} from "vscode-languageclient/browser";
import { clientOptions, connectionOf } from "./clientOptions.ts";
import type { Connection, ConnectionEvents } from "./connection.ts";

/** Of a browser's web worker what is used here; the types of a page would let in more than there is. */
declare const Worker: new (
  address: string,
) => ConstructorParameters<typeof BrowserMessageWriter>[0] & { terminate(): void };

/** Prepares a client for the language server as a web worker, whose script stands at an address. */
export function connectionTo(
  script: vscode.Uri,
  log: vscode.LogOutputChannel,
  events: ConnectionEvents,
): Connection {
  let end = () => {};
  const client = new QuietClient(
    "iec62443",
    "IEC 62443",
    // VS Code puts a constructor of its own in the place of the browser's, and the library knows no worker of that one.
    async () => {
      end();
      const worker = new Worker(script.toString(true));
      end = () => worker.terminate();
      return { reader: new BrowserMessageReader(worker), writer: new BrowserMessageWriter(worker) };
    },
    clientOptions(log, { cache: undefined }),
  );
  const connection = connectionOf(client, events);
  return { ...connection, stop: () => connection.stop().finally(() => end()) };
}

/** Writes its errors to the log alone: the coverage view says what a person has to know. */
class QuietClient extends LanguageClient {
  override error(message: string, data?: unknown): void {
    super.error(message, data, false);
  }
}

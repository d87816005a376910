import { Console } from "node:console";
import {
  createConnection,
  LSPErrorCodes,
  Message,
  type ResponseMessage,
} from "vscode-languageserver/node";
import { startServer } from "./server.ts";

const TRANSPORTS = ["--stdio", "--node-ipc", "--socket", "--pipe"];

/** Serves the client that started this process, over the transport that its arguments name. */
export function runServer(): void {
  const isConnected = process.argv
    .slice(2)
    .some((it) => TRANSPORTS.includes(it.split("=", 1)[0] ?? ""));
  if (!isConnected) {
    process.stderr.write(
      "This is a language server: an editor starts it with --stdio or --node-ipc.\n",
    );
    process.exitCode = 2;
    return;
  }
  const connection = createConnection({ cancelUndispatched });
  // The protocol alone owns stdout: one stray line would end the session.
  globalThis.console = new Console({ stdout: process.stderr, stderr: process.stderr });
  surviveFaults();
  process.once("disconnect", () => process.exit(1));
  startServer(connection);
}

/** A request that is cancelled while it waits in the queue is answered at once and never begun. */
function cancelUndispatched(message: Message): ResponseMessage | undefined {
  if (!Message.isRequest(message)) return undefined;
  const error = { code: LSPErrorCodes.RequestCancelled, message: "The client no longer waits." };
  return { jsonrpc: "2.0", id: message.id, error };
}

/** A fault that no handler caught costs a line in the log, not the session. */
function surviveFaults(): void {
  const report = (error: unknown) =>
    console.error(error instanceof Error ? (error.stack ?? error.message) : error);
  process.on("uncaughtException", report);
  process.on("unhandledRejection", report);
}

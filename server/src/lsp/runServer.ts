import { Console } from "node:console";
import { createConnection } from "vscode-languageserver/node";
import { cancelUndispatched } from "./cancelUndispatched.ts";
import { openSession } from "./openSession.ts";
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
  startServer(connection, openSession);
}

/** A fault that no handler caught costs a line in the log, not the session. */
function surviveFaults(): void {
  const report = (error: unknown) =>
    console.error(error instanceof Error ? (error.stack ?? error.message) : error);
  process.on("uncaughtException", report);
  process.on("unhandledRejection", report);
}

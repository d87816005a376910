import type { Connection, InitializeParams } from "vscode-languageserver";
import { builtInCatalog } from "../workspace/builtInCatalog.ts";
import { nodeFiles } from "../workspace/fileSystem.ts";
import { today } from "../workspace/today.ts";
import { Session } from "./session.ts";

/** Begins to serve a client that has introduced itself. Most of the server hangs on it: see apart.mjs. */
export function openSession(connection: Connection, params: InitializeParams): Session {
  return new Session(connection, params, {
    files: nodeFiles(),
    catalog: builtInCatalog(),
    today,
  });
}

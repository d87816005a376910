import type { Connection, InitializeParams } from "vscode-languageserver";
import { builtInCatalog } from "../workspace/builtInCatalog.ts";
import { NOWHERE } from "../workspace/nowhere.ts";
import { today } from "../workspace/today.ts";
import { Session } from "./session.ts";

/** Begins to serve a client in a browser: what it has open is read, and there is nothing else. */
export function openBrowserSession(connection: Connection, params: InitializeParams): Session {
  return new Session(connection, params, {
    files: NOWHERE,
    catalog: builtInCatalog(),
    today: () => today({}),
    machine: () => ({ system: "browser", seconds: Math.round(performance.now() / 1000) }),
  });
}

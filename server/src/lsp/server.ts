import type { Connection, InitializeParams } from "vscode-languageserver";
import { builtInCatalog } from "../workspace/builtInCatalog.ts";
import { nodeFiles } from "../workspace/fileSystem.ts";
import { today } from "../workspace/today.ts";
import { SERVER_CAPABILITIES } from "./capabilities.ts";
import { Session } from "./session.ts";

/** Serves one client on a connection, from its introduction to its shutdown. */
export function startServer(connection: Connection): void {
  connection.onInitialize((params: InitializeParams) => {
    const session = new Session(connection, params, {
      files: nodeFiles(),
      catalog: builtInCatalog(),
      today,
    });
    connection.onInitialized(() => session.start());
    connection.onShutdown(() => session.dispose());
    return { capabilities: SERVER_CAPABILITIES, serverInfo: { name: "IEC 62443 Annotations" } };
  });
  connection.listen();
}

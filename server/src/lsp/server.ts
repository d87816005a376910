import type { Connection, InitializeParams } from "vscode-languageserver";
import { serverCapabilities } from "./capabilities.ts";
import type { Session } from "./session.ts";

/** Begins to serve a client that has introduced itself. */
export type OpenSession = (connection: Connection, params: InitializeParams) => Session;

/** Serves one client on a connection, from its introduction to its shutdown. */
export function startServer(connection: Connection, openSession: OpenSession): void {
  connection.onInitialize((params: InitializeParams) => {
    let session: Session | undefined;
    let isOver = false;
    const open = () => {
      session ??= openSession(connection, params);
      return session;
    };
    connection.onInitialized(() => open().start());
    connection.onShutdown(() => {
      isOver = true;
      session?.dispose();
    });
    afterAnswer(() => isOver || open());
    return {
      capabilities: serverCapabilities(params),
      serverInfo: { name: "IEC 62443 Annotations" },
    };
  });
  connection.listen();
}

/** The client gets its answer first, and reads it while the rest is loaded. The library writes in the turn that follows. */
function afterAnswer(then: () => void): void {
  setImmediate(() => setImmediate(then));
}

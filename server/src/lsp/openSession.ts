import type { Connection, InitializeParams } from "vscode-languageserver";
import { builtInCatalog } from "../workspace/builtInCatalog.ts";
import { userCacheFolder } from "../workspace/cache/cacheFolder.ts";
import { nodeFiles } from "../workspace/fileSystem.ts";
import { workerOptions } from "../workspace/scanning/workerOptions.ts";
import { today } from "../workspace/today.ts";
import { Session } from "./session.ts";

/** Begins to serve a client that has introduced itself. Most of the server hangs on it: see apart.mjs. */
export function openSession(connection: Connection, params: InitializeParams): Session {
  const cache = cacheFolder(params.initializationOptions);
  return new Session(connection, params, {
    files: nodeFiles(),
    catalog: builtInCatalog(),
    today,
    ...workerOptions(__dirname),
    ...(cache !== undefined && { cache }),
  });
}

/** The folder that the client has for what can be made again, else the user's; none where it says so. */
function cacheFolder(options: unknown): string | undefined {
  const { cache } = (options ?? {}) as { cache?: unknown };
  if (typeof cache === "string") return cache;
  return cache === false ? undefined : userCacheFolder(process.env, process.platform);
}

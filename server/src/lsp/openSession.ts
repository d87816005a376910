import type { Connection, InitializeParams } from "vscode-languageserver";
import type { ServerStatistics } from "../protocol/statistics.ts";
import { builtInCatalog } from "../workspace/builtInCatalog.ts";
import { cacheIn } from "../workspace/cache/cacheFolder.ts";
import { nodeFiles } from "../workspace/fileSystem.ts";
import { workerOptions } from "../workspace/scanning/workerOptions.ts";
import { today } from "../workspace/today.ts";
import { optionsOf } from "./options.ts";
import { Session } from "./session.ts";

/** Begins to serve a client that has introduced itself. Most of the server hangs on it: see apart.mjs. */
export function openSession(connection: Connection, params: InitializeParams): Session {
  return new Session(connection, params, {
    files: nodeFiles(),
    catalog: builtInCatalog(),
    today,
    machine,
    ...workerOptions(__dirname),
    ...cacheOf(params),
  });
}

/** The cache in the folder that the client names, else in the user's own; none where it says so. */
function cacheOf(params: InitializeParams): ReturnType<typeof cacheIn> {
  const { cache } = optionsOf(params);
  if (cache === false || process.argv.includes("--no-cache")) return {};
  return typeof cache === "string" ? cacheIn(cache) : cacheIn();
}

const MEBIBYTE = 1024 * 1024;

function machine(): ServerStatistics {
  const { rss, heapUsed } = process.memoryUsage();
  return {
    node: process.versions.node,
    system: `${process.platform} ${process.arch}`,
    seconds: Math.round(process.uptime()),
    memory: { resident: Math.round(rss / MEBIBYTE), heap: Math.round(heapUsed / MEBIBYTE) },
  };
}

import type { Connection } from "vscode-languageserver";
import type { Log } from "./handle.ts";

/** The log that the client shows. Once the client is gone, nobody is left to tell. */
export function clientLog({ console }: Connection): Log {
  const safely = (write: () => void) => {
    try {
      write();
    } catch {
      // The connection is closed.
    }
  };
  return {
    error: (message) => safely(() => console.error(message)),
    warn: (message) => safely(() => console.warn(message)),
    info: (message) => safely(() => console.info(message)),
  };
}

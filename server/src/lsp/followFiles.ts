import type { Connection } from "vscode-languageserver";
import type { FileChange } from "../workspace/workspace.ts";
import { clientLog } from "./clientLog.ts";
import { handleNotification } from "./handle.ts";
import { toFileChange } from "./watchedFiles.ts";

/**
 * Listens to all that a client tells of the disk: what it watches, and what a person does to files
 * and folders in it. Some of it comes twice, which does no harm.
 */
export function followFiles(
  connection: Connection,
  follow: (changes: readonly FileChange[]) => Promise<void>,
): void {
  const log = clientLog(connection);
  const { workspace } = connection;
  connection.onDidChangeWatchedFiles(
    handleNotification(log, "Following files", ({ changes }) => follow(changes.map(toFileChange))),
  );
  workspace.onDidCreateFiles(
    handleNotification(log, "Following new files", ({ files }) =>
      follow(files.map(({ uri }) => ({ uri, type: "created" }))),
    ),
  );
  workspace.onDidDeleteFiles(
    handleNotification(log, "Following deleted files", ({ files }) =>
      follow(files.map(({ uri }) => ({ uri, type: "deleted" }))),
    ),
  );
  workspace.onDidRenameFiles(
    handleNotification(log, "Following renamed files", ({ files }) =>
      follow(
        files.flatMap(({ oldUri, newUri }): FileChange[] => [
          { uri: oldUri, type: "deleted" },
          { uri: newUri, type: "created" },
        ]),
      ),
    ),
  );
}

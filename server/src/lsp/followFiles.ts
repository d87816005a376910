import type { Connection } from "vscode-languageserver";
import type { FileChange } from "../workspace/workspace.ts";
import { clientLog } from "./clientLog.ts";
import { handleNotification } from "./handle.ts";
import { isUri } from "./uris.ts";
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
  const followValid = (changes: readonly FileChange[]) =>
    follow(changes.filter(({ uri }) => isUri(uri)));
  connection.onDidChangeWatchedFiles(
    handleNotification(log, "Following files", ({ changes }) =>
      followValid(changes.map(toFileChange)),
    ),
  );
  workspace.onDidCreateFiles(
    handleNotification(log, "Following new files", ({ files }) =>
      followValid(files.map(({ uri }) => ({ uri, type: "created" }))),
    ),
  );
  workspace.onDidDeleteFiles(
    handleNotification(log, "Following deleted files", ({ files }) =>
      followValid(files.map(({ uri }) => ({ uri, type: "deleted" }))),
    ),
  );
  workspace.onDidRenameFiles(
    handleNotification(log, "Following renamed files", ({ files }) =>
      followValid(
        files.flatMap(({ oldUri, newUri }): FileChange[] => [
          { uri: oldUri, type: "deleted" },
          { uri: newUri, type: "created" },
        ]),
      ),
    ),
  );
}

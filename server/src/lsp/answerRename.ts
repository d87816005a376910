import {
  LSPErrorCodes,
  type PrepareRenameParams,
  type PrepareRenameResult,
  type RenameParams,
  ResponseError,
  type WorkspaceEdit,
} from "vscode-languageserver";
import { prepareRename, rename } from "../features/rename.ts";
import type { Refusal } from "../features/renaming.ts";
import { willRenameFiles } from "../features/willRenameFiles.ts";
import { workspaceEdit } from "../features/workspaceEdit.ts";
import { normaliseUri } from "../workspace/uris.ts";
import type { AnswerOptions } from "./answerRequests.ts";
import { clientLog } from "./clientLog.ts";
import { handle } from "./handle.ts";
import { isUri } from "./uris.ts";

/** Connects the requests that give ids of one's own, and files, another name. */
export function answerRename(options: AnswerOptions): void {
  const { connection, workspace, support } = options;
  const log = clientLog(connection);
  connection.onPrepareRename(
    handle<PrepareRenameParams, PrepareRenameResult | null>(
      log,
      "what to rename",
      null,
      ({ textDocument, position }) => {
        const uri = normaliseUri(textDocument.uri);
        const found = orError(prepareRename(workspace.snapshot, uri, position));
        return found ?? (support.pages ? ASK_OTHERS : null);
      },
    ),
  );
  connection.onRenameRequest(
    handle<RenameParams, WorkspaceEdit | null>(log, "rename", null, (params) =>
      renamed(options, params),
    ),
  );
  answerMoves(options);
}

/**
 * VS Code asks one extension after the other, and takes nothing for a refusal in the name of all: then what a language
 * renames by itself, without being prepared, could not be renamed any more. This goes on to the next.
 */
const ASK_OTHERS = { defaultBehavior: true };

function answerMoves({ connection, workspace, version, support }: AnswerOptions): void {
  connection.workspace.onWillRenameFiles(
    handle(clientLog(connection), "paths of moved files", null, ({ files }) => {
      const moves = files
        .filter(({ oldUri, newUri }) => isUri(oldUri) && isUri(newUri))
        .map((it) => ({ oldUri: normaliseUri(it.oldUri), newUri: normaliseUri(it.newUri) }));
      const edits = willRenameFiles(workspace.snapshot, moves);
      if (edits.length === 0) return null;
      return workspaceEdit(edits, "Write the new path", version, support.edits);
    }),
  );
}

function renamed(
  { workspace, support, version, indexing }: AnswerOptions,
  { textDocument, position, newName }: RenameParams,
): WorkspaceEdit | ResponseError<never> | null {
  if (indexing()) return orError<never>({ problem: STILL_READING });
  const uri = normaliseUri(textDocument.uri);
  const found = orError(rename(workspace.snapshot, uri, position, newName));
  if (found === null || found instanceof ResponseError) return found;
  return workspaceEdit(found.edits, `Rename to ${newName.trim()}`, version, support.edits);
}

const STILL_READING = "The files are still being read. Try again when that is done.";

/** An answer, or an error whose sentence the editor shows. */
function orError<T extends object>(
  answer: T | Refusal | undefined,
): T | ResponseError<never> | null {
  if (answer === undefined) return null;
  return isRefusal(answer)
    ? new ResponseError(LSPErrorCodes.RequestFailed, answer.problem)
    : answer;
}

function isRefusal(answer: object): answer is Refusal {
  return "problem" in answer;
}

import type * as vscode from "vscode";
import type { ProjectEdit } from "../../server/src/protocol/projectEdits.ts";
import type { Method, Params, Result } from "../../server/src/protocol/requests.ts";

/** What the rest of the client needs of a language server. */
export interface Connection {
  start(): Promise<void>;
  stop(): Promise<void>;
  ask<M extends Method>(
    method: M,
    params: Params<M>,
    token?: vscode.CancellationToken,
  ): Promise<Result<M>>;
  toEdit(edit: ProjectEdit["edit"]): Promise<vscode.WorkspaceEdit>;
}

export interface ConnectionEvents {
  readonly onCoverageDidChange: () => void;
  readonly onState: (state: "starting" | "running" | "stopped") => void;
}

/** Prepares a connection to a server that is not yet started. What it needs of libraries is loaded here, not before. */
export type Connect = (
  log: vscode.LogOutputChannel,
  events: ConnectionEvents,
) => Promise<Connection> | Connection;

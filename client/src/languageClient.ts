import * as vscode from "vscode";
import {
  CloseAction,
  ErrorAction,
  type ErrorHandler,
  LanguageClient,
  type LanguageClientOptions,
  RevealOutputChannelOn,
  State,
  TransportKind,
} from "vscode-languageclient/node";
import type { ProjectEdit } from "../../server/src/protocol/projectEdits.ts";
import {
  COVERAGE_DID_CHANGE,
  type Method,
  type Params,
  type Result,
} from "../../server/src/protocol/requests.ts";
import { documentSchemes } from "./documentSchemes.ts";
import { withPageCommands } from "./pageLinks.ts";

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

/** The server's file, and where it may keep what it can make again; nothing where no folder is open. */
export interface ServerProgram {
  readonly module: string;
  readonly cache: string | undefined;
}

export interface ConnectionEvents {
  readonly onCoverageDidChange: () => void;
  readonly onState: (state: "starting" | "running" | "stopped") => void;
}

/**
 * Prepares a client for the language server. This file is the only one that loads the language
 * client's library, and it is loaded only when a server is to start: activation stays cheap.
 */
export function connectionTo(
  { module, cache }: ServerProgram,
  log: vscode.LogOutputChannel,
  events: ConnectionEvents,
): Connection {
  const server = { module, transport: TransportKind.ipc };
  const debug = { ...server, options: { execArgv: ["--nolazy", "--inspect=6009"] } };
  const client = new QuietClient(
    "iec62443",
    "IEC 62443",
    { run: server, debug },
    clientOptions(log, cache),
  );
  client.onNotification(COVERAGE_DID_CHANGE, events.onCoverageDidChange);
  client.onDidChangeState(({ newState }) => events.onState(STATES[newState]));
  return {
    start: () => client.start(),
    stop: () => client.dispose(),
    ask: (method, params, token) => client.sendRequest(method, params, token),
    toEdit: (edit) => client.protocol2CodeConverter.asWorkspaceEdit(edit),
  };
}

const STATES = {
  [State.Starting]: "starting",
  [State.Running]: "running",
  [State.Stopped]: "stopped",
  [State.StartFailed]: "stopped",
} as const;

/** Writes its errors to the log alone: the coverage view says what a person has to know. */
class QuietClient extends LanguageClient {
  override error(message: string, data?: unknown): void {
    super.error(message, data, false);
  }
}

function clientOptions(
  log: vscode.LogOutputChannel,
  cache: string | undefined,
): LanguageClientOptions {
  return {
    documentSelector: documentSchemes().map((scheme) => ({ scheme })),
    diagnosticCollectionName: "iec62443",
    outputChannel: log,
    revealOutputChannelOn: RevealOutputChannelOn.Never,
    initializationOptions: { pages: true, cache: cache ?? false },
    middleware: {
      provideHover: async (document, position, token, next) => {
        const hover = await next(document, position, token);
        return hover && withPageLinks(hover);
      },
    },
    initializationFailedHandler: () => false,
    errorHandler: restartingThrice(),
  };
}

/** A hover follows no links of our scheme, but a command's; only the one that shows pages is let in. */
function withPageLinks(hover: vscode.Hover): vscode.Hover {
  const contents = hover.contents.map((it) => {
    const markdown = new vscode.MarkdownString(
      withPageCommands(it instanceof vscode.MarkdownString ? it.value : String(it)),
    );
    markdown.isTrusted = { enabledCommands: ["iec62443.openPage"] };
    return markdown;
  });
  return new vscode.Hover(contents, hover.range);
}

const MOST_RESTARTS = 3;
const WITHIN_MILLISECONDS = 180_000;

/** Starts a server that died again, until it died too often in a short time. Says so in the log only. */
function restartingThrice(): ErrorHandler {
  let deaths: readonly number[] = [];
  return {
    error: (_error, _message, count) => ({
      action: (count ?? 0) > MOST_RESTARTS ? ErrorAction.Shutdown : ErrorAction.Continue,
      handled: true,
    }),
    closed: () => {
      const now = Date.now();
      deaths = [...deaths.filter((it) => now - it < WITHIN_MILLISECONDS), now];
      const action = deaths.length > MOST_RESTARTS ? CloseAction.DoNotRestart : CloseAction.Restart;
      return { action, handled: true };
    },
  };
}

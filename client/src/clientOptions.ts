import * as vscode from "vscode";
import {
  type BaseLanguageClient,
  CloseAction,
  ErrorAction,
  type ErrorHandler,
  type LanguageClientOptions,
  RevealOutputChannelOn,
  State,
} from "vscode-languageclient";
import { COVERAGE_DID_CHANGE } from "../../server/src/protocol/requests.ts";
import type { Connection, ConnectionEvents } from "./connection.ts";
import { documentSchemes } from "./documentSchemes.ts";
import { withPageCommands } from "./pageLinks.ts";

/** A language client as the rest of the client sees it. */
export function connectionOf(client: BaseLanguageClient, events: ConnectionEvents): Connection {
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

/** How a language client behaves, whatever it is that it talks to. Its errors go to the log alone. */
export function clientOptions(
  log: vscode.LogOutputChannel,
  { cache }: { readonly cache: string | undefined },
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

import type {
  Location,
  LocationLink,
  SymbolInformation,
  WorkspaceSymbol,
  WorkspaceSymbolParams,
} from "vscode-languageserver";
import { documentHighlight } from "../features/documentHighlight.ts";
import { documentLink, pathLinks } from "../features/documentLink.ts";
import { documentSymbol, flatSymbols } from "../features/documentSymbol.ts";
import { implementation } from "../features/implementation.ts";
import { publicationLinks } from "../features/publicationLink.ts";
import {
  withoutRange,
  workspaceSymbol,
  workspaceSymbolResolve,
} from "../features/workspaceSymbol.ts";
import { normaliseUri } from "../workspace/uris.ts";
import { answerRename } from "./answerRename.ts";
import type { AnswerOptions } from "./answerRequests.ts";
import { clientLog } from "./clientLog.ts";
import { handle } from "./handle.ts";
import { inPieces } from "./inPieces.ts";

/** Connects the requests that lead from place to place. */
export function answerNavigation(options: AnswerOptions): void {
  const { connection, support, workspace } = options;
  const log = clientLog(connection);
  connection.onImplementation(
    handle(log, "implementation", null, ({ textDocument, position }) => {
      const links = implementation(workspace.snapshot, normaliseUri(textDocument.uri), position);
      return links === undefined ? null : linksOrPlaces(links, support.implementationLinks);
    }),
  );
  connection.onDocumentHighlight(
    handle(log, "highlights", null, ({ textDocument, position }) => {
      const found = documentHighlight(workspace.snapshot, normaliseUri(textDocument.uri), position);
      return found === undefined ? null : [...found];
    }),
  );
  connection.onDocumentLinks(
    handle(log, "links", null, ({ textDocument }) => {
      const uri = normaliseUri(textDocument.uri);
      const files = pathLinks(workspace.snapshot, uri).flatMap((link) => {
        const target = workspace.fileBelow(link.root, link.path);
        return target === undefined ? [] : [documentLink(link, target)];
      });
      const text = workspace.textOf(uri) ?? "";
      return [...files, ...publicationLinks(workspace.snapshot, uri, text)];
    }),
  );
  answerSymbols(options);
  answerRename(options);
}

function answerSymbols({ connection, support, workspace }: AnswerOptions): void {
  const log = clientLog(connection);
  connection.onDocumentSymbol(
    handle(log, "symbols of a file", null, ({ textDocument }) => {
      if (!workspace.config.documentSymbols) return [];
      const uri = normaliseUri(textDocument.uri);
      const symbols = documentSymbol(workspace.snapshot, uri, workspace.textOf(uri) ?? "");
      return support.nestedSymbols ? [...symbols] : flatSymbols(uri, symbols);
    }),
  );
  connection.onWorkspaceSymbol(
    handle<WorkspaceSymbolParams, WorkspaceSymbol[], SymbolInformation[]>(
      log,
      "symbols of the workspace",
      [],
      ({ query }, token, parts) => {
        const symbols = workspaceSymbol(workspace.snapshot, query);
        const shown = support.resolvesSymbols ? symbols.map(withoutRange) : symbols;
        return inPieces<WorkspaceSymbol>(shown, token, parts);
      },
    ),
  );
  connection.onWorkspaceSymbolResolve(async (symbol, token) => {
    const resolve = handle(log, "place of a symbol", symbol, () =>
      workspaceSymbolResolve(workspace.snapshot, symbol),
    );
    return resolve(symbol, token);
  });
}

/** The links, or only where they lead for clients that take no more. */
export function linksOrPlaces(
  links: readonly LocationLink[],
  takesLinks: boolean,
): LocationLink[] | Location[] {
  if (takesLinks) return [...links];
  return links.map((it) => ({ uri: it.targetUri, range: it.targetSelectionRange }));
}

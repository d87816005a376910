import {
  type ClientCapabilities,
  CodeActionKind,
  type FileOperationRegistrationOptions,
  type InitializeParams,
  type ServerCapabilities,
  TextDocumentSyncKind,
} from "vscode-languageserver";
import { FIX_ALL } from "../features/fixAll.ts";
import { TOKEN_MODIFIERS, TOKEN_TYPES } from "../features/tokenLegend.ts";
import { SERVER_COMMANDS } from "./commandNames.ts";
import { encodingFor } from "./encoding.ts";
import { optionsOf } from "./options.ts";

/** Files and folders alike: a folder that goes takes its annotations along. */
const EVERY_FILE: FileOperationRegistrationOptions = {
  filters: [{ scheme: "file", pattern: { glob: "**/*" } }],
};

/** What this server answers a client. */
export function serverCapabilities(params: InitializeParams): ServerCapabilities {
  const isOurs = optionsOf(params).pages === true;
  return {
    ...SERVER_CAPABILITIES,
    positionEncoding: encodingFor(params),
    renameProvider: preparesRename(params.capabilities) ? { prepareProvider: true } : true,
    // VS Code would register each of them as a command of the editor.
    ...(!isOurs && { executeCommandProvider: { commands: [...SERVER_COMMANDS] } }),
    ...(takesTokens(params.capabilities, isOurs) && { semanticTokensProvider: TOKENS }),
  };
}

/**
 * Whether tokens of annotations alone do good. A client that colours by nothing else would lose the colours of all
 * code; VS Code takes the tokens of one extension a file, and our own client has a grammar for annotations.
 */
function takesTokens({ textDocument }: ClientCapabilities, isOurs: boolean): boolean {
  const { semanticTokens } = textDocument ?? {};
  return semanticTokens !== undefined && semanticTokens.augmentsSyntaxTokens !== false && !isOurs;
}

/** Whether the client asks what is to be renamed first: others are not to be told that it could. */
function preparesRename({ textDocument }: ClientCapabilities): boolean {
  return textDocument?.rename?.prepareSupport === true;
}

const TOKENS: NonNullable<ServerCapabilities["semanticTokensProvider"]> = {
  legend: { tokenTypes: [...TOKEN_TYPES], tokenModifiers: [...TOKEN_MODIFIERS] },
  range: true,
  full: { delta: true },
};

/** What it answers whoever asks. */
const SERVER_CAPABILITIES: ServerCapabilities = {
  textDocumentSync: {
    openClose: true,
    change: TextDocumentSyncKind.Incremental,
    save: { includeText: false },
  },
  notebookDocumentSync: { notebookSelector: [{ notebook: "*", cells: [{ language: "*" }] }] },
  hoverProvider: true,
  codeLensProvider: { resolveProvider: true },
  inlayHintProvider: { resolveProvider: true },
  completionProvider: {
    // The brackets and the quotation mark are for project files.
    triggerCharacters: ["@", " ", ":", ".", "-", "(", "[", "{", '"'],
    resolveProvider: true,
  },
  codeActionProvider: {
    codeActionKinds: [CodeActionKind.QuickFix, CodeActionKind.Refactor, FIX_ALL],
  },
  definitionProvider: true,
  implementationProvider: true,
  referencesProvider: true,
  documentHighlightProvider: true,
  documentSymbolProvider: { label: "IEC 62443" },
  documentLinkProvider: { resolveProvider: false },
  workspaceSymbolProvider: { resolveProvider: true },
  workspace: {
    workspaceFolders: { supported: true, changeNotifications: true },
    fileOperations: {
      didCreate: EVERY_FILE,
      willRename: EVERY_FILE,
      didRename: EVERY_FILE,
      didDelete: EVERY_FILE,
    },
  },
};

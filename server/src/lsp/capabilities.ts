import {
  CodeActionKind,
  type FileOperationRegistrationOptions,
  PositionEncodingKind,
  type ServerCapabilities,
  TextDocumentSyncKind,
} from "vscode-languageserver";
import { FIX_ALL } from "../features/fixAll.ts";

/** Files and folders alike: a folder that goes takes its annotations along. */
const EVERY_FILE: FileOperationRegistrationOptions = {
  filters: [{ scheme: "file", pattern: { glob: "**/*" } }],
};

/** What this server answers. */
export const SERVER_CAPABILITIES: ServerCapabilities = {
  positionEncoding: PositionEncodingKind.UTF16,
  textDocumentSync: {
    openClose: true,
    change: TextDocumentSyncKind.Incremental,
    save: { includeText: false },
  },
  hoverProvider: true,
  codeLensProvider: { resolveProvider: true },
  completionProvider: {
    // The brackets and the quotation mark are for project files.
    triggerCharacters: ["@", " ", ":", ".", "-", "(", "[", "{", '"'],
    resolveProvider: true,
  },
  codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix, FIX_ALL] },
  definitionProvider: true,
  referencesProvider: true,
  workspace: {
    workspaceFolders: { supported: true, changeNotifications: true },
    fileOperations: { didCreate: EVERY_FILE, didRename: EVERY_FILE, didDelete: EVERY_FILE },
  },
};

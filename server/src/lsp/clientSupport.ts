import {
  type ClientCapabilities,
  CompletionItemTag,
  DiagnosticTag,
  type InitializeParams,
  InsertTextMode,
  MarkupKind,
} from "vscode-languageserver";
import type { CodeActionOptions } from "../features/codeActions.ts";
import type { CompletionOptions } from "../features/completionItems.ts";
import type { DiagnosticOptions } from "../features/diagnostics.ts";
import type { TextOptions } from "../features/requirementText.ts";
import type { EditOptions } from "../features/workspaceEdit.ts";
import { optionsOf } from "./options.ts";

/** What the client asks for anew when it is told to. */
export interface RefreshSupport {
  readonly codeLens: boolean;
  readonly inlayHints: boolean;
  readonly semanticTokens: boolean;
}

/** What the client can do, read once when it introduces itself. */
export interface ClientSupport {
  readonly hover: TextOptions;
  readonly documentation: TextOptions;
  readonly completion: CompletionOptions;
  readonly diagnostics: DiagnosticOptions;
  readonly codeActions: CodeActionOptions;
  /** Shows the read-only pages of requirements. Only our own client, in VS Code, does. */
  readonly pages: boolean;
  readonly definitionLinks: boolean;
  readonly implementationLinks: boolean;
  /** Takes symbols with the code that they are about; others take only places. */
  readonly nestedSymbols: boolean;
  /** Asks for the range of a symbol of the workspace when it leads there. */
  readonly resolvesSymbols: boolean;
  readonly edits: EditOptions;
  /** Whether an edit may make a file before it writes into it. */
  readonly createsFiles: boolean;
  /** Whether it changes documents when it is asked to. */
  readonly appliesEdits: boolean;
  readonly configuration: boolean;
  readonly registersConfiguration: boolean;
  readonly registersWatchers: boolean;
  readonly relativePatterns: boolean;
  readonly workspaceFolders: boolean;
  readonly refreshes: RefreshSupport;
}

/** Reads what the client says of itself; what it does not say it cannot do. */
export function clientSupport(params: InitializeParams): ClientSupport {
  const { capabilities } = params;
  const { textDocument, workspace } = capabilities;
  const pages = optionsOf(params).pages === true;
  const watching = workspace?.didChangeWatchedFiles;
  return {
    hover: { format: format(textDocument?.hover?.contentFormat), pages },
    documentation: {
      format: format(textDocument?.completion?.completionItem?.documentationFormat),
      pages,
    },
    completion: completionOptions(capabilities, pages),
    diagnostics: diagnosticOptions(capabilities),
    // Only our own client has the command that opens a place.
    codeActions: { ...diagnosticOptions(capabilities), opensPlaces: pages },
    pages,
    definitionLinks: textDocument?.definition?.linkSupport === true,
    implementationLinks: textDocument?.implementation?.linkSupport === true,
    resolvesSymbols:
      workspace?.symbol?.resolveSupport?.properties.includes("location.range") === true,
    nestedSymbols: textDocument?.documentSymbol?.hierarchicalDocumentSymbolSupport === true,
    edits: {
      versions: workspace?.workspaceEdit?.documentChanges === true,
      confirms: workspace?.workspaceEdit?.changeAnnotationSupport !== undefined,
    },
    createsFiles:
      workspace?.workspaceEdit?.documentChanges === true &&
      workspace.workspaceEdit.resourceOperations?.includes("create") === true,
    appliesEdits: workspace?.applyEdit === true,
    configuration: workspace?.configuration === true,
    registersConfiguration: workspace?.didChangeConfiguration?.dynamicRegistration === true,
    registersWatchers: watching?.dynamicRegistration === true,
    relativePatterns: watching?.relativePatternSupport === true,
    workspaceFolders: workspace?.workspaceFolders === true,
    refreshes: {
      codeLens: workspace?.codeLens?.refreshSupport === true,
      inlayHints: workspace?.inlayHint?.refreshSupport === true,
      semanticTokens: workspace?.semanticTokens?.refreshSupport === true,
    },
  };
}

function format(kinds: readonly MarkupKind[] | undefined): "markdown" | "plaintext" {
  return kinds?.includes(MarkupKind.Markdown) === true ? "markdown" : "plaintext";
}

function completionOptions({ textDocument }: ClientCapabilities, ours: boolean): CompletionOptions {
  const item = textDocument?.completion?.completionItem;
  const defaults = textDocument?.completion?.completionList?.itemDefaults;
  return {
    labelDetails: item?.labelDetailsSupport === true,
    defaultEditRange: defaults?.includes("editRange") === true,
    defaultData: defaults?.includes("data") === true,
    tags: item?.tagSupport?.valueSet.includes(CompletionItemTag.Deprecated) === true,
    deprecated: item?.deprecatedSupport === true,
    // The command that opens the list again has this name in VS Code only.
    suggestAgain: ours,
    snippets: item?.snippetSupport === true,
    insertTextModes: item?.insertTextModeSupport?.valueSet.includes(InsertTextMode.asIs) === true,
  };
}

function diagnosticOptions({ textDocument }: ClientCapabilities): DiagnosticOptions {
  const diagnostics = textDocument?.publishDiagnostics;
  return {
    relatedInformation: diagnostics?.relatedInformation === true,
    diagnosticTags: diagnostics?.tagSupport?.valueSet.includes(DiagnosticTag.Unnecessary) === true,
  };
}

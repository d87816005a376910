import { PassThrough } from "node:stream";
import { onTestFinished } from "vitest";
import {
  type ClientCapabilities,
  createConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from "vscode-languageserver/node";
import {
  type ApplyWorkspaceEditParams,
  createMessageConnection,
  type Diagnostic,
  type InitializeParams,
  type InitializeResult,
  type MessageConnection,
  type MessageReader,
  type MessageWriter,
  type ProgressToken,
  type PublishDiagnosticsParams,
  type Registration,
  type WorkspaceFolder,
} from "vscode-languageserver-protocol/node";
import { cancelUndispatched } from "../../server/src/lsp/cancelUndispatched.ts";
import { openSession } from "../../server/src/lsp/openSession.ts";
import { startServer } from "../../server/src/lsp/server.ts";
import type { CoverageResult } from "../../server/src/protocol/coverage.ts";

export interface WireOptions {
  readonly folders?: readonly string[];
  /** In the place of those of an editor that can do all we use. */
  readonly capabilities?: ClientCapabilities;
  readonly initializationOptions?: unknown;
  /** The section `iec62443` of the settings. */
  readonly settings?: unknown;
}

/** What VS Code says of itself, as far as the server asks. */
export const FULL_CAPABILITIES: ClientCapabilities = {
  workspace: {
    configuration: true,
    workspaceFolders: true,
    symbol: { resolveSupport: { properties: ["location.range"] } },
    workspaceEdit: {
      documentChanges: true,
      resourceOperations: ["create"],
      changeAnnotationSupport: { groupsOnLabel: true },
    },
    didChangeConfiguration: { dynamicRegistration: true },
    didChangeWatchedFiles: { dynamicRegistration: true, relativePatternSupport: true },
  },
  textDocument: {
    hover: { contentFormat: ["markdown", "plaintext"] },
    definition: { linkSupport: true },
    implementation: { linkSupport: true },
    rename: { prepareSupport: true },
    documentSymbol: { hierarchicalDocumentSymbolSupport: true },
    publishDiagnostics: { relatedInformation: true, tagSupport: { valueSet: [1, 2] } },
    completion: {
      completionItem: {
        documentationFormat: ["markdown"],
        insertReplaceSupport: true,
        labelDetailsSupport: true,
        tagSupport: { valueSet: [1] },
      },
    },
  },
  window: { workDoneProgress: true },
};

export interface Progress {
  readonly token: ProgressToken;
  readonly value: { readonly kind: string; readonly title?: string; readonly message?: string };
}

/** A client of the server that speaks the protocol and keeps what it is told. */
export class WireClient {
  readonly connection: MessageConnection;
  readonly diagnostics = new Map<string, readonly Diagnostic[]>();
  readonly published: PublishDiagnosticsParams[] = [];
  readonly log: string[] = [];
  readonly registrations = new Map<string, Registration>();
  readonly progress: Progress[] = [];
  coverageChanges = 0;
  /** What the client was told to ask for anew: `workspace/codeLens/refresh`. */
  readonly refreshes: string[] = [];
  /** What the server wants changed, and whether that is done. */
  readonly edits: ApplyWorkspaceEditParams[] = [];
  appliesEdits = true;
  settings: unknown;
  readonly #versions = new Map<string, number>();
  readonly #waiting = new Set<() => void>();
  readonly #end: () => void;

  constructor(reader: MessageReader, writer: MessageWriter, end: () => void) {
    this.connection = createMessageConnection(reader, writer);
    this.#end = end;
    this.#listen();
    this.connection.listen();
  }

  /** A real server on real streams, in this process. */
  static inProcess(): WireClient {
    const toServer = new PassThrough();
    const toClient = new PassThrough();
    const server = createConnection(
      new StreamMessageReader(toServer),
      new StreamMessageWriter(toClient),
      { cancelUndispatched },
    );
    startServer(server, openSession);
    const reader = new StreamMessageReader(toClient);
    return new WireClient(reader, new StreamMessageWriter(toServer), () => server.dispose());
  }

  async initialize({
    folders,
    capabilities = FULL_CAPABILITIES,
    initializationOptions = { pages: true },
    settings,
  }: WireOptions): Promise<InitializeResult> {
    this.settings = settings;
    const params: InitializeParams = {
      processId: null,
      rootUri: null,
      capabilities,
      initializationOptions,
      workspaceFolders: folders?.map(toFolder) ?? null,
    };
    const result = await this.connection.sendRequest<InitializeResult>("initialize", params);
    await this.notify("initialized", {});
    return result;
  }

  request<R>(method: string, params?: unknown): Promise<R> {
    return this.connection.sendRequest<R>(method, params);
  }

  notify(method: string, params: unknown): Promise<void> {
    return this.connection.sendNotification(method, params);
  }

  open(uri: string, text: string, languageId = "c"): Promise<void> {
    this.#versions.set(uri, 1);
    const textDocument = { uri, languageId, version: 1, text };
    return this.notify("textDocument/didOpen", { textDocument });
  }

  change(uri: string, ...contentChanges: readonly object[]): Promise<void> {
    const version = (this.#versions.get(uri) ?? 0) + 1;
    this.#versions.set(uri, version);
    return this.notify("textDocument/didChange", {
      textDocument: { uri, version },
      contentChanges,
    });
  }

  close(uri: string): Promise<void> {
    return this.notify("textDocument/didClose", { textDocument: { uri } });
  }

  changeFolders(added: readonly string[], removed: readonly string[]): Promise<void> {
    const event = { added: added.map(toFolder), removed: removed.map(toFolder) };
    return this.notify("workspace/didChangeWorkspaceFolders", { event });
  }

  changeSettings(settings: unknown): Promise<void> {
    this.settings = settings;
    return this.notify("workspace/didChangeConfiguration", { settings: null });
  }

  coverage(): Promise<CoverageResult> {
    return this.request("iec62443/coverage");
  }

  /** The coverage as soon as nothing is being read any more and it fits. */
  async settledCoverage(fits = (_: CoverageResult) => true): Promise<CoverageResult> {
    for (;;) {
      const before = this.coverageChanges;
      const coverage = await this.coverage();
      if (!coverage.indexing && fits(coverage)) return coverage;
      await this.until(() => this.coverageChanges > before);
    }
  }

  /** The codes of what is wrong in a file, by place. */
  codes(uri: string): readonly unknown[] | undefined {
    return this.diagnostics.get(uri)?.map((it) => it.code);
  }

  /** Waits until something holds; it is looked at whenever the server has said anything. */
  async until(holds: () => boolean): Promise<void> {
    while (!holds()) {
      await new Promise<void>((resolve) => {
        this.#waiting.add(resolve);
      });
    }
  }

  async stop(): Promise<void> {
    await this.request("shutdown");
    this.connection.dispose();
    this.#end();
  }

  #listen(): void {
    const { connection } = this;
    connection.onNotification((method, params) => this.#heard(() => this.#note(method, params)));
    connection.onRequest((method, params) => this.#heard(() => this.#answer(method, params)));
    connection.onUnhandledProgress((it) => this.#heard(() => this.progress.push(it as Progress)));
  }

  #heard<T>(react: () => T): T {
    const result = react();
    for (const wake of this.#waiting) wake();
    this.#waiting.clear();
    return result;
  }

  #note(method: string, params: unknown): void {
    switch (method) {
      case "textDocument/publishDiagnostics": {
        const published = params as PublishDiagnosticsParams;
        this.published.push(published);
        this.diagnostics.set(published.uri, published.diagnostics);
        return;
      }
      case "window/logMessage":
        this.log.push((params as { message: string }).message);
        return;
      case "iec62443/coverageDidChange":
        this.coverageChanges++;
    }
  }

  #answer(method: string, params: unknown): unknown {
    switch (method) {
      case "workspace/configuration":
        return (params as { items: unknown[] }).items.map(() => this.settings ?? null);
      case "workspace/applyEdit":
        this.edits.push(params as ApplyWorkspaceEditParams);
        return { applied: this.appliesEdits };
      case "client/registerCapability":
        for (const it of (params as { registrations: Registration[] }).registrations)
          this.registrations.set(it.id, it);
        return null;
      case "client/unregisterCapability":
        for (const it of (params as { unregisterations: Registration[] }).unregisterations)
          this.registrations.delete(it.id);
        return null;
      default:
        if (method.endsWith("/refresh")) this.refreshes.push(method);
        return null;
    }
  }
}

/** A client in session, for as long as the test lasts. */
export async function clientOf(options: WireOptions): Promise<WireClient> {
  const client = WireClient.inProcess();
  onTestFinished(() => client.stop());
  await client.initialize(options);
  return client;
}

function toFolder(uri: string): WorkspaceFolder {
  return { uri, name: uri.slice(uri.lastIndexOf("/") + 1) };
}

import {
  type Connection,
  DidChangeConfigurationNotification,
  type Disposable,
  type InitializeParams,
} from "vscode-languageserver";
import type { Catalog } from "../core/catalog.ts";
import { partSentences } from "../core/report/parts.ts";
import { RULES, RULES_OF_ONE_FILE } from "../core/rules/all.ts";
import { filesToCheck } from "../core/rules/check.ts";
import type { Snapshot } from "../core/snapshot.ts";
import { diagnostics } from "../features/diagnostics.ts";
import { COVERAGE_DID_CHANGE } from "../protocol/requests.ts";
import type { ServerStatistics } from "../protocol/statistics.ts";
import type { CacheOptions } from "../workspace/cache/folderCache.ts";
import type { FileSystem } from "../workspace/fileSystem.ts";
import type { WorkerOptions } from "../workspace/scanning/reading.ts";
import { Workspace, type WorkspaceChange } from "../workspace/workspace.ts";
import { answerOwn } from "./answerOwn.ts";
import { answerRequests } from "./answerRequests.ts";
import { clientLog } from "./clientLog.ts";
import { type ClientSupport, clientSupport } from "./clientSupport.ts";
import { Debounced } from "./debounced.ts";
import { DiagnosticsPublisher } from "./diagnosticsPublisher.ts";
import { eachMidnight } from "./eachMidnight.ts";
import { encodingFor } from "./encoding.ts";
import { followFiles } from "./followFiles.ts";
import { guarded, handleNotification, type Log, run } from "./handle.ts";
import { loadWithProgress } from "./loadWithProgress.ts";
import { OpenDocuments } from "./openDocuments.ts";
import { followNotebooks, NotebookCells } from "./openNotebooks.ts";
import { settingsIn } from "./options.ts";
import { Positions } from "./positions.ts";
import { prepareAnswers } from "./prepareAnswers.ts";
import { Refreshes } from "./refreshes.ts";
import { SECTION, Settings } from "./settings.ts";
import { translating } from "./translating.ts";
import { readableUris } from "./uris.ts";
import { WatchedFiles } from "./watchedFiles.ts";

/** Other files are checked again, and tree and panel are told, when so long nothing has changed: in milliseconds. */
const QUIET = 200;

export interface World {
  readonly files: FileSystem;
  readonly catalog: Catalog;
  /** The day as it is now: 2026-11-24. */
  readonly today: () => string;
  /** What this program runs on, for who reports a fault. */
  readonly machine: () => ServerStatistics;
  /** Absent: everything is read in one thread. */
  readonly workers?: WorkerOptions;
  /** Absent: everything is read each time. */
  readonly cache?: CacheOptions;
}

/** All that lives while one client is served. */
export class Session {
  readonly #connection: Connection;
  readonly #log: Log;
  readonly #support: ClientSupport;
  readonly #workspace: Workspace;
  readonly #settings: Settings;
  readonly #documents: OpenDocuments;
  readonly #publisher: DiagnosticsPublisher;
  readonly #watchedFiles: WatchedFiles;
  readonly #refreshes: Refreshes;
  readonly #quiet: Debounced;
  readonly #owned: Disposable[];
  readonly #stopLoading = new AbortController();
  #folders: readonly string[];
  #settingsTurn = 0;
  /** What the coverage was worked out of when the client was told last that it has changed. */
  #toldOf: Snapshot | undefined;
  /** Until the first load has ended, an empty index does not mean that there is nothing. */
  #isStarting = true;

  constructor(wire: Connection, params: InitializeParams, world: World) {
    const log = clientLog(wire);
    const support = clientSupport(params);
    const ruleCodes = RULES.map((it) => it.code);
    const workspace = new Workspace({ ...world, ruleCodes, log: (message) => log.warn(message) });
    const positions = new Positions(encodingFor(params), (uri) => workspace.textOf(uri));
    const connection = translating(wire, positions);
    this.#connection = connection;
    this.#log = log;
    this.#support = support;
    this.#workspace = workspace;
    this.#folders = foldersOf(params);
    this.#settings = new Settings({
      connection,
      log,
      asks: support.configuration,
      initial: settingsIn(params),
      ruleCodes,
    });
    this.#documents = new OpenDocuments(wire, workspace, positions.encoding);
    followNotebooks(wire, workspace, new NotebookCells(this.#documents, positions.encoding));
    this.#watchedFiles = new WatchedFiles(connection, support);
    this.#refreshes = new Refreshes(connection, support.refreshes);
    const indexing = () => this.#isStarting || workspace.indexing;
    this.#publisher = this.#publisherOf(indexing, positions);
    this.#quiet = new Debounced(QUIET, () => this.#tellOfQuiet());
    this.#owned = [
      eachMidnight(() => run(log, "Looking at the clock", () => workspace.lookAtClock())),
      this.#documents,
      this.#publisher,
      this.#quiet,
      { dispose: workspace.onDidChange((change) => this.#changed(change)) },
    ];
    answerRequests({
      connection,
      positions,
      support,
      workspace,
      version: (uri) => this.#documents.versionOf(uri),
      indexing,
      // Who asks for it wants nothing to be taken for granted.
      reindex: () => this.#useFolders({ fresh: true }),
      machine: world.machine,
      problems: () => [
        ...partSentences(workspace.snapshot.projects),
        ...workspace.problems,
        ...this.#settings.problems,
      ],
    });
    followFiles(connection, (changes) => this.#follow(workspace.filesChanged(changes)));
    this.#listen();
  }

  #publisherOf(indexing: () => boolean, positions: Positions): DiagnosticsPublisher {
    const workspace = this.#workspace;
    const connection = this.#connection;
    const log = this.#log;
    return new DiagnosticsPublisher({
      snapshot: () => workspace.snapshot,
      isPartial: indexing,
      diagnose: (uri) =>
        guarded(log, `Checking ${uri}`, [], () => {
          const rules = indexing() ? RULES_OF_ONE_FILE : RULES;
          const found = diagnostics(workspace.snapshot, uri, this.#support.diagnostics, rules);
          return positions.toWire(found, uri);
        }),
      files: () => filesToCheck(workspace.snapshot),
      version: (uri) => this.#documents.versionOf(uri),
      send: (params) =>
        run(log, "Publishing diagnostics", () => connection.sendDiagnostics(params)),
    });
  }

  /** Nothing has changed for a while: other files, the coverage and the lenses may be otherwise. */
  #tellOfQuiet(): void {
    const connection = this.#connection;
    const workspace = this.#workspace;
    this.#toldOf = workspace.snapshot;
    run(this.#log, "Checking other files", () => this.#publisher.settle());
    run(this.#log, "Telling of the coverage", () =>
      connection.sendNotification(COVERAGE_DID_CHANGE),
    );
    run(this.#log, "Having the client ask anew", () => this.#refreshes.send(workspace));
    run(this.#log, "Preparing answers", () =>
      prepareAnswers(workspace.snapshot, this.#documents.uris, this.#support.completion),
    );
  }

  /** The client is ready: settings first, so that nothing is read that they leave out. */
  start(): void {
    run(this.#log, "Starting", async () => {
      this.#register();
      await this.#useSettings();
      try {
        await this.#useFolders();
      } finally {
        this.#isStarting = false;
      }
    });
  }

  dispose(): void {
    for (const it of this.#owned) it.dispose();
    this.#stopLoading.abort();
  }

  #listen(): void {
    const connection = this.#connection;
    const log = this.#log;
    connection.onDidChangeConfiguration(
      handleNotification(log, "Reading the settings", async ({ settings }) => {
        this.#settings.tell(settings);
        await this.#useSettings();
        this.#quiet.ask();
      }),
    );
    answerOwn(connection, "iec62443/reindex", null, async () => {
      // Who asks for it wants nothing to be taken for granted.
      await this.#useFolders({ fresh: true });
      return null;
    });
    if (!this.#support.workspaceFolders) return;
    connection.workspace.onDidChangeWorkspaceFolders(
      handleNotification(log, "Changing folders", async ({ added, removed }) => {
        const gone = new Set(readableUris(removed.map((it) => it.uri)));
        const kept = this.#folders.filter((it) => !gone.has(it));
        this.#folders = readableUris([...kept, ...added.map((it) => it.uri)]);
        await this.#useFolders();
      }),
    );
  }

  /** The newest settings count, also when an older answer comes later. */
  async #useSettings(): Promise<void> {
    const turn = ++this.#settingsTurn;
    const config = await this.#settings.read();
    if (turn === this.#settingsTurn) this.#workspace.configure(config);
  }

  /** Asks the client for news that it gives only on request. Nobody waits for its answer. */
  #register(): void {
    const { client } = this.#connection;
    if (this.#support.registersConfiguration) {
      const options = { section: SECTION };
      run(this.#log, "Asking for news of settings", async () => {
        await client.register(DidChangeConfigurationNotification.type, options);
      });
    }
  }

  /** Reads the folders. Watching begins first, so that no change falls between the two. */
  async #useFolders({ fresh = false } = {}): Promise<void> {
    run(this.#log, "Asking for news of files", () => this.#watchedFiles.watch(this.#folders));
    this.#workspace.setFolders(this.#folders);
    const begin = performance.now();
    const loading = loadWithProgress(this.#connection, this.#stopLoading.signal, (options) =>
      this.#workspace.load({ ...options, fresh }),
    );
    await this.#follow(loading);
    const seconds = ((performance.now() - begin) / 1000).toFixed(1);
    this.#log.info(`Files read: ${this.#workspace.counts.files}, in ${seconds} s.`);
  }

  /** While something is being read, the coverage is not final: the client is told at both ends. */
  async #follow(reading: Promise<void>): Promise<void> {
    this.#quiet.ask();
    try {
      await reading;
    } finally {
      this.#quiet.ask();
    }
  }

  #changed(change: WorkspaceChange): void {
    this.#publisher.changed(change);
    // Most keystrokes are in code: they change no annotation, and nobody has to ask anew.
    if (!isSame(this.#toldOf, this.#workspace.snapshot)) this.#quiet.ask();
  }
}

/** Whether two snapshots say the same: what has not changed is the same value in both. */
function isSame(a: Snapshot | undefined, b: Snapshot): boolean {
  return (
    a !== undefined &&
    a.index === b.index &&
    a.projects === b.projects &&
    a.skipped === b.skipped &&
    a.today === b.today
  );
}

function foldersOf({ workspaceFolders, rootUri }: InitializeParams): readonly string[] {
  const folders = workspaceFolders?.map((it) => it.uri) ?? (rootUri ? [rootUri] : []);
  return readableUris(folders);
}

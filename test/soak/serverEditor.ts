import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { setTimeout as pause } from "node:timers/promises";
import {
  createMessageConnection,
  type Diagnostic,
  type MessageConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from "vscode-languageserver-protocol/node";
import type { CoverageResult } from "../../server/src/protocol/coverage.ts";
import { uriOfPath } from "../../server/src/workspace/uris.ts";
import { languageIdOf } from "./workspaceEditor.ts";
import type { Editor, Settings } from "./world.ts";

const TYPES = { created: 1, changed: 2, deleted: 3 };
/** Longer than the server waits for quiet before it speaks. */
const QUIET = 500;

/** How the server's process is started. */
interface Engine {
  readonly probe: string;
  readonly engine: readonly string[];
  readonly env: NodeJS.ProcessEnv;
}

/** An editor that talks to a server over stdio. */
export class ServerEditor implements Editor {
  readonly #child: ChildProcess;
  readonly #connection: MessageConnection;
  readonly #diagnostics = new Map<string, readonly Diagnostic[]>();
  readonly #versions = new Map<string, number>();
  #folders: readonly string[] = [];
  #settings: Settings = {};
  #heard = 0;

  private constructor(child: ChildProcess, connection: MessageConnection) {
    this.#child = child;
    this.#connection = connection;
    connection.onNotification("textDocument/publishDiagnostics", ({ uri, diagnostics }) => {
      this.#heard++;
      if (diagnostics.length === 0) this.#diagnostics.delete(uri);
      else this.#diagnostics.set(uri, diagnostics);
    });
    connection.onNotification(() => {
      this.#heard++;
    });
    connection.onRequest("workspace/configuration", ({ items }) => items.map(() => this.#settings));
    connection.onRequest(() => null);
    connection.listen();
  }

  /** Starts a server that collects its garbage and tells its memory when it is asked to. */
  static async start(program: string, { probe, engine, env }: Engine) {
    const args = [...engine, "--require", probe, program, "--stdio"];
    const stdio = ["pipe", "pipe", "inherit", "ipc"] as const;
    const child = spawn(process.execPath, args, { stdio: [...stdio], env });
    const { stdin, stdout } = child;
    if (stdin === null || stdout === null) throw new Error("The pipes are missing.");
    const connection = createMessageConnection(
      new StreamMessageReader(stdout),
      new StreamMessageWriter(stdin),
    );
    const editor = new ServerEditor(child, connection);
    const capabilities = { workspace: { configuration: true, workspaceFolders: true } };
    const params = { processId: null, rootUri: null, workspaceFolders: [], capabilities };
    await connection.sendRequest("initialize", params);
    editor.#tell("initialized", {});
    return editor;
  }

  #tell(method: string, params: unknown): void {
    void this.#connection.sendNotification(method, params);
  }

  open(path: string, text: string): void {
    const uri = uriOfPath(path);
    this.#versions.set(uri, 1);
    const textDocument = { uri, languageId: languageIdOf(path), version: 1, text };
    this.#tell("textDocument/didOpen", { textDocument });
  }

  edit(path: string, text: string): void {
    const uri = uriOfPath(path);
    const version = (this.#versions.get(uri) ?? 0) + 1;
    this.#versions.set(uri, version);
    const params = { textDocument: { uri, version }, contentChanges: [{ text }] };
    this.#tell("textDocument/didChange", params);
  }

  close(path: string): void {
    this.#tell("textDocument/didClose", { textDocument: { uri: uriOfPath(path) } });
  }

  setFolders(paths: readonly string[]): void {
    const folder = (path: string) => ({ uri: uriOfPath(path), name: path });
    const added = paths.filter((it) => !this.#folders.includes(it)).map(folder);
    const removed = this.#folders.filter((it) => !paths.includes(it)).map(folder);
    this.#folders = paths;
    this.#tell("workspace/didChangeWorkspaceFolders", { event: { added, removed } });
  }

  configure(settings: Settings): void {
    this.#settings = settings;
    this.#tell("workspace/didChangeConfiguration", { settings: null });
  }

  filesChanged(news: Parameters<Editor["filesChanged"]>[0]): void {
    const changes = news.map(({ path, type }) => ({ uri: uriOfPath(path), type: TYPES[type] }));
    this.#tell("workspace/didChangeWatchedFiles", { changes });
  }

  refresh(): void {
    void this.#connection.sendRequest("iec62443/reindex");
  }

  /** It has read what it was told to; what it says of that may come later. */
  async settled(): Promise<void> {
    while ((await this.#coverage()).indexing) await pause(20);
  }

  async #quiet(): Promise<void> {
    for (let before = -1; before !== this.#heard; await pause(QUIET)) {
      before = this.#heard;
      await this.settled();
    }
  }

  #coverage(): Promise<CoverageResult> {
    return this.#connection.sendRequest("iec62443/coverage");
  }

  /** All that it has told: findings of every file, coverage of every project with the places of its claims. */
  async everything(): Promise<unknown> {
    await this.#quiet();
    const coverage = await this.#coverage();
    const claims = coverage.projects.map(({ uri }) =>
      this.#connection.sendRequest("iec62443/claims", { project: uri }),
    );
    const diagnostics = [...this.#diagnostics].sort(([a], [b]) => (a < b ? -1 : 1));
    return JSON.parse(JSON.stringify({ coverage, claims: await Promise.all(claims), diagnostics }));
  }

  /** What its heap holds that is no garbage, in bytes. */
  async heap(): Promise<number> {
    await this.#quiet();
    const answer = once(this.#child, "message");
    this.#child.send("heap");
    const [used] = await answer;
    return used;
  }

  async end(): Promise<void> {
    await this.#connection.sendRequest("shutdown");
    this.#tell("exit", undefined);
    await once(this.#child, "exit");
  }
}

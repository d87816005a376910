import * as vscode from "vscode";
import type { ProjectEdit } from "../../server/src/protocol/projectEdits.ts";
import type { Method, Params, Result } from "../../server/src/protocol/requests.ts";
import type { Connect, Connection } from "./connection.ts";
import { Disposables } from "./disposables.ts";

export type ServerState = "idle" | "starting" | "running" | "failed";

/** The language server's life. It starts on the first `start`, and again on `restart`. */
export class Server implements vscode.Disposable {
  readonly #owned = new Disposables();
  readonly #changedState = this.#owned.add(new vscode.EventEmitter<ServerState>());
  readonly #changedCoverage = this.#owned.add(new vscode.EventEmitter<void>());
  readonly onDidChangeState = this.#changedState.event;
  readonly onDidChangeCoverage = this.#changedCoverage.event;
  readonly #connect: Connect;
  readonly #log: vscode.LogOutputChannel;
  #state: ServerState = "idle";
  #connection: Connection | undefined;
  #starting: Promise<void> | undefined;
  #life = 0;

  constructor(connect: Connect, log: vscode.LogOutputChannel) {
    this.#connect = connect;
    this.#log = log;
  }

  get state(): ServerState {
    return this.#state;
  }

  /** Starts the server unless it runs or has failed; waits for one on its way. Never throws: the state tells. */
  start(): Promise<void> {
    if (this.#state === "idle") this.#starting = this.#start();
    return this.#starting ?? Promise.resolve();
  }

  async #start(): Promise<void> {
    const life = ++this.#life;
    this.#become("starting");
    try {
      const connection = await this.#connect(this.#log, {
        onCoverageDidChange: () => this.#changedCoverage.fire(),
        onState: (state) => {
          if (life === this.#life) this.#become(state === "stopped" ? "failed" : state);
        },
      });
      // It may have been stopped while the library was read.
      if (life !== this.#life) return;
      this.#connection = connection;
      await connection.start();
    } catch (error) {
      this.#log.error("The language server could not be started.", String(error));
      if (life === this.#life) this.#become("failed");
    }
  }

  async restart(): Promise<void> {
    await this.stop();
    this.#become("idle");
    await this.start();
  }

  /** A server that is not running cannot be stopped, and need not be. */
  async stop(): Promise<void> {
    const connection = this.#connection;
    this.#life++;
    this.#connection = undefined;
    try {
      await connection?.stop();
    } catch (error) {
      this.#log.debug("Stopping the server:", String(error));
    }
  }

  /** What a running server answers; nothing where none runs, or where it does not answer. */
  async ask<M extends Method>(
    method: M,
    params: Params<M>,
    token?: vscode.CancellationToken,
  ): Promise<Result<M> | undefined> {
    if (this.#state !== "running") return undefined;
    try {
      return await this.#connection?.ask(method, params, token);
    } catch (error) {
      if (token?.isCancellationRequested) return undefined;
      this.#log.warn(`The server did not answer ${method}.`, String(error));
      return undefined;
    }
  }

  /** An edit of the server as the editor applies it; nothing where no server has been started. */
  async toEdit(edit: ProjectEdit["edit"]): Promise<vscode.WorkspaceEdit | undefined> {
    return this.#connection?.toEdit(edit);
  }

  /** Has every folder read afresh, by a new server where the last one failed; news of the coverage follows. */
  async reindex(): Promise<void> {
    if (this.#state === "running") await this.ask("iec62443/reindex", null);
    else if (this.#state === "failed") await this.restart();
    else await this.start();
  }

  dispose(): void {
    void this.stop();
    this.#owned.dispose();
  }

  #become(state: ServerState): void {
    if (this.#state === state) return;
    this.#state = state;
    this.#changedState.fire(state);
  }
}

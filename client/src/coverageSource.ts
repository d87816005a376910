import * as vscode from "vscode";
import type { CoverageResult } from "../../server/src/protocol/coverage.ts";
import type { CoverageStatus } from "./coverageStatus.ts";
import { Disposables } from "./disposables.ts";
import type { Server, ServerState } from "./server.ts";

/** The newest coverage that the server told. Every view follows this one value. */
export class CoverageSource implements vscode.Disposable {
  readonly #owned = new Disposables();
  readonly #changed = this.#owned.add(new vscode.EventEmitter<CoverageStatus>());
  readonly onDidChange = this.#changed.event;
  readonly #confirmed = this.#owned.add(new vscode.EventEmitter<void>());
  /** The index changed and the coverage is the same all the same: claims may stand elsewhere now. */
  readonly onDidConfirm = this.#confirmed.event;
  readonly #server: Server;
  #status: CoverageStatus = { kind: "starting" };
  #asking: Promise<void> | undefined;
  #askAgain = false;

  constructor(server: Server) {
    this.#server = server;
    this.#owned.add(server.onDidChangeState((state) => this.#follow(state)));
    this.#owned.add(server.onDidChangeCoverage(() => void this.refresh()));
  }

  get status(): CoverageStatus {
    return this.#status;
  }

  /** Asks the server; a change that comes meanwhile makes it ask once more, however many came. */
  refresh(): Promise<void> {
    this.#askAgain = this.#asking !== undefined;
    this.#asking ??= this.#ask().finally(() => {
      this.#asking = undefined;
      if (this.#askAgain) void this.refresh();
    });
    return this.#asking;
  }

  dispose(): void {
    this.#owned.dispose();
  }

  async #ask(): Promise<void> {
    const coverage = await this.#server.ask("iec62443/coverage", null);
    if (coverage === undefined) return;
    if (this.#isSame(coverage)) this.#confirmed.fire();
    else this.#become({ kind: "known", coverage });
  }

  /** Most keystrokes change no claim: then no view is drawn anew. */
  #isSame(coverage: CoverageResult): boolean {
    const { status } = this;
    return status.kind === "known" && JSON.stringify(status.coverage) === JSON.stringify(coverage);
  }

  #follow(state: ServerState): void {
    switch (state) {
      case "running":
        void this.refresh();
        return;
      case "failed":
        this.#become({ kind: "failed" });
        return;
      case "idle":
      case "starting":
        // What was known stays in view until the new server tells better.
        if (this.#status.kind === "failed") this.#become({ kind: "starting" });
    }
  }

  #become(status: CoverageStatus): void {
    this.#status = status;
    this.#changed.fire(status);
  }
}

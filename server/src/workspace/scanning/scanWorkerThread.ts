import { Worker } from "node:worker_threads";
import {
  BATCHES_DONE,
  type Batch,
  type BatchResult,
  FILE_AT,
  NO_FILE,
  type WorkerSettings,
} from "./messages.ts";
import type { UnitOptions } from "./unit.ts";

/** What becomes of a batch that was given to a worker. */
export interface BatchEvents {
  /** More can be given. */
  readonly onDone: (batch: Batch, results: BatchResult) => void;
  /** The worker has ended, and these are lost. */
  readonly onEnd: (lost: readonly Lost[], why: string) => void;
}

/** A batch that a worker has not answered. */
export interface Lost {
  readonly batch: Batch;
  /** The file at which the worker has ended, counted over the units. */
  readonly file: number | undefined;
}

/** So many batches wait at a worker, so that it need not wait for us. */
const AHEAD = 3;

/** One thread, and what it has been given and has not answered. */
export class ScanWorker {
  readonly #worker: Worker;
  readonly #events: BatchEvents;
  readonly #progress = new Int32Array(new SharedArrayBuffer(8)).fill(NO_FILE, FILE_AT);
  readonly #given: Batch[] = [];
  #heard = 0;
  #hasEnded = false;

  constructor(program: string, options: UnitOptions, events: BatchEvents) {
    const workerData: WorkerSettings = { ...options, progress: this.#progress };
    this.#events = events;
    // A young generation of the usual size would only delay the collection of what is garbage at once.
    const resourceLimits = { maxYoungGenerationSizeMb: 8 };
    this.#worker = new Worker(program, { workerData, resourceLimits, execArgv: [] });
    this.#worker.on("message", (results: BatchResult) => this.#answered(results));
    this.#worker.on("error", (error) => this.end(String(error)));
    this.#worker.on("exit", () => this.end("its thread has ended"));
  }

  get hasEnded(): boolean {
    return this.#hasEnded;
  }

  get takesMore(): boolean {
    return !this.#hasEnded && this.#given.length < AHEAD;
  }

  /** Changes while the worker gets on; nothing when it has nothing to do. */
  get progress(): string | undefined {
    return this.#given.length === 0 ? undefined : this.#progress.join();
  }

  give(batch: Batch): void {
    this.#given.push(batch);
    this.#worker.postMessage(batch);
  }

  /** Ends the thread. What it was given is lost: at the file that it was at, and the rest untouched. */
  end(why: string): void {
    if (this.#hasEnded) return;
    this.#hasEnded = true;
    // A thread that is stuck in the operating system ends when that lets it go: nobody waits for it.
    void this.#worker.terminate();
    // What it has done and we have not heard of is done again.
    const unheard = Atomics.load(this.#progress, BATCHES_DONE) - this.#heard;
    const file = Atomics.load(this.#progress, FILE_AT);
    const lost = this.#given.splice(0).map(
      (batch, index): Lost => ({
        batch,
        file: index === unheard && file !== NO_FILE ? file : undefined,
      }),
    );
    this.#events.onEnd(lost, why);
  }

  #answered(results: BatchResult): void {
    this.#heard++;
    const batch = this.#given.shift();
    if (batch !== undefined) this.#events.onDone(batch, results);
  }
}

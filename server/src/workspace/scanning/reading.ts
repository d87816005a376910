import type { FileSystem } from "../fileSystem.ts";
import { STAMP } from "../stamps.ts";
import type { Batch, BatchResult } from "./messages.ts";
import { type Lost, ScanWorker } from "./scanWorkerThread.ts";
import { type Unit, type UnitOptions, UnitReader, type UnitResult } from "./unit.ts";

/** Where scan workers come from, and how many there may be. */
export interface WorkerOptions {
  /** Path of the bundled program. */
  readonly program: string;
  readonly count: number;
  /** How long one file may take, in milliseconds. */
  readonly patience: number;
  /** So many files are worth to start threads for. */
  readonly worthwhile: number;
}

/** A unit to read, and what it is read for. */
export interface Task<Context> {
  readonly unit: Unit;
  /** The place of its first file among those of its folder. */
  readonly from: number;
  readonly context: Context;
}

/** What a reading needs, and whom it tells. */
export interface ReadingOptions<Context> extends UnitOptions {
  readonly files: FileSystem;
  /** Absent where there are no threads: then all is read here. */
  readonly workers?: WorkerOptions;
  readonly onResult: (task: Task<Context>, result: UnitResult) => void;
  /** A file that cannot be read because a thread ended at it. */
  readonly onBroken: (task: Task<Context>, name: string) => void;
  readonly log: (message: string) => void;
}

const FILES_OF_BATCH = 512;
/** A unit is read in one go, in which no request is answered. */
export const FILES_OF_UNIT = 32;
/** After so many ends of threads, the fault is hardly that of a file. */
const MOST_ENDED = 3;

/** Reads units of files: in scan workers, and here while these are busy. */
export class Reading<Context> {
  readonly #options: ReadingOptions<Context>;
  readonly #reader: UnitReader;
  #waiting: (Task<Context> | undefined)[] = [];
  /** Workers take from the front, which stands here. */
  #front = 0;
  #files = 0;
  #workers: ScanWorker[] = [];
  #arrived: [Task<Context>, UnitResult][] = [];
  #given = new Map<Batch, readonly Task<Context>[]>();
  #ended = 0;
  #isFinishing = false;
  #wake = () => {};
  #watch: NodeJS.Timeout | undefined;

  constructor(options: ReadingOptions<Context>) {
    this.#options = options;
    this.#reader = new UnitReader(
      options.files,
      options,
      // What is kept is text anyway; what is not need not become one in the thread that wants it.
      options.stampsBefore === undefined ? "as values" : "as texts",
    );
  }

  add(task: Task<Context>): void {
    this.#waiting.push(task);
    this.#files += task.unit.names.length;
    const { workers } = this.#options;
    if (workers !== undefined && this.#workers.length === 0 && this.#files >= workers.worthwhile)
      this.#start(workers);
    this.#feed();
  }

  /** Takes what has come from workers; reads what waits where there is none. */
  *keepUp(): Generator<void> {
    yield* this.#takeArrived();
    while (this.#workers.length === 0 && this.#files >= FILES_OF_BATCH && this.#readOne()) yield;
  }

  /** Reads what is left. A promise that it yields is to be waited for. */
  *finish(): Generator<void | Promise<void>> {
    this.#isFinishing = true;
    this.#feed();
    for (;;) {
      yield* this.#takeArrived();
      if (this.#readOne()) yield;
      else if (this.#arrived.length > 0) continue;
      else if (this.#given.size > 0) yield this.#news();
      else return this.end();
    }
  }

  /** Ends the threads; what they were given is forgotten. */
  end(): void {
    this.#waiting = [];
    this.#front = 0;
    this.#files = 0;
    this.#given.clear();
    this.#arrived = [];
    clearInterval(this.#watch);
    for (const worker of [...this.#workers]) worker.end("nobody waits for it");
    this.#wake();
  }

  /** One after the other, so that requests are answered between: there may be much in each. */
  *#takeArrived(): Generator<void> {
    for (let next = this.#arrived.shift(); next !== undefined; next = this.#arrived.shift()) {
      this.#tell(...next);
      yield;
    }
  }

  #news(): Promise<void> {
    return new Promise((resolve) => {
      this.#wake = resolve;
    });
  }

  /** The last that waits: workers take the first. */
  #readOne(): boolean {
    const task = this.#front < this.#waiting.length ? this.#waiting.pop() : undefined;
    if (task === undefined) return false;
    this.#files -= task.unit.names.length;
    this.#tell(task, this.#reader.read(task.unit));
    return true;
  }

  #tell(task: Task<Context>, result: UnitResult): void {
    for (const it of result.faults) this.#options.log(it);
    this.#options.onResult(task, result);
  }

  #start(workers: WorkerOptions): void {
    if (this.#ended >= MOST_ENDED) return;
    const { stampsBefore, log } = this.#options;
    const options = stampsBefore === undefined ? {} : { stampsBefore };
    try {
      while (this.#workers.length < workers.count) {
        this.#workers.push(new ScanWorker(workers.program, options, this.#events));
      }
      this.#watch ??= this.#watched(workers.patience);
    } catch (error) {
      this.#ended = MOST_ENDED;
      log(`Files are read without threads: ${String(error)}`);
    }
  }

  readonly #events = {
    onDone: (batch: Batch, results: BatchResult): void => {
      const tasks = this.#given.get(batch) ?? [];
      this.#given.delete(batch);
      for (const [index, task] of tasks.entries()) {
        const result = results[index];
        if (result !== undefined) this.#arrived.push([task, result]);
      }
      this.#feed();
      this.#wake();
    },
    onEnd: (lost: readonly Lost[], why: string): void => {
      this.#workers = this.#workers.filter((it) => !it.hasEnded);
      this.#ended++;
      for (const { batch, file } of lost) {
        const tasks = this.#given.get(batch) ?? [];
        this.#given.delete(batch);
        this.#again(tasks, file, why);
      }
      this.#wake();
    },
  };

  /** Reads the tasks of a thread that has ended again, without the file that it ended at. */
  #again(tasks: readonly Task<Context>[], file: number | undefined, why: string): void {
    let before = 0;
    for (const task of tasks) {
      const at = file === undefined ? -1 : file - before;
      before += task.unit.names.length;
      const name = task.unit.names[at];
      if (name === undefined) this.add(task);
      else {
        this.#options.log(`Reading ${task.unit.folder}/${name} was given up: ${why}`);
        this.#options.onBroken(task, name);
        for (const it of split(task, at)) this.add(it);
      }
    }
  }

  #feed(): void {
    for (const worker of this.#workers) {
      while (worker.takesMore && this.#files >= this.#worthABatch) this.#give(worker);
    }
  }

  /** A message costs as much as a few files; until all is known to wait, they are gathered. */
  get #worthABatch(): number {
    return this.#isFinishing ? 1 : FILES_OF_BATCH;
  }

  /** Towards the end batches become smaller, so that all are done at once. */
  get #filesOfBatch(): number {
    const share = this.#files / (2 * (this.#workers.length + 1));
    return this.#isFinishing ? Math.min(share, FILES_OF_BATCH) : FILES_OF_BATCH;
  }

  #give(worker: ScanWorker): void {
    const tasks: Task<Context>[] = [];
    const most = this.#filesOfBatch;
    let files = 0;
    do {
      const task = this.#waiting[this.#front];
      // What has been given need not be kept.
      this.#waiting[this.#front++] = undefined;
      if (task === undefined) break;
      files += task.unit.names.length;
      tasks.push(task);
    } while (files < most);
    this.#files -= files;
    const batch = tasks.map((it) => it.unit);
    this.#given.set(batch, tasks);
    worker.give(batch);
  }

  /** A worker that stays at one file is given up. The timer lives only while something is read. */
  #watched(patience: number): NodeJS.Timeout {
    const seen = new Map<ScanWorker, string | undefined>();
    const watch = setInterval(() => {
      for (const worker of [...this.#workers]) {
        const { progress } = worker;
        if (progress !== undefined && progress === seen.get(worker)) {
          worker.end("it took too long");
        }
        seen.set(worker, progress);
      }
    }, patience);
    return watch.unref();
  }
}

/** A task without one of its files: those before it and those behind it. */
function split<Context>({ unit, from, context }: Task<Context>, at: number): Task<Context>[] {
  return [part(unit, 0, at), part(unit, at + 1, unit.names.length)]
    .map(([start, it]) => ({ unit: it, from: from + start, context }))
    .filter((it) => it.unit.names.length > 0);
}

function part(unit: Unit, start: number, end: number): readonly [number, Unit] {
  const { known, ...rest } = { ...unit, names: unit.names.slice(start, end) };
  if (known === undefined) return [start, rest];
  return [start, { ...rest, known: known.slice(start * STAMP, end * STAMP) }];
}

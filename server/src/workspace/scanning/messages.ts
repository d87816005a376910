import type { Unit, UnitOptions, UnitResult } from "./unit.ts";

/** What a scan worker is started with. */
export interface WorkerSettings extends UnitOptions {
  /** Two numbers that the worker writes: how many batches it has done, and which file it is at of the next. */
  readonly progress: Int32Array<SharedArrayBuffer>;
}

export const BATCHES_DONE = 0;
export const FILE_AT = 1;
/** It is at no file: it has not begun, or has put together what it found. */
export const NO_FILE = -1;

/** To a scan worker: units to read. */
export type Batch = readonly Unit[];

/** From a scan worker: what came of them, in their order. */
export type BatchResult = readonly UnitResult[];

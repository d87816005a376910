// A thread that reads units of files: the program of dist/scanWorker.cjs.
import { parentPort, workerData } from "node:worker_threads";
import { nodeFiles } from "../fileSystem.ts";
import { BATCHES_DONE, type Batch, FILE_AT, NO_FILE, type WorkerSettings } from "./messages.ts";
import { UnitReader, type UnitResult } from "./unit.ts";

const { progress, ...options } = workerData as WorkerSettings;
const reader = new UnitReader(nodeFiles(), options, "as texts");

parentPort?.on("message", (batch: Batch) => {
  let file = 0;
  const results = batch.map(
    (unit): UnitResult => reader.read(unit, () => Atomics.store(progress, FILE_AT, file++)),
  );
  parentPort?.postMessage(
    results,
    results.flatMap(({ stamps }) => (stamps === undefined ? [] : [stamps.buffer as ArrayBuffer])),
  );
  Atomics.store(progress, FILE_AT, NO_FILE);
  Atomics.add(progress, BATCHES_DONE, 1);
});

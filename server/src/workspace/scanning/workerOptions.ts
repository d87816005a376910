import { existsSync } from "node:fs";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import type { WorkerOptions } from "./reading.ts";

/** More threads wait for the disk and for us, who put together what they find. */
const MOST = 7;
const PATIENCE = 15_000;
/** They are read in less time than a thread needs to start. */
const WORTHWHILE = 256;

/** The scan workers of a program in a folder of bundles: as many as the machine has cores besides ours. */
export function workerOptions(folder: string): { readonly workers?: WorkerOptions } {
  const program = join(folder, "scanWorker.cjs");
  if (!existsSync(program)) return {};
  const count = Math.min(Math.max(availableParallelism() - 1, 1), MOST);
  return { workers: { program, count, patience: PATIENCE, worthwhile: WORTHWHILE } };
}

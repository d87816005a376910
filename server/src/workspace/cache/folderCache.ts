import { createHash } from "node:crypto";
import type { ReadSettings } from "../scanning/readRules.ts";
import { type CacheKey, type Decoded, decoded, encoded } from "./cacheBytes.ts";
import type { CacheFiles } from "./cacheFiles.ts";
import { FolderRecord } from "./records.ts";

/** A file changed so shortly before it was read may have the same stamp after another change. In milliseconds. */
const TICK = 2000;

/** Where caches are kept, and of what. */
export interface CacheOptions {
  readonly folder: string;
  /** Fewer files are read in less time than a cache takes to be found. */
  readonly worthKeeping: number;
  /** What is kept is not asked. */
  readonly fresh?: boolean;
}

/** What is known from before of one workspace folder, and what a walk over it finds now. */
export class FolderCache {
  /** When the walk began, less what the clocks of file systems round: in milliseconds since 1970. */
  readonly stampsBefore = Date.now() - TICK;
  readonly #files: CacheFiles;
  readonly #key: CacheKey;
  readonly #worthKeeping: number;
  readonly #stored: Decoded | undefined;
  readonly #records = new Map<string, FolderRecord>();

  constructor(files: CacheFiles, key: CacheKey, { worthKeeping, fresh }: CacheOptions) {
    this.#files = files;
    this.#worthKeeping = worthKeeping;
    this.#key = key;
    this.#stored = fresh ? undefined : storedIn(files.read(nameOf(key)), key);
  }

  /** The record of a folder that has been listed. */
  recordOf(folder: string, names: readonly string[], settings: ReadSettings): FolderRecord {
    const record = new FolderRecord(JSON.stringify(settings), names, this.#stored?.of(folder));
    this.#records.set(folder, record);
    return record;
  }

  get #size(): number {
    return [...this.#records.values()].reduce((sum, it) => sum + it.names.length, 0);
  }

  /** Writes what was found, unless it is what is written already. Throws what the file system says. */
  *save(): Generator<void> {
    if (this.#size < this.#worthKeeping) return;
    const isSame =
      this.#stored?.folders === this.#records.size &&
      [...this.#records.values()].every((it) => !it.isNew);
    if (isSame) return;
    const parts = yield* encoded(this.#key, this.#records);
    this.#files.write(nameOf(this.#key), parts);
  }
}

/** What cannot be read is as if it were not there: the next save takes its place. */
function storedIn(bytes: Buffer | undefined, key: CacheKey): Decoded | undefined {
  try {
    return bytes && decoded(bytes, key);
  } catch {
    return undefined;
  }
}

/** Paths are long and may hold anything; a digest is a name everywhere. */
function nameOf({ folder }: CacheKey): string {
  return createHash("sha256").update(folder).digest("hex").slice(0, 32);
}

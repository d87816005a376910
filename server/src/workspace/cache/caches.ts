import { buildId } from "../buildId.ts";
import { CacheFiles } from "./cacheFiles.ts";
import { isInside } from "./cacheFolder.ts";
import { FolderCache } from "./folderCache.ts";

/** The caches of the folders that one load reads. */
export class Caches {
  readonly #files: CacheFiles | undefined;
  readonly #log: (message: string) => void;
  readonly #open: FolderCache[] = [];

  /** Without a folder there is no cache. */
  constructor(folder: string | undefined, log: (message: string) => void) {
    this.#files = folder === undefined ? undefined : new CacheFiles(folder);
    this.#log = log;
  }

  /** The cache of a workspace folder; none where it would stand in it. */
  readonly of = (folder: string): FolderCache | undefined => {
    if (this.#files === undefined || isInside(this.#files.folder, folder)) return undefined;
    const cache = new FolderCache(this.#files, { folder, build: buildId });
    this.#open.push(cache);
    return cache;
  };

  /** Writes what the load has found. Nothing depends on it, so that a fault is only a line in the log. */
  *save(): Generator<void> {
    for (const it of this.#open) {
      try {
        yield* it.save();
      } catch (error) {
        this.#log(`The cache was not written: ${String(error)}`);
      }
    }
  }
}

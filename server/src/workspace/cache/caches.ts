import { buildId } from "../buildId.ts";
import { CacheFiles } from "./cacheFiles.ts";
import { isInside } from "./cacheFolder.ts";
import { type CacheOptions, FolderCache } from "./folderCache.ts";

/** The caches of the folders that one load reads. */
export class Caches {
  readonly #options: CacheOptions | undefined;
  readonly #fresh: boolean;
  readonly #log: (message: string) => void;
  readonly #open: FolderCache[] = [];

  /** Without options there is no cache; a fresh one is written and not read. */
  constructor(
    { cache, log }: { readonly cache?: CacheOptions; readonly log: (message: string) => void },
    fresh: boolean,
  ) {
    this.#options = cache;
    this.#log = log;
    this.#fresh = fresh;
  }

  /** The cache of a workspace folder; none where it would stand in it. */
  readonly of = (folder: string): FolderCache | undefined => {
    const options = this.#options;
    if (options === undefined || isInside(options.folder, folder)) return undefined;
    const files = new CacheFiles(options.folder);
    const cache = new FolderCache(
      files,
      { folder, build: buildId },
      { ...options, fresh: this.#fresh },
    );
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

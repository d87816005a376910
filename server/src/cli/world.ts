import type { Screen } from "../core/report/terminal.ts";
import type { CacheOptions } from "../workspace/cache/folderCache.ts";
import type { FileSystem } from "../workspace/fileSystem.ts";
import type { WorkerOptions } from "../workspace/scanning/reading.ts";
import type { Progress } from "../workspace/workspace.ts";

/** All that a command knows of the machine it runs on. */
export interface World {
  readonly cwd: string;
  readonly files: FileSystem;
  /** The ISO day that statements are measured against. */
  readonly today: string;
  /** Where the result is read. */
  readonly screen: Screen;
  readonly onProgress: (progress: Progress) => void;
  /** Absent: everything is read in this thread. */
  readonly workers?: WorkerOptions;
  /** Where the cache is kept; absent where the user has no place for it. */
  readonly cache?: CacheOptions;
}

import type { FileSystem } from "../../server/src/workspace/fileSystem.ts";

/** A file system that passes everything on and notes what was asked of it, by path. */
export class CountingFiles implements FileSystem {
  readonly #files: FileSystem;
  listed: string[] = [];
  opened: string[] = [];
  /** How many bytes were read of all files together. */
  bytes = 0;

  constructor(files: FileSystem) {
    this.#files = files;
  }

  /** Forgets what was noted so far. */
  reset(): void {
    this.listed = [];
    this.opened = [];
    this.bytes = 0;
  }

  list(...asked: Parameters<FileSystem["list"]>): ReturnType<FileSystem["list"]> {
    this.listed.push(asked[0]);
    return this.#files.list(...asked);
  }

  read(...asked: Parameters<FileSystem["read"]>): ReturnType<FileSystem["read"]> {
    this.opened.push(asked[0]);
    const found = this.#files.read(...asked);
    if (found.kind === "bytes") this.bytes += found.bytes.length;
    if (found.kind === "too-large") this.bytes += found.head.length;
    return found;
  }

  stat(...asked: Parameters<FileSystem["stat"]>): ReturnType<FileSystem["stat"]> {
    return this.#files.stat(...asked);
  }
}

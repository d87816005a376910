import {
  closeSync,
  constants,
  fstatSync,
  lstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  readSync,
  renameSync,
  rmSync,
  type Stats,
  writevSync,
} from "node:fs";
import { join } from "node:path";

/** A larger file is not one of ours, or of a tree that is read faster than it. In bytes. */
const LARGEST = 256 * 1024 * 1024;
/** All together may be so large: the oldest go first. In bytes. */
const LARGEST_FOLDER = 512 * 1024 * 1024;
const ENDING = ".cache";
const UNFINISHED = ".part";
/** An unfinished file that is older was left behind. In milliseconds. */
const LEFT_BEHIND = 60 * 60 * 1000;

/**
 * The files of the cache in one folder. What another user might have written is not read, since it would
 * decide what is found: folder and file have to belong to this user, and no other may write them.
 */
export class CacheFiles {
  readonly folder: string;
  readonly #most: number;

  /** `most`: how many bytes all together may have. */
  constructor(folder: string, most = LARGEST_FOLDER) {
    this.folder = folder;
    this.#most = most;
  }

  /** The bytes of a file; nothing where none is that may be read. */
  read(name: string): Buffer | undefined {
    try {
      if (!this.#isOurs(lstatSync(this.folder), "folder")) return undefined;
      const flags = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0);
      const descriptor = openSync(this.#path(name), flags);
      try {
        return this.#content(descriptor);
      } finally {
        closeSync(descriptor);
      }
    } catch {
      return undefined;
    }
  }

  #content(descriptor: number): Buffer | undefined {
    const found = fstatSync(descriptor);
    if (!this.#isOurs(found, "file") || found.size > LARGEST) return undefined;
    // Not from a pool: numbers in it have to stand at whole steps.
    const bytes = Buffer.allocUnsafeSlow(found.size);
    let length = 0;
    for (let count = 1; count > 0 && length < bytes.length; length += count)
      count = readSync(descriptor, bytes, length, bytes.length - length, null);
    return length === bytes.length ? bytes : undefined;
  }

  #isOurs(found: Stats, kind: "file" | "folder"): boolean {
    if (kind === "file" ? !found.isFile() : !found.isDirectory()) return false;
    const user = process.getuid?.();
    return user === undefined || (found.uid === user && (found.mode & 0o022) === 0);
  }

  /** Writes a file whole or not at all. Throws what the file system says. */
  write(name: string, parts: readonly Uint8Array[]): void {
    mkdirSync(this.folder, { recursive: true, mode: 0o700 });
    if (!this.#isOurs(lstatSync(this.folder), "folder"))
      throw new Error(`${this.folder} may be written by others`);
    const unfinished = this.#path(`${name}.${process.pid}${UNFINISHED}`);
    try {
      writeNew(unfinished, parts);
      renameSync(unfinished, this.#path(name));
    } catch (error) {
      rmSync(unfinished, { force: true });
      throw error;
    }
    this.#tidy();
  }

  /** Takes the oldest away until the rest is small enough. */
  #tidy(): void {
    const files = readdirSync(this.folder)
      .filter((it) => it.endsWith(ENDING) || it.endsWith(UNFINISHED))
      .flatMap((it) => {
        const path = join(this.folder, it);
        const found = lstatSync(path, { throwIfNoEntry: false });
        return found === undefined ? [] : [{ path, size: found.size, time: found.mtimeMs }];
      })
      .sort((a, b) => b.time - a.time);
    let sum = 0;
    for (const { path, size, time } of files) {
      sum += size;
      const isLeft = path.endsWith(UNFINISHED) && time < Date.now() - LEFT_BEHIND;
      if (sum > this.#most || isLeft) rmSync(path, { force: true });
    }
  }

  #path(name: string): string {
    return join(this.folder, name.endsWith(UNFINISHED) ? name : `${name}${ENDING}`);
  }
}

function writeNew(path: string, parts: readonly Uint8Array[]): void {
  // One that was left by a process of the same number.
  rmSync(path, { force: true });
  const descriptor = openSync(path, "wx", 0o600);
  try {
    for (const part of parts) writeAll(descriptor, part);
  } finally {
    closeSync(descriptor);
  }
}

function writeAll(descriptor: number, part: Uint8Array): void {
  for (let from = 0; from < part.length; ) from += writevSync(descriptor, [part.subarray(from)]);
}

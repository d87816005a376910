import {
  closeSync,
  constants,
  type Dirent,
  fstatSync,
  lstatSync,
  openSync,
  readdirSync,
  readSync,
  type Stats,
} from "node:fs";
import type { Stamps } from "./stamps.ts";

/** What stands at a path. Links are never followed: a loop of them has no end. */
export type EntryKind = "file" | "folder" | "link" | "other";

export interface Entry {
  readonly name: string;
  readonly kind: EntryKind;
}

/** Nothing is there, or no longer. */
export interface Gone {
  readonly kind: "gone";
}

/** Something is there and cannot be read; `why` is a few words for people. */
export interface Unreadable {
  readonly kind: "unreadable";
  readonly why: string;
}

export type Listing = { readonly kind: "listed"; readonly entries: readonly Entry[] };

/** The bytes live in one buffer: they are valid until the next read. */
export type Bytes = { readonly kind: "bytes"; readonly bytes: Buffer };

/** Only the first bytes of a file over the limit are read. */
export type TooLarge = { readonly kind: "too-large"; readonly head: Buffer };

/**
 * The little of a file system that the index needs. Paths are as in uris.ts. Synchronous because one
 * promise a file costs more than reading it; the caller gives way to others between files.
 */
export interface FileSystem {
  /** The entries of one folder; a link to a folder is followed only here, for workspace folders. */
  list(folder: string): Listing | Gone | Unreadable;
  /** With `stamps`, what `stamp` answers is written there before anything is read. */
  read(
    file: string,
    limit: number,
    stamps?: Stamps,
    at?: number,
  ): Bytes | TooLarge | Gone | Unreadable;
  /** Writes the stamp of a file; false where none stands. Absent where nothing tells that a file is the same. */
  stamp?(file: string, stamps: Stamps, at: number): boolean;
  stat(path: string): { readonly kind: EntryKind } | Gone | Unreadable;
  /** There is no disk: also what has the uri of a file can be read by an editor only. */
  readonly isNowhere?: true;
}

/** The disk. */
export function nodeFiles(): FileSystem {
  const reader = new Reader();
  return {
    list: (folder) =>
      attempt(() => {
        const entries = readdirSync(native(folder), { withFileTypes: true });
        return {
          kind: "listed",
          entries: entries.map((it) => ({ name: it.name, kind: kindOf(it) })),
        };
      }),
    read: (file, limit, stamps, at = 0) =>
      attempt(() => reader.read(native(file), limit, stamps, at)),
    stamp: (file, stamps, at) => {
      const found = lstatSync(native(file), { throwIfNoEntry: false });
      if (!found?.isFile()) return false;
      writeStamp(found, stamps, at);
      return true;
    },
    stat: (path) => attempt(() => ({ kind: kindOf(lstatSync(native(path))) })),
  };
}

// Without O_NONBLOCK, a pipe put where a file was a moment ago would hold the server for ever.
const FLAGS = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0) | (constants.O_NOFOLLOW ?? 0);
const FIRST_READ = 64 * 1024;

/** Reads files one after the other into one buffer, which grows to the largest of them. */
class Reader {
  #buffer = Buffer.allocUnsafeSlow(FIRST_READ);

  read(file: string, limit: number, stamps: Stamps | undefined, at: number): Bytes | TooLarge {
    const descriptor = openSync(file, FLAGS);
    try {
      if (stamps !== undefined) writeStamp(fstatSync(descriptor), stamps, at);
      return this.#read(descriptor, limit);
    } finally {
      closeSync(descriptor);
    }
  }

  #read(descriptor: number, limit: number): Bytes | TooLarge {
    let length = readSync(descriptor, this.#buffer, 0, FIRST_READ, null);
    // Most sources end here: asking for the size would be one more call for each of them.
    if (length === FIRST_READ) {
      const { size } = fstatSync(descriptor);
      if (size <= limit) length = this.#rest(descriptor, Math.max(size, length));
      else return { kind: "too-large", head: this.#buffer.subarray(0, length) };
    }
    const bytes = this.#buffer.subarray(0, length);
    return length > limit ? { kind: "too-large", head: bytes } : { kind: "bytes", bytes };
  }

  #rest(descriptor: number, size: number): number {
    if (this.#buffer.length < size) {
      const larger = Buffer.allocUnsafeSlow(size);
      this.#buffer.copy(larger, 0, 0, FIRST_READ);
      this.#buffer = larger;
    }
    let length = FIRST_READ;
    while (length < size) {
      const count = readSync(descriptor, this.#buffer, length, size - length, null);
      if (count === 0) break;
      length += count;
    }
    return length;
  }
}

function writeStamp({ size, mtimeMs, ctimeMs, ino }: Stats, stamps: Stamps, at: number): void {
  stamps[at] = size;
  stamps[at + 1] = mtimeMs;
  stamps[at + 2] = ctimeMs;
  stamps[at + 3] = ino;
}

function native(path: string): string {
  return path === "" || path.endsWith(":") ? `${path}/` : path;
}

function kindOf(entry: Dirent | Stats): EntryKind {
  if (entry.isFile()) return "file";
  if (entry.isDirectory()) return "folder";
  return entry.isSymbolicLink() ? "link" : "other";
}

const REASONS: Readonly<Record<string, string>> = {
  EACCES: "permission denied",
  EPERM: "permission denied",
  ELOOP: "a symbolic link",
  EMFILE: "too many open files",
  ENAMETOOLONG: "its path is too long",
  EIO: "the disk reports a fault",
};

function attempt<T>(action: () => T): T | Gone | Unreadable {
  try {
    return action();
  } catch (error) {
    const code = error instanceof Error && "code" in error ? String(error.code) : undefined;
    if (code === "ENOENT" || code === "ENOTDIR") return { kind: "gone" };
    if (code === undefined) throw error;
    return { kind: "unreadable", why: REASONS[code] ?? `it cannot be read (${code})` };
  }
}

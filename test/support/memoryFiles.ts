import type { Entry, EntryKind, FileSystem } from "../../server/src/workspace/fileSystem.ts";
import type { Stamps } from "../../server/src/workspace/stamps.ts";

/** A file by its text or bytes, or what is no readable file. */
export type Content = string | Uint8Array | { readonly kind: "link" | "other" | "denied" };

/** A file system in memory that counts what is asked of it. Paths are as in uris.ts. */
export class MemoryFiles implements FileSystem {
  /** By path; a folder is `undefined`. */
  readonly #tree = new Map<string, Content | undefined>();
  reads = 0;
  stamps = 0;
  /** The number of the write that each file is from. */
  readonly #written = new Map<string, number>();
  #writes = 0;
  lists = 0;

  constructor(files: Readonly<Record<string, Content>> = {}) {
    for (const [path, content] of Object.entries(files)) this.write(path, content);
  }

  has(path: string): boolean {
    return this.#tree.has(path);
  }

  isFolder(path: string): boolean {
    return this.#tree.has(path) && this.#tree.get(path) === undefined;
  }

  write(path: string, content: Content): void {
    this.makeFolder(parentOf(path));
    this.#tree.set(path, content);
    this.#written.set(path, ++this.#writes);
  }

  makeFolder(path: string): void {
    for (let at = path; at !== ""; at = parentOf(at)) this.#tree.set(at, undefined);
  }

  delete(path: string): void {
    for (const it of this.#within(path)) this.#tree.delete(it);
  }

  rename(from: string, to: string): void {
    const moved = this.#within(from).map(
      (it) => [to + it.slice(from.length), this.#tree.get(it)] as const,
    );
    this.delete(from);
    this.makeFolder(parentOf(to));
    for (const [path, content] of moved) {
      this.#tree.set(path, content);
      this.#written.set(path, ++this.#writes);
    }
  }

  #within(path: string): readonly string[] {
    return this.isFolder(path) ? [...this.#tree.keys()].filter((it) => isWithin(it, path)) : [path];
  }

  list(folder: string): ReturnType<FileSystem["list"]> {
    this.lists++;
    const content = this.#tree.get(folder);
    if (isDenied(content)) return DENIED;
    if (!this.isFolder(folder)) return { kind: "gone" };
    const entries = [...this.#tree.keys()]
      .filter((it) => parentOf(it) === folder && it !== "")
      .map((it): Entry => ({ name: it.slice(folder.length + 1), kind: this.#kindOf(it) }));
    return { kind: "listed", entries };
  }

  stamp(file: string, stamps: Stamps, at: number): boolean {
    this.stamps++;
    if (!this.has(file) || this.#kindOf(file) !== "file") return false;
    const content = this.#tree.get(file);
    const size =
      content === undefined || isDenied(content) ? 0 : Buffer.from(content as string).length;
    stamps.set([size, this.#written.get(file) ?? 0, 0, 0], at);
    return true;
  }

  read(file: string, limit: number, stamps?: Stamps, at = 0): ReturnType<FileSystem["read"]> {
    this.reads++;
    if (stamps !== undefined) this.stamp(file, stamps, at);
    const content = this.#tree.get(file);
    if (content === undefined) return { kind: "gone" };
    if (typeof content === "object" && "kind" in content) return DENIED;
    const bytes = Buffer.from(content);
    return bytes.length > limit ? { kind: "too-large", head: bytes } : { kind: "bytes", bytes };
  }

  stat(path: string): ReturnType<FileSystem["stat"]> {
    return this.#tree.has(path) ? { kind: this.#kindOf(path) } : { kind: "gone" };
  }

  #kindOf(path: string): EntryKind {
    const content = this.#tree.get(path);
    if (content === undefined) return "folder";
    if (typeof content === "string" || !("kind" in content)) return "file";
    return content.kind === "denied" ? "file" : content.kind;
  }
}

const DENIED = { kind: "unreadable", why: "permission denied" } as const;

function isDenied(content: Content | undefined): boolean {
  return typeof content === "object" && "kind" in content && content.kind === "denied";
}

function parentOf(path: string): string {
  return path.slice(0, Math.max(path.lastIndexOf("/"), 0));
}

function isWithin(path: string, folder: string): boolean {
  return path === folder || path.startsWith(`${folder}/`);
}

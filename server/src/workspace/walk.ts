import { scanOfText } from "../core/scanText.ts";
import type { FolderCache } from "./cache/folderCache.ts";
import type { FolderRecord } from "./cache/records.ts";
import { type Directory, decide } from "./directory.ts";
import type { Entered } from "./explorer.ts";
import type { Indexer } from "./indexer.ts";
import { FILES_OF_UNIT, Reading, type Task } from "./scanning/reading.ts";
import type { ScannedFile } from "./scanning/scanner.ts";
import type { Found, UnitResult } from "./scanning/unit.ts";
import type { Steps } from "./slices.ts";
import { childUri, isWithin, pathOfUri } from "./uris.ts";

/** What the files of a unit are read for. */
interface Purpose {
  readonly directory: Directory;
  readonly record: FolderRecord | undefined;
}

/** A folder that is still to be visited. */
interface Waiting {
  readonly path: string;
  share: number;
}

const BROKEN = "reading it ended a thread of this tool; please report it";

/** Reads a folder and all below it, and forgets what was known of it and is no longer there. */
export class Walk {
  readonly #indexer: Indexer;
  readonly #top: string;
  /** The workspace folder that it belongs to: those inside are their own, a walk leaves them alone. */
  readonly #folder: string | undefined;
  readonly #cache: FolderCache | undefined;
  readonly #reading: Reading<Purpose>;
  readonly #visited = new Set<string>();
  readonly #waiting: Waiting[];

  /** `share`: how much of all that is read stands below `top`, from 0 to 1. */
  constructor(
    indexer: Indexer,
    top: string,
    {
      cache,
      share = 0,
    }: { readonly cache?: FolderCache | undefined; readonly share?: number } = {},
  ) {
    const { files, workers, log } = indexer;
    this.#indexer = indexer;
    this.#top = top;
    this.#folder = indexer.explorer.folderOf(top);
    this.#cache = cache;
    this.#waiting = [{ path: top, share }];
    this.#reading = new Reading<Purpose>({
      files,
      ...(workers && { workers }),
      ...(cache && { stampsBefore: cache.stampsBefore }),
      onResult: (task, result) => this.#heard(task, result),
      onBroken: ({ context }, name) =>
        this.#keep(context.directory, name, { kind: "skipped", why: BROKEN }),
      log,
    });
  }

  *steps(): Steps {
    const { contents, explorer } = this.#indexer;
    contents.beginSweep();
    try {
      for (const step of this.#visit()) {
        yield step;
        // While others had their turn, the workspace folder may have been removed.
        if (explorer.folderOf(this.#top) !== this.#folder) return;
      }
      this.#indexer.forgetFolders((path) => !this.#visited.has(path) && this.#isOurs(path));
      this.#indexer.placeDocuments((path) => this.#isOurs(path));
      contents.sweep((uri) => this.#isOurs(pathOfUri(uri)));
    } finally {
      this.#reading.end();
      contents.endSweep();
    }
  }

  #isOurs(path: string | undefined): boolean {
    return (
      path !== undefined &&
      isWithin(path, this.#top) &&
      this.#indexer.explorer.folderOf(path) === this.#folder
    );
  }

  *#visit(): Steps {
    for (let next = this.#waiting.pop(); next !== undefined; next = this.#waiting.pop()) {
      const { path, share } = next;
      const entered = this.#indexer.explorer.enter(path);
      const before = this.#waiting.length;
      if (entered !== undefined) {
        this.#visited.add(path);
        this.#ask(entered.directory, this.#namesIn(entered));
        yield* this.#reading.keepUp();
      }
      this.#indexer.tally.share += this.#shareOut(share, before);
      yield;
    }
    yield* this.#reading.finish();
  }

  /** Each folder in a folder gets as much of its share as its files keep: how large it is nobody knows yet. */
  #shareOut(share: number, from: number): number {
    const inner = this.#waiting.slice(from);
    const each = share / (inner.length + 1);
    for (const it of inner) it.share = each;
    return each;
  }

  /** The files to read of a folder; the folders in it are put to those that wait. */
  #namesIn({ directory, entries }: Entered): readonly string[] {
    const { folders } = this.#indexer.explorer;
    const names: string[] = [];
    for (const { name, kind } of entries) {
      if (kind !== "file" && kind !== "folder") continue;
      const decision = decide(directory, name, kind);
      if (kind === "file") {
        if (decision === "in") names.push(name);
      } else if (decision !== "out") {
        const path = `${directory.path}/${name}`;
        if (!folders.has(path)) this.#waiting.push({ path, share: 0 });
      }
    }
    return names;
  }

  #ask(directory: Directory, all: readonly string[]): void {
    if (all.length === 0) return;
    const { settings } = directory.scan;
    const record = this.#cache?.recordOf(directory.path, all, settings);
    for (let from = 0; from < all.length; from += FILES_OF_UNIT) {
      const names = all.slice(from, from + FILES_OF_UNIT);
      const plain = { folder: directory.path, names, settings };
      const unit = record ? { ...plain, known: record.known(from, names.length) } : plain;
      this.#reading.add({ unit, from, context: { directory, record } });
    }
  }

  #heard({ unit, from, context }: Task<Purpose>, result: UnitResult): void {
    const { tally } = this.#indexer;
    tally.files += unit.names.length;
    const reused = context.record?.update(from, unit.names.length, result) ?? [];
    for (const it of [...reused, ...result.found]) {
      if (it.kind === "binary") tally.binary++;
      else this.#found(context.directory, unit.names[it.at] ?? "", it);
    }
  }

  #found(directory: Directory, name: string, found: Exclude<Found, { kind: "binary" }>): void {
    try {
      if (found.kind !== "text") this.#keep(directory, name, found);
      else this.#keep(directory, name, { kind: "scanned", scan: scanOfText(found.text) });
    } catch {
      // A cache that is whole and says nothing: the file itself is asked.
      this.#indexer.examineFile(`${directory.path}/${name}`);
    }
  }

  /**
   * What holds nothing needs no word: the sweep drops what was known of it. While a file was read, an editor may
   * have opened it: then its text wins.
   */
  #keep(directory: Directory, name: string, found: ScannedFile): void {
    const { documents, tally } = this.#indexer;
    if (documents.atPath(`${directory.path}/${name}`) !== undefined) return;
    if (found.kind === "scanned") tally.annotations += found.scan.annotations.length;
    this.#indexer.keep(childUri(directory.uri, name), found);
  }
}

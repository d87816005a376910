import { AnnotationIndex } from "../core/annotationIndex.ts";
import type { Catalog } from "../core/catalog.ts";
import type { Project } from "../core/project.ts";
import { type FileScan, isEmpty } from "../core/scan.ts";
import type { Skipped, Snapshot } from "../core/snapshot.ts";

/** The files whose scan may have changed; a change of projects or of the day may reach any. */
export interface WorkspaceChange {
  readonly uris: ReadonlySet<string> | "all";
}

/**
 * What is known of the files: the published snapshot, and what has come in since and waits to be
 * published with the rest of its batch. The newest word on a file wins.
 */
export class Contents {
  #snapshot: Snapshot;
  /** Answers the day; it is asked when something is published. */
  readonly #clock: () => string;
  readonly #scans = new Map<string, FileScan | undefined>();
  /** All that is skipped by now, and those of which the snapshot does not know yet. */
  readonly #skipped = new Map<string, string>();
  readonly #reported = new Set<string>();
  #seen: Set<string> | undefined;

  constructor(catalog: Catalog, clock: () => string) {
    this.#clock = clock;
    const index = AnnotationIndex.empty;
    this.#snapshot = { catalog, index, projects: [], skipped: [], today: clock() };
  }

  get snapshot(): Snapshot {
    return this.#snapshot;
  }

  /** The file has been read. */
  put(uri: string, scan: FileScan): void {
    this.report(uri, undefined);
    if (isEmpty(scan)) {
      this.#forgetScan(uri);
    } else {
      this.#seen?.add(uri);
      this.#scans.set(uri, scan);
    }
  }

  /** The file or folder is there and cannot be read. */
  skip(uri: string, why: string): void {
    this.#forgetScan(uri);
    this.report(uri, why);
  }

  /** The file is gone, or is none of ours. */
  drop(uri: string): void {
    this.#forgetScan(uri);
    this.report(uri, undefined);
  }

  /** What keeps a file or folder from being read; undefined when nothing does. */
  report(uri: string, why: string | undefined): void {
    if (why !== undefined) this.#seen?.add(uri);
    if (this.#skipped.get(uri) === why) return;
    this.#reported.add(uri);
    if (why === undefined) this.#skipped.delete(uri);
    else this.#skipped.set(uri, why);
  }

  #forgetScan(uri: string): void {
    const known = this.#scans.has(uri) ? this.#scans.get(uri) : this.#snapshot.index.inFile(uri);
    if (known !== undefined) this.#scans.set(uri, undefined);
  }

  /** From here on, `sweep` knows what was heard of. */
  beginSweep(): void {
    this.#seen = new Set();
  }

  /** Drops what fits and has not been heard of since `beginSweep`. */
  sweep(fits: (uri: string) => boolean): void {
    const seen = this.#seen;
    this.dropWhere((uri) => !seen?.has(uri) && fits(uri));
  }

  endSweep(): void {
    this.#seen = undefined;
  }

  /** Drops every file that fits. */
  dropWhere(fits: (uri: string) => boolean): void {
    for (const uri of this.#uris()) if (fits(uri)) this.drop(uri);
  }

  #uris(): ReadonlySet<string> {
    return new Set([...this.#snapshot.index.uris, ...this.#scans.keys(), ...this.#skipped.keys()]);
  }

  /** How many files wait to be published. */
  get waiting(): number {
    return this.#scans.size;
  }

  /** Publishes what has come in for one file, or for all, or for so many; nothing when nothing has. */
  publish(
    projects: readonly Project[],
    uri?: string,
    most = Number.POSITIVE_INFINITY,
  ): WorkspaceChange | undefined {
    const scans = this.#take(uri, most);
    const reported = namedIn(this.#reported, uri);
    const today = this.#clock();
    const isLocal = projects === this.#snapshot.projects && today === this.#snapshot.today;
    if (scans.length === 0 && reported.length === 0 && isLocal) return undefined;

    for (const it of reported) this.#reported.delete(it);
    const { index, skipped } = this.#snapshot;
    this.#snapshot = {
      ...this.#snapshot,
      index: scans.length === 0 ? index : index.with(scans),
      skipped: reported.length === 0 ? skipped : this.#sortedSkipped(),
      projects,
      today,
    };
    return { uris: isLocal ? new Set([...scans.map(([it]) => it), ...reported]) : "all" };
  }

  /** The scans that wait, of one file or of all; they wait no longer. */
  #take(
    uri: string | undefined,
    most: number,
  ): readonly (readonly [string, FileScan | undefined])[] {
    const taken = namedIn(this.#scans, uri)
      .slice(0, most)
      .map((it) => [it, this.#scans.get(it)] as const);
    for (const [it] of taken) this.#scans.delete(it);
    return taken;
  }

  #sortedSkipped(): readonly Skipped[] {
    return [...this.#skipped]
      .map(([uri, why]) => ({ uri, why }))
      .sort((a, b) => (a.uri < b.uri ? -1 : 1));
  }
}

/** One that waits, if it does, or all of them: a keystroke does not look at what others wait for. */
function namedIn(
  waiting: ReadonlySet<string> | ReadonlyMap<string, unknown>,
  uri: string | undefined,
): readonly string[] {
  if (uri === undefined) return [...waiting.keys()];
  return waiting.has(uri) ? [uri] : [];
}

import { AnnotationIndex } from "../core/annotationIndex.ts";
import type { Catalog } from "../core/catalog.ts";
import type { Project } from "../core/project.ts";
import { type FileScan, isEmpty } from "../core/scan.ts";
import type { Skipped, Snapshot } from "../core/snapshot.ts";
import type { StepsTo } from "../core/steps.ts";

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
  /** While an index is made in steps, the files that were published meanwhile. */
  #overtaking: Set<string> | undefined;

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

  /** Publishes what has come in for one file, or for all; nothing when nothing has. */
  publish(projects: readonly Project[], uri?: string): WorkspaceChange | undefined {
    const { index } = this.#snapshot;
    const scans = this.#waiting(uri);
    const reported = namedIn(this.#reported, uri);
    return this.#replace(projects, index.with(scans), [...scans.keys()], reported);
  }

  /**
   * Publishes all that has come in, as one change, in steps: files may be published between them, and more may
   * come in. The newest word on a file wins.
   */
  *publishInSteps(projects: () => readonly Project[]): StepsTo<WorkspaceChange | undefined> {
    const scans = this.#waiting(undefined);
    const overtaking = new Set<string>();
    this.#overtaking = overtaking;
    try {
      const made = yield* this.#snapshot.index.after(scans);
      const published = Array.from(
        overtaking,
        (uri) => [uri, this.#snapshot.index.inFile(uri)] as const,
      );
      const others = [...this.#scans].filter(
        ([uri, scan]) => !scans.has(uri) || scans.get(uri) !== scan,
      );
      const index = made.with([...published, ...others]);
      return this.#replace(projects(), index, [...this.#scans.keys()], [...this.#reported]);
    } finally {
      this.#overtaking = undefined;
    }
  }

  /** The scans that wait, of one file or of all: a keystroke does not look at what others wait for. */
  #waiting(uri: string | undefined): ReadonlyMap<string, FileScan | undefined> {
    if (uri === undefined) return new Map(this.#scans);
    return new Map(this.#scans.has(uri) ? [[uri, this.#scans.get(uri)]] : []);
  }

  /** A new snapshot with this index, in which these files wait no longer; none where nothing is new. */
  #replace(
    projects: readonly Project[],
    index: AnnotationIndex,
    scanned: readonly string[],
    reported: readonly string[],
  ): WorkspaceChange | undefined {
    const today = this.#clock();
    const isLocal = projects === this.#snapshot.projects && today === this.#snapshot.today;
    if (scanned.length === 0 && reported.length === 0 && isLocal) return undefined;

    for (const it of scanned) {
      this.#scans.delete(it);
      this.#overtaking?.add(it);
    }
    for (const it of reported) this.#reported.delete(it);
    const skipped = reported.length === 0 ? this.#snapshot.skipped : this.#sortedSkipped();
    this.#snapshot = { ...this.#snapshot, index, skipped, projects, today };
    return { uris: isLocal ? new Set([...scanned, ...reported]) : "all" };
  }

  #sortedSkipped(): readonly Skipped[] {
    return [...this.#skipped]
      .map(([uri, why]) => ({ uri, why }))
      .sort((a, b) => (a.uri < b.uri ? -1 : 1));
  }
}

/** One that is in the set, if it is, or all of them. */
function namedIn(set: ReadonlySet<string>, uri: string | undefined): readonly string[] {
  if (uri === undefined) return [...set];
  return set.has(uri) ? [uri] : [];
}

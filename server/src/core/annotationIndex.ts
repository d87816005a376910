import type { Annotation, Claim } from "./annotation.ts";
import { groupAll, keyOf, regrouped, type SitesByRequirement } from "./annotationIndex/groups.ts";
import { LayeredMap } from "./annotationIndex/layeredMap.ts";
import { isSameData } from "./annotationIndex/sameData.ts";
import { urisAfter } from "./annotationIndex/uris.ts";
import { type FileScan, isEmpty } from "./scan.ts";
import { finished, type StepsTo } from "./steps.ts";
import { comparePositions } from "./text.ts";

/** One claim and where it stands. */
export interface Site {
  readonly uri: string;
  readonly annotation: Annotation;
  readonly claim: Claim;
}

type Change = readonly [uri: string, scan: FileScan | undefined];

/** All annotations of a workspace, as an immutable value. A set of changes makes a new index. */
export class AnnotationIndex {
  static readonly empty = new AnnotationIndex(new LayeredMap());
  readonly #files: LayeredMap<AnnotatedFile>;
  #byRequirement: SitesByRequirement | undefined;
  #uris: readonly string[] | undefined;

  private constructor(files: LayeredMap<AnnotatedFile>) {
    this.#files = files;
  }

  /**
   * A new index in which each file named holds the scan given, or nothing. What changes do not touch is
   * the same value as before, down to the lists that `sitesOf` answers and the chunks of a list: what was
   * worked out of them still holds.
   */
  with(changes: Iterable<Change>): AnnotationIndex {
    return finished(this.after(changes));
  }

  /** The same in steps: of thousands of changes a request would wait too long. */
  *after(changes: Iterable<Change>): StepsTo<AnnotationIndex> {
    const changed = yield* this.#otherFiles(changes);
    if (changed.size === 0) return this;
    const next = new AnnotationIndex(this.#files.with(changed));
    next.#uris = this.#uris && urisAfter(this.#uris, this.#files, changed);
    yield;
    next.#byRequirement =
      this.#byRequirement && (yield* regrouped(this.#byRequirement, this.#files, changed));
    return next;
  }

  /** Those that say something else now, sorted by uri. */
  *#otherFiles(changes: Iterable<Change>): StepsTo<ReadonlyMap<string, AnnotatedFile | undefined>> {
    const changed = new Map<string, AnnotatedFile | undefined>();
    for (const [uri, scan] of [...new Map(changes)].sort(byUri)) {
      const kept = scan === undefined || isEmpty(scan) ? undefined : scan;
      // Most edits of a text leave its annotations as they are.
      if (!isSameData(this.inFile(uri), kept))
        changed.set(uri, kept && new AnnotatedFile(uri, kept));
      yield;
    }
    return changed;
  }

  /** The files that hold anything, sorted. */
  get uris(): readonly string[] {
    this.#uris ??= [...this.#files.keys()].sort();
    return this.#uris;
  }

  inFile(uri: string): FileScan | undefined {
    return this.#files.get(uri)?.scan;
  }

  /** Every claim of a requirement, its enhancements and items included, by file and place. */
  sitesOf(part: string, id: string): readonly Site[] {
    this.#byRequirement ??= groupAll(this.sites());
    return this.#byRequirement.get(keyOf(part, id)) ?? NONE;
  }

  /** Every claim, by file and place. */
  *sites(): Iterable<Site> {
    for (const uri of this.uris) yield* this.#files.get(uri)?.sites ?? NONE;
  }
}

const NONE: readonly Site[] = [];

/** What one file says; its claims are the same values in every index that has the file like this. */
class AnnotatedFile {
  readonly uri: string;
  readonly scan: FileScan;
  #sites: readonly Site[] | undefined;

  constructor(uri: string, scan: FileScan) {
    this.uri = uri;
    this.scan = scan;
  }

  get sites(): readonly Site[] {
    const { uri, scan } = this;
    this.#sites ??= scan.annotations.flatMap((annotation) =>
      annotation.claims.map((claim) => ({ uri, annotation, claim })),
    );
    return this.#sites;
  }
}

function byUri([a]: Change, [b]: Change): number {
  return a < b ? -1 : 1;
}

/** By file, then by place: the order of every list that people read. */
export function compareSites(a: Site, b: Site): number {
  if (a.uri !== b.uri) return a.uri < b.uri ? -1 : 1;
  return comparePositions(a.claim.range.start, b.claim.range.start);
}

import type { Annotation, Claim } from "./annotation.ts";
import { chunked, joined, withFiles } from "./annotationIndex/chunks.ts";
import { LayeredMap } from "./annotationIndex/layeredMap.ts";
import { isSameData } from "./annotationIndex/sameData.ts";
import { urisAfter } from "./annotationIndex/uris.ts";
import { type FileScan, isEmpty } from "./scan.ts";
import { comparePositions } from "./text.ts";

/** One claim and where it stands. */
export interface Site {
  readonly uri: string;
  readonly annotation: Annotation;
  readonly claim: Claim;
}

type SitesByRequirement = ReadonlyMap<string, readonly Site[]>;
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
    const changed = new Map<string, AnnotatedFile | undefined>();
    for (const [uri, scan] of new Map(changes)) {
      const kept = scan === undefined || isEmpty(scan) ? undefined : scan;
      // Most edits of a text leave its annotations as they are.
      if (isSameData(this.inFile(uri), kept)) continue;
      changed.set(uri, kept && new AnnotatedFile(uri, kept));
    }
    if (changed.size === 0) return this;
    const next = new AnnotationIndex(this.#files.with(changed));
    next.#uris = this.#uris && urisAfter(this.#uris, this.#files, changed);
    next.#byRequirement =
      this.#byRequirement && regrouped(this.#byRequirement, this.#files, changed);
    return next;
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
    return this.#byRequirement.get(`${part} ${id}`) ?? NONE;
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

function groupByRequirement(sites: Iterable<Site>): ReadonlyMap<string, readonly Site[]> {
  const groups = new Map<string, Site[]>();
  for (const site of sites) {
    const { part, id } = site.claim.reference;
    const key = `${part} ${id}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [site]);
    else group.push(site);
  }
  return groups;
}

function groupAll(sites: Iterable<Site>): SitesByRequirement {
  const groups = groupByRequirement(sites);
  return new Map(Array.from(groups, ([key, group]) => [key, joined(chunked(group))]));
}

/** The groups with the claims of the changed files put in the place of those they had before. */
function regrouped(
  before: SitesByRequirement,
  files: LayeredMap<AnnotatedFile>,
  changes: ReadonlyMap<string, AnnotatedFile | undefined>,
): SitesByRequirement {
  const changed = new Map<string, Map<string, readonly Site[]>>();
  for (const [uri, file] of changes) {
    const now = groupByRequirement(file?.sites ?? NONE);
    const was = groupByRequirement(files.get(uri)?.sites ?? NONE);
    for (const key of [...was.keys(), ...now.keys()]) {
      const ofKey = changed.get(key) ?? new Map<string, readonly Site[]>();
      changed.set(key, ofKey.set(uri, now.get(key) ?? NONE));
    }
  }
  const groups = new Map(before);
  for (const [key, ofFiles] of changed) {
    const group = withFiles(groups.get(key) ?? NONE, ofFiles);
    if (group.length === 0) groups.delete(key);
    else groups.set(key, group);
  }
  return groups;
}

/** By file, then by place: the order of every list that people read. */
export function compareSites(a: Site, b: Site): number {
  if (a.uri !== b.uri) return a.uri < b.uri ? -1 : 1;
  return comparePositions(a.claim.range.start, b.claim.range.start);
}

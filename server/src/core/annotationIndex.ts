import type { Annotation, Claim } from "./annotation.ts";
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

/** From here on it costs less to group all claims anew than to put each change in its place. */
const MANY_CHANGES = 64;

/** All annotations of a workspace, as an immutable value. A set of changes makes a new index. */
export class AnnotationIndex {
  static readonly empty = new AnnotationIndex(new Map());
  readonly #byFile: ReadonlyMap<string, FileScan>;
  #byRequirement: SitesByRequirement | undefined;
  #uris: readonly string[] | undefined;

  private constructor(byFile: ReadonlyMap<string, FileScan>) {
    this.#byFile = byFile;
  }

  /**
   * A new index in which each file named holds the scan given, or nothing. What a few changes do not
   * touch is the same value as before, down to the lists that `sitesOf` answers: what was worked out
   * of such a list still holds.
   */
  with(changes: Iterable<Change>): AnnotationIndex {
    // Most edits of a text leave its annotations as they are.
    const changed = new Map(
      [...new Map(changes)].filter(([uri, scan]) => !isSame(this.#byFile.get(uri), scan)),
    );
    if (changed.size === 0) return this;
    const byFile = new Map(this.#byFile);
    for (const [uri, scan] of changed) {
      if (scan === undefined || isEmpty(scan)) byFile.delete(uri);
      else byFile.set(uri, scan);
    }
    const next = new AnnotationIndex(byFile);
    const hasSameFiles = [...changed.keys()].every((it) => byFile.has(it) === this.#byFile.has(it));
    if (hasSameFiles) next.#uris = this.#uris;
    if (this.#byRequirement !== undefined && changed.size <= MANY_CHANGES) {
      next.#byRequirement = regrouped(this.#byRequirement, this, changed);
    }
    return next;
  }

  /** The files that hold anything, sorted. */
  get uris(): readonly string[] {
    this.#uris ??= [...this.#byFile.keys()].sort();
    return this.#uris;
  }

  inFile(uri: string): FileScan | undefined {
    return this.#byFile.get(uri);
  }

  /** Every claim of a requirement, its enhancements and items included, by file and place. */
  sitesOf(part: string, id: string): readonly Site[] {
    this.#byRequirement ??= groupByRequirement(this.sites());
    return this.#byRequirement.get(`${part} ${id}`) ?? NONE;
  }

  /** Every claim, by file and place. */
  *sites(): Iterable<Site> {
    for (const uri of this.uris) yield* sitesIn(uri, this.#byFile.get(uri));
  }
}

const NONE: readonly Site[] = [];

function isSame(before: FileScan | undefined, scan: FileScan | undefined): boolean {
  if (before === undefined || scan === undefined) return before === scan;
  return JSON.stringify(before) === JSON.stringify(scan);
}

function* sitesIn(uri: string, scan: FileScan | undefined): Iterable<Site> {
  for (const annotation of scan?.annotations ?? []) {
    for (const claim of annotation.claims) yield { uri, annotation, claim };
  }
}

function groupByRequirement(sites: Iterable<Site>): Map<string, Site[]> {
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

/** The groups with the claims of the changed files put in the place of those they had before. */
function regrouped(
  before: SitesByRequirement,
  index: AnnotationIndex,
  changes: ReadonlyMap<string, FileScan | undefined>,
): SitesByRequirement {
  const groups = new Map(before);
  for (const [uri, scan] of changes) {
    const now = groupByRequirement(sitesIn(uri, scan));
    const keys = [...groupByRequirement(sitesIn(uri, index.inFile(uri))).keys(), ...now.keys()];
    for (const key of new Set(keys)) {
      const group = replaced(groups.get(key) ?? NONE, uri, now.get(key) ?? NONE);
      if (group.length === 0) groups.delete(key);
      else groups.set(key, group);
    }
  }
  return groups;
}

/** A group in which one file has these claims. */
function replaced(group: readonly Site[], uri: string, sites: readonly Site[]): readonly Site[] {
  const others = group.filter((it) => it.uri !== uri);
  const behind = others.findIndex((it) => it.uri > uri);
  const place = behind < 0 ? others.length : behind;
  return [...others.slice(0, place), ...sites, ...others.slice(place)];
}

/** By file, then by place: the order of every list that people read. */
export function compareSites(a: Site, b: Site): number {
  if (a.uri !== b.uri) return a.uri < b.uri ? -1 : 1;
  return comparePositions(a.claim.range.start, b.claim.range.start);
}

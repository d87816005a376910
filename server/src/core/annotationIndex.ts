import type { Annotation, Claim } from "./annotation.ts";
import { type FileScan, isEmpty } from "./scan.ts";
import { comparePositions } from "./text.ts";

/** One claim and where it stands. */
export interface Site {
  readonly uri: string;
  readonly annotation: Annotation;
  readonly claim: Claim;
}

/** All annotations of a workspace, as an immutable value. A set of changes makes a new index. */
export class AnnotationIndex {
  static readonly empty = new AnnotationIndex(new Map());
  readonly #byFile: ReadonlyMap<string, FileScan>;
  #byRequirement: ReadonlyMap<string, readonly Site[]> | undefined;
  #uris: readonly string[] | undefined;

  private constructor(byFile: ReadonlyMap<string, FileScan>) {
    this.#byFile = byFile;
  }

  /** A new index in which each file named holds the scan given, or nothing. */
  with(changes: Iterable<readonly [uri: string, scan: FileScan | undefined]>): AnnotationIndex {
    const byFile = new Map(this.#byFile);
    for (const [uri, scan] of changes) {
      if (scan === undefined || isEmpty(scan)) byFile.delete(uri);
      else byFile.set(uri, scan);
    }
    return new AnnotationIndex(byFile);
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
    return this.#byRequirement.get(`${part} ${id}`) ?? [];
  }

  /** Every claim, by file and place. */
  *sites(): Iterable<Site> {
    for (const uri of this.uris) {
      const annotations = this.#byFile.get(uri)?.annotations ?? [];
      for (const annotation of annotations) {
        for (const claim of annotation.claims) yield { uri, annotation, claim };
      }
    }
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

/** By file, then by place: the order of every list that people read. */
export function compareSites(a: Site, b: Site): number {
  if (a.uri !== b.uri) return a.uri < b.uri ? -1 : 1;
  return comparePositions(a.claim.range.start, b.claim.range.start);
}

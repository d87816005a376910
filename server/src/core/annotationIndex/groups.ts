import type { Site } from "../annotationIndex.ts";
import type { StepsTo } from "../steps.ts";
import { chunked, joined, withFiles } from "./chunks.ts";

/** By part and id of the requirement; each list by file and place. */
export type SitesByRequirement = ReadonlyMap<string, readonly Site[]>;

/** What one file says. */
interface Claiming {
  readonly sites: readonly Site[];
}

const NONE: readonly Site[] = [];

export function keyOf(part: string, id: string): string {
  return `${part} ${id}`;
}

export function groupAll(sites: Iterable<Site>): SitesByRequirement {
  const groups = groupByRequirement(sites);
  return new Map(Array.from(groups, ([key, group]) => [key, joined(chunked(group))]));
}

function groupByRequirement(sites: Iterable<Site>): SitesByRequirement {
  const groups = new Map<string, Site[]>();
  for (const site of sites) {
    const { part, id } = site.claim.reference;
    const key = keyOf(part, id);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [site]);
    else group.push(site);
  }
  return groups;
}

/** The groups with the claims of the changed files put in the place of those they had before. */
export function* regrouped(
  before: SitesByRequirement,
  files: { get(uri: string): Claiming | undefined },
  changes: ReadonlyMap<string, Claiming | undefined>,
): StepsTo<SitesByRequirement> {
  const groups = new Map(before);
  for (const [key, ofFiles] of yield* changesByRequirement(files, changes)) {
    const group = yield* withFiles(groups.get(key) ?? NONE, ofFiles);
    if (group.length === 0) groups.delete(key);
    else groups.set(key, group);
  }
  return groups;
}

/** For each requirement that changed files claim or claimed, what each of them claims of it now. */
function* changesByRequirement(
  files: { get(uri: string): Claiming | undefined },
  changes: ReadonlyMap<string, Claiming | undefined>,
): StepsTo<ReadonlyMap<string, ReadonlyMap<string, readonly Site[]>>> {
  const changed = new Map<string, Map<string, readonly Site[]>>();
  for (const [uri, file] of changes) {
    const now = groupByRequirement(file?.sites ?? NONE);
    const was = groupByRequirement(files.get(uri)?.sites ?? NONE);
    for (const key of [...was.keys(), ...now.keys()]) {
      const ofKey = changed.get(key) ?? new Map<string, readonly Site[]>();
      changed.set(key, ofKey.set(uri, now.get(key) ?? NONE));
    }
    yield;
  }
  return changed;
}

import type { Baseline, BaselineFinding } from "../baseline.ts";
import type { Project } from "../project.ts";
import { displayPath } from "../report/displayPath.ts";
import { aboutOf } from "../rules/about.ts";
import { check, filesToCheck } from "../rules/check.ts";
import type { Finding } from "../rules/rule.ts";
import { projectOf, type Snapshot } from "../snapshot.ts";

/** A finding as a baseline has it, and as the rules tell it now. */
export interface FindingNow {
  readonly known: BaselineFinding;
  readonly uri: string;
  readonly finding: Finding;
}

/** Which findings a project has that it did not have, and the other way round. */
export interface FindingChanges {
  readonly appeared: readonly FindingNow[];
  readonly gone: readonly BaselineFinding[];
}

/**
 * The findings of a project that a gate holds: errors and warnings, by path and place. An info is guidance, or
 * tells of what the states tell of already, and a hint is a matter of style.
 */
export function findingsOf(snapshot: Snapshot, project: Project): readonly FindingNow[] {
  const uris = filesToCheck(snapshot).filter((it) => projectOf(snapshot, it) === project);
  return uris.flatMap((uri) => {
    const path = displayPath(uri, project.root);
    return check(snapshot, uri)
      .filter(({ level }) => level === "error" || level === "warning")
      .map((finding) => ({
        known: { code: finding.code, path, about: aboutOf(snapshot, uri, finding) },
        uri,
        finding,
      }));
  });
}

/**
 * Pairs the findings of now with those of a baseline, each with one: first in the same file, then in any, since
 * code may move. A baseline from before findings were held knows of none, and nothing is compared.
 */
export function findingChanges(
  { findings: before }: Baseline,
  snapshot: Snapshot,
  project: Project,
): FindingChanges {
  if (before === undefined) return { appeared: [], gone: [] };
  const now = findingsOf(snapshot, project);
  const inPlace = pair(before, now, ({ code, path, about }) => [code, path, about].join("\n"));
  return pair(inPlace.gone, inPlace.appeared, ({ code, about }) => [code, about].join("\n"));
}

/** What finds no other with the same key. */
function pair(
  before: readonly BaselineFinding[],
  now: readonly FindingNow[],
  keyOf: (finding: BaselineFinding) => string,
): FindingChanges {
  const waiting = new Map<string, BaselineFinding[]>();
  for (const it of before) {
    const alike = waiting.get(keyOf(it));
    if (alike === undefined) waiting.set(keyOf(it), [it]);
    else alike.push(it);
  }
  const appeared = now.filter((it) => waiting.get(keyOf(it.known))?.pop() === undefined);
  const left = new Set([...waiting.values()].flat());
  return { appeared, gone: before.filter((it) => left.has(it)) };
}

import { check, filesToCheck } from "../core/rules/check.ts";
import type { Snapshot } from "../core/snapshot.ts";

/** What there is of each kind: numbers alone. */
export interface SnapshotStatistics {
  readonly annotatedFiles: number;
  readonly annotations: number;
  readonly claims: number;
  readonly findings: Readonly<Record<string, number>>;
  readonly projects: {
    readonly all: number;
    readonly withFile: number;
    readonly statements: number;
  };
  readonly skipped: Readonly<Record<string, number>>;
}

/** Counts what is known, for a report about a fault. */
export function statistics(snapshot: Snapshot): SnapshotStatistics {
  const { index, projects, skipped } = snapshot;
  const annotations = index.uris.flatMap((uri) => index.inFile(uri)?.annotations ?? []);
  return {
    annotatedFiles: index.uris.length,
    annotations: annotations.length,
    claims: annotations.reduce((sum, { claims }) => sum + claims.length, 0),
    findings: countBy(codesOf(snapshot)),
    projects: {
      all: projects.length,
      withFile: projects.filter(({ file }) => file !== undefined).length,
      statements: projects.reduce((sum, { statements }) => sum + statements.length, 0),
    },
    skipped: countBy(skipped.map(({ why }) => why)),
  };
}

function codesOf(snapshot: Snapshot): readonly string[] {
  return filesToCheck(snapshot).flatMap((uri) => check(snapshot, uri).map(({ code }) => code));
}

function countBy(words: readonly string[]): Readonly<Record<string, number>> {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return Object.fromEntries([...counts].sort(([a], [b]) => (a < b ? -1 : 1)));
}

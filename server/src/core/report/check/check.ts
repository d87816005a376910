import { aboutOf } from "../../rules/about.ts";
import { check, filesToCheck } from "../../rules/check.ts";
import type { Finding, FindingLevel, Fix } from "../../rules/rule.ts";
import type { Snapshot } from "../../snapshot.ts";
import type { Difference } from "../difference.ts";
import { displayPath } from "../displayPath.ts";
import { SCHEMA_VERSION } from "../json.ts";
import { comparePlaces, type Place, placeOf } from "../place.ts";

/** One finding, as every format of `check` tells it. */
export interface CheckedFinding extends Place {
  readonly code: string;
  readonly level: FindingLevel;
  readonly message: string;
  /** What tells it from others of its rule and file, run after run. */
  readonly about: string;
  readonly fixes: readonly CheckedFix[];
}

/** A repair: one that a program can make. */
export interface CheckedFix {
  readonly title: string;
  readonly edits: readonly CheckedEdit[];
}

/** The text that stands at a place afterwards. */
export interface CheckedEdit extends Place {
  readonly newText: string;
}

/** The result of `check`. */
export interface CheckResult {
  readonly findings: readonly CheckedFinding[];
  /** What is otherwise than in the baseline; absent where there is none. */
  readonly difference?: Difference;
}

/** Every finding of a snapshot; paths are relative to `base`. */
export function checkOf(snapshot: Snapshot, base: string): CheckResult {
  const findings = filesToCheck(snapshot).flatMap((uri) =>
    check(snapshot, uri).map((it) => checked(snapshot, uri, it, base)),
  );
  return { findings: findings.sort(comparePlaces) };
}

function checked(snapshot: Snapshot, uri: string, finding: Finding, base: string): CheckedFinding {
  const { range, code, level, message } = finding;
  // What only leads elsewhere is of use in an editor alone; the message names the place.
  const fixes = finding.fixes.filter((it) => it.goTo === undefined);
  return {
    ...placeOf(displayPath(uri, base), range),
    code,
    level,
    message,
    about: aboutOf(snapshot, uri, finding),
    fixes: fixes.map((it) => checkedFix(it, uri, base)),
  };
}

function checkedFix({ title, edits }: Fix, uri: string, base: string): CheckedFix {
  return {
    title,
    edits: edits.map((it) => ({
      ...placeOf(displayPath(it.uri ?? uri, base), it.range),
      newText: it.newText,
    })),
  };
}

/** The result as it is published: fixes by their titles. */
export function checkJson({ findings, difference }: CheckResult): object {
  return {
    schemaVersion: SCHEMA_VERSION,
    findings: findings.map((it) => ({ ...it, fixes: it.fixes.map(({ title }) => title) })),
    ...(difference !== undefined && { difference }),
  };
}

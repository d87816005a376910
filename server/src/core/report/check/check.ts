import { check, filesToCheck } from "../../rules/check.ts";
import type { Finding, FindingLevel } from "../../rules/rule.ts";
import type { Snapshot } from "../../snapshot.ts";
import { displayPath } from "../displayPath.ts";
import { SCHEMA_VERSION } from "../json.ts";
import { comparePlaces, type Place, placeOf } from "../place.ts";

/** One finding, as `check` tells it. */
export interface CheckedFinding extends Place {
  readonly code: string;
  readonly level: FindingLevel;
  readonly message: string;
  /** The titles of its fixes. */
  readonly fixes: readonly string[];
}

/** The result of `check`. */
export interface CheckResult {
  readonly schemaVersion: number;
  readonly findings: readonly CheckedFinding[];
}

/** Every finding of a snapshot; paths are relative to `base`. */
export function checkOf(snapshot: Snapshot, base: string): CheckResult {
  const findings = filesToCheck(snapshot).flatMap((uri) => {
    const path = displayPath(uri, base);
    return check(snapshot, uri).map((finding) => checked(path, finding));
  });
  return { schemaVersion: SCHEMA_VERSION, findings: findings.sort(comparePlaces) };
}

function checked(path: string, { range, code, level, message, fixes }: Finding): CheckedFinding {
  // What only leads elsewhere is of use in an editor alone; the message names the place.
  const titles = fixes.filter((it) => it.goTo === undefined).map((it) => it.title);
  return { ...placeOf(path, range), code, level, message, fixes: titles };
}

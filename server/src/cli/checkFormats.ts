import { version } from "../../../package.json";
import { BASELINE_FILE } from "../core/baseline.ts";
import { type CheckResult, checkJson } from "../core/report/check/check.ts";
import { checkText } from "../core/report/check/checkText.ts";
import { githubCommands } from "../core/report/check/github.ts";
import { junit } from "../core/report/check/junit.ts";
import { sarif } from "../core/report/check/sarif.ts";
import { displayPath } from "../core/report/displayPath.ts";
import { toJson } from "../core/report/json.ts";
import { skippedOf } from "../core/report/list/list.ts";
import { RULES } from "../core/rules/all.ts";
import { isSilent } from "../core/rules/check.ts";
import { isBelow } from "../core/snapshot.ts";
import { sha1 } from "../reports/digest.ts";
import type { Output } from "../reports/output.ts";
import { withoutCommands } from "../reports/withoutCommands.ts";
import { isRefusal } from "./outcome.ts";
import { findPlaces } from "./places.ts";
import type { Code } from "./readCode.ts";
import { sourceLines } from "./sourceLines.ts";
import type { World } from "./world.ts";

type Write = (result: CheckResult, code: Code, world: World) => Output;

/** The formats of `check`, the usual one first. */
export const CHECK_FORMATS = {
  text: asText,
  json: (result) => toJson(checkJson(result)),
  sarif: asSarif,
  github: (result, code, world) => githubCommands(result, elsewhere(result, code, world)),
  junit: asJunit,
} as const satisfies Readonly<Record<string, Write>>;

export type CheckFormat = keyof typeof CHECK_FORMATS;

/** What the paths of a result are relative to, by uri: a host of code knows files from the top alone. */
export function baseFor(format: CheckFormat, { base, top }: Code): string {
  return format === "text" || format === "json" ? base : top;
}

function* asText(
  result: CheckResult,
  { snapshot, base }: Code,
  { files, screen }: World,
): Iterable<string> {
  const { index } = snapshot;
  const claims = [...index.sites()].length;
  const lineOf = sourceLines(files, snapshot, base);
  const about = { claims, files: index.uris.length, lineOf };
  for (const it of checkText(result, about, screen)) yield withoutCommands(it);
}

function asSarif(result: CheckResult, code: Code, world: World): Output {
  const { snapshot, base, top } = code;
  return sarif(result, {
    version,
    folder: base === top ? "" : displayPath(base, top),
    elsewhere: elsewhere(result, code, world),
    skipped: skippedOf(snapshot, top),
    digest: sha1,
  });
}

function asJunit(result: CheckResult, code: Code, world: World): Output {
  const { snapshot, top } = code;
  return junit(result, {
    elsewhere: elsewhere(result, code, world),
    skipped: skippedOf(snapshot, top),
    silent: new Set(RULES.filter((it) => isSilent(it, snapshot)).map((it) => it.code)),
  });
}

/**
 * The path of the baseline: it stands for what it holds and the code does not. One from outside of the
 * repository is no file that a host knows; the project file takes its place.
 */
function elsewhere({ difference }: CheckResult, { snapshot, top }: Code, { cwd }: World): string {
  const places = difference && findPlaces(cwd, [difference.baseline]);
  const baseline = places === undefined || isRefusal(places) ? [] : (places.only ?? []);
  const project = snapshot.projects.find((it) => it.product === difference?.product)?.file;
  const uri = [...baseline, project].find((it) => it !== undefined && isBelow(it, top));
  return uri === undefined ? BASELINE_FILE : displayPath(uri, top);
}

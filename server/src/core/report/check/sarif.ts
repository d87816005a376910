import type { SkippedFile } from "../list/list.ts";
import { encodedPath } from "../permalink.ts";
import type { Place } from "../place.ts";
import { count, grouped, safe } from "../terminal.ts";
import type { CheckedFinding, CheckedFix, CheckResult } from "./check.ts";
import { Fingerprints } from "./fingerprints.ts";
import { SARIF_LEVELS, SARIF_RULE_INDEX, SARIF_RULES } from "./sarifRules.ts";
import { loudestFirst, toldOf } from "./told.ts";

/** What a SARIF log says beside the findings. */
export interface SarifRun {
  /** Of this program. */
  readonly version: string;
  /** What was checked, from the root of the repository; empty where it is that root. */
  readonly folder: string;
  /** The path of the file that stands for what stands nowhere any more. */
  readonly elsewhere: string;
  readonly skipped: readonly SkippedFile[];
  readonly digest: (text: string) => string;
}

/** GitHub stores so many results of a run. */
const MOST_RESULTS = 5000;
const MOST_SKIPPED = 1000;

/**
 * A SARIF 2.1.0 log of one run, in pieces, a line a result. The loudest results are kept where there are more
 * than a host takes; a notification tells so.
 */
export function* sarif(result: CheckResult, run: SarifRun): Generator<string> {
  const told = toldOf(result, run.elsewhere);
  const kept = loudestFirst(told).slice(0, MOST_RESULTS);
  const fingerprints = new Fingerprints(told, run.digest);
  // The results are the last key: they go in before what closes the log.
  yield JSON.stringify(logOf(run, told.length - kept.length)).slice(0, -END.length);
  let before = "\n";
  for (const it of kept) {
    yield before + JSON.stringify(resultOf(it, fingerprints.of(it)));
    before = ",\n";
  }
  yield `\n${END}\n`;
}

const END = "]}]}";

function logOf({ version, folder, skipped }: SarifRun, leftOut: number): object {
  const notes = [...leftOutNote(leftOut), ...skippedNotes(skipped)];
  const run = {
    tool: { driver: driverOf(version) },
    // Of two uploads for one commit, GitHub keeps both only where these differ.
    automationDetails: { id: `iec62443/${folder === "" ? "" : `${encodedPath(folder)}/`}` },
    originalUriBaseIds: { [ROOT]: { description: { text: "The root of the repository." } } },
    columnKind: "utf16CodeUnits",
    invocations: [{ executionSuccessful: true, toolExecutionNotifications: notes }],
    results: [],
  };
  return { $schema: SCHEMA, version: "2.1.0", runs: [run] };
}

function driverOf(version: string): object {
  const notifications = [{ id: RESULTS_LEFT_OUT }, { id: FILE_SKIPPED }];
  return { name: "iec62443", semanticVersion: version, rules: SARIF_RULES, notifications };
}

const SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json";
const ROOT = "%SRCROOT%";
const RESULTS_LEFT_OUT = "results-left-out";
const FILE_SKIPPED = "file-skipped";

function leftOutNote(leftOut: number): readonly object[] {
  if (leftOut === 0) return [];
  const text = `${count(leftOut, "result")} left out: the ${grouped(MOST_RESULTS)} loudest are here, as many as code scanning shows. Repair these first; --format json has all of them.`;
  return [{ descriptor: { id: RESULTS_LEFT_OUT }, level: "warning", message: { text } }];
}

function skippedNotes(skipped: readonly SkippedFile[]): readonly object[] {
  const note = { descriptor: { id: FILE_SKIPPED }, level: "note" };
  const shown = skipped.slice(0, MOST_SKIPPED).map(({ path, why }) => ({
    ...note,
    message: plain(`${path} was not read: ${why}.`),
    locations: [{ physicalLocation: { artifactLocation: artifactOf(path) } }],
  }));
  const more = skipped.length - shown.length;
  if (more === 0) return shown;
  return [...shown, { ...note, message: plain(`${count(more, "more file")} not read.`) }];
}

function resultOf(finding: CheckedFinding, fingerprint: string): object {
  const { code, level, message, path, fixes } = finding;
  const repairs = fixes.filter((it) => it.edits.length > 0).map(fixOf);
  return {
    ruleId: code,
    ruleIndex: SARIF_RULE_INDEX.get(code),
    level: SARIF_LEVELS[level],
    message: plain(message),
    locations: [
      { physicalLocation: { artifactLocation: artifactOf(path), region: regionOf(finding) } },
    ],
    // The first is the only one that GitHub goes by, whatever its name says.
    partialFingerprints: { primaryLocationLineHash: fingerprint, "iec62443/v1": fingerprint },
    ...(repairs.length > 0 && { fixes: repairs }),
  };
}

function fixOf({ title, edits }: CheckedFix): object {
  const paths = [...new Set(edits.map((it) => it.path))];
  return {
    description: plain(title),
    artifactChanges: paths.map((path) => ({
      artifactLocation: artifactOf(path),
      replacements: edits
        .filter((it) => it.path === path)
        .map((it) => ({ deletedRegion: regionOf(it), insertedContent: { text: it.newText } })),
    })),
  };
}

/** A file outside of the root can only be named by where it stands on this machine. */
function artifactOf(path: string): object {
  const uri = encodedPath(path);
  return path.startsWith("/") ? { uri: `file://${uri}` } : { uri, uriBaseId: ROOT };
}

function regionOf({ line, column, endLine, endColumn }: Place): object {
  return { startLine: line, startColumn: column, endLine, endColumn };
}

/** A message that shows as it is: nothing of what it quotes becomes a link or a placeholder. */
function plain(text: string): { readonly text: string } {
  return {
    text: safe(text)
      .replaceAll("](", "] (")
      .replace(/\{\d+\}/g, "{$&}"),
  };
}

import { type Changes, changesSince } from "../core/baseline/changes.ts";
import type { ClaimNow } from "../core/baseline/match.ts";
import { baselineIn } from "../core/baseline/read.ts";
import { BASELINE_FILE, type BaselineClaim, baselineOf, formatBaseline } from "../core/baseline.ts";
import type { Project } from "../core/project.ts";
import type { Snapshot } from "../core/snapshot.ts";
import type {
  BaselineProblem,
  BaselineText,
  BaselineTextParams,
  WireChangedClaim,
  WireChanges,
} from "../protocol/baseline.ts";

/** What is otherwise than in the baseline of a project; nothing where it has none. */
export function changesOnWire(snapshot: Snapshot, project: Project): WireChanges | undefined {
  if (project.baseline === undefined) return undefined;
  const file = project.baseline.uri;
  const baseline = baselineIn(project.baseline);
  if ("problem" in baseline) return { file, ...NO_CHANGES, problem: baseline.problem };
  const changes = changesSince(baseline, snapshot, project).map(toWireChanges);
  return {
    file,
    states: changes.flatMap((it) => it.states),
    lost: changes.flatMap((it) => it.lost),
    gained: changes.flatMap((it) => it.gained),
    moved: changes.flatMap((it) => it.moved),
  };
}

type WireLists = Omit<WireChanges, "file" | "problem">;

const NO_CHANGES: WireLists = { states: [], lost: [], gained: [], moved: [] };
const known = new WeakMap<Changes, WireLists>();

function toWireChanges(changes: Changes): WireLists {
  const wire = known.get(changes) ?? {
    states: changes.states,
    lost: changes.lost.map(toWireClaim),
    gained: changes.gained.map(claimNow),
    moved: changes.moved.map((it) => ({ ...claimNow(it), before: { path: it.from } })),
  };
  known.set(changes, wire);
  return wire;
}

function toWireClaim({ part, reference, relation, path, subject }: BaselineClaim) {
  return { part, reference, relation, path, ...(subject === undefined ? {} : { subject }) };
}

function claimNow({ claim, site }: ClaimNow): WireChangedClaim {
  const { range } = site.claim;
  return { ...toWireClaim(claim), line: range.start.line + 1, uri: site.uri, range };
}

/** What a client is to write as the baseline of a project; null where the project is gone. */
export function baselineText(
  snapshot: Snapshot,
  { project: root }: BaselineTextParams,
  { indexing }: { readonly indexing: boolean },
): BaselineText | BaselineProblem | null {
  const project = snapshot.projects.find((it) => it.root === root);
  if (project === undefined) return null;
  // What is not read would show as lost ever after.
  if (indexing) return { problem: "Files are still being read. Try again when that is over." };
  if (project.isPart) {
    return {
      problem: `Only a part of ${project.product} is open. Open the folder of its project file.`,
    };
  }
  const uri = `${project.root}/${BASELINE_FILE}`;
  return { uri, text: formatBaseline(baselineOf(snapshot, project)) };
}

import { type Changes, changesSince } from "../../../server/src/core/baseline/changes.ts";
import { readBaseline } from "../../../server/src/core/baseline/read.ts";
import { type Baseline, baselineOf, formatBaseline } from "../../../server/src/core/baseline.ts";
import type { Project } from "../../../server/src/core/project.ts";
import type { Snapshot } from "../../../server/src/core/snapshot.ts";
import { snapshotOf } from "../../support/snapshotOf.ts";
import { TINY } from "../coverage/tinyCatalog.ts";

export type Files = Readonly<Record<string, string>>;

/** A product with the tiny catalog. */
export function productOf(files: Files, project: Partial<Project> = {}): Snapshot {
  return { ...snapshotOf(files, { components: ["EDR"], ...project }), catalog: TINY };
}

export function projectOfRoot({ projects: [project] }: Snapshot): Project {
  if (project === undefined) throw new Error("There is a project.");
  return project;
}

/** The text of the baseline of a product. */
export function baselineText(snapshot: Snapshot): string {
  return formatBaseline(baselineOf(snapshot, projectOfRoot(snapshot)));
}

/** A baseline as it comes back from its file; an error where it cannot be read. */
export function reread(text: string): Baseline {
  const baseline = readBaseline(text);
  if ("problem" in baseline) throw new Error(baseline.problem);
  return baseline;
}

/** What has changed between two products, a line a change. */
export function changesBetween(before: Snapshot, after: Snapshot): readonly string[] {
  const baseline = reread(baselineText(before));
  return changesSince(baseline, after, projectOfRoot(after)).flatMap(linesOf);
}

function linesOf({ states, lost, gained, moved }: Changes): readonly string[] {
  const claimed = ({ reference, relation, path, subject = "" }: Baseline["claims"][number]) =>
    `${relation} ${reference} ${path} ${subject}`.trim();
  return [
    ...states.map(
      ({ reference, from = "none", to = "none", direction }) =>
        `${reference} ${from} -> ${to}, ${direction}`,
    ),
    ...lost.map((it) => `lost ${claimed(it)}`),
    ...gained.map(
      ({ claim, site }) => `gained ${claimed(claim)} line ${site.claim.range.start.line + 1}`,
    ),
    ...moved.map(({ claim, from }) => `moved ${claimed(claim)} from ${from}`),
  ];
}

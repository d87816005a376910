import { componentWord } from "../../catalog.ts";
import {
  coverageOf,
  type LevelCell,
  type LevelOfFr,
  levelReached,
  type Totals,
} from "../../coverage.ts";
import { countProblems, type Project, type Target } from "../../project.ts";
import { formatReference } from "../../reference.ts";
import { isBelow, projectOf, type Snapshot } from "../../snapshot.ts";
import type { Difference } from "../difference.ts";
import { displayPath } from "../displayPath.ts";
import { SCHEMA_VERSION } from "../json.ts";
import type { ReportPlaces } from "../permalink.ts";
import { type ReportedItem, reportedItem } from "./reportItem.ts";

/** The result of `report`; `null` where nothing is known or aimed at. */
export interface ReportResult {
  readonly schemaVersion: number;
  /** Which revision of the code it tells of, where that was asked for. */
  readonly revision?: string;
  readonly projects: readonly ReportedProject[];
  /** What is otherwise than in the baseline; absent where there is none. */
  readonly difference?: Difference;
}

export interface ReportedProject {
  readonly path: string;
  readonly product: string;
  readonly parts: readonly string[];
  /** As in the project file: `embedded-device`. */
  readonly components: readonly string[];
  /** As in the project file: `2`, or `{ "FR 1": 3 }`. */
  readonly target: number | Readonly<Record<string, number>> | null;
  /** How many things in its project file cannot be used: then the numbers may be wrong. */
  readonly problems: number;
  readonly totals: Totals;
  /** SL-C of the whole component; 0 for none. */
  readonly reached: LevelOfFr["reached"];
  readonly levels: readonly {
    readonly fr: number;
    readonly target: number | null;
    readonly reached: LevelOfFr["reached"];
    /** One for each level, from 1 to 4. */
    readonly cells: readonly ReportedCell[];
  }[];
  readonly items: readonly ReportedItem[];
  readonly blockers: readonly string[];
}

/** What one level asks of one foundational requirement. */
export interface ReportedCell extends Omit<LevelCell, "blockers"> {
  readonly blockers: readonly string[];
}

/** The coverage of every project of a snapshot. */
export function reportOf(snapshot: Snapshot, places: ReportPlaces): ReportResult {
  const projects = projectsToReport(snapshot).map((it) => reported(snapshot, it, places));
  return { schemaVersion: SCHEMA_VERSION, projects };
}

/**
 * The projects that people know of. A folder without a project file is one by default, of which
 * nobody thinks as long as every claim in it belongs to a product below it.
 */
export function projectsToReport(snapshot: Snapshot): readonly Project[] {
  const used = new Set(snapshot.index.uris.map((uri) => projectOf(snapshot, uri)));
  const known = snapshot.projects.filter((it) => it.file !== undefined || used.has(it));
  return known.length === 0 ? snapshot.projects : known;
}

function reported(snapshot: Snapshot, project: Project, places: ReportPlaces): ReportedProject {
  const { base } = places;
  const coverage = coverageOf(snapshot, project);
  const { totals, levels, items, blockers } = coverage;
  const { today } = snapshot;
  return {
    path: pathOfProject(project, base),
    product: project.product,
    parts: project.parts,
    components: project.components.map(componentWord),
    target: targetOf(project.target),
    problems: countProblems(project),
    totals,
    reached: levelReached(coverage),
    levels: levels.map(reportedLevel),
    items: items.map((it) => reportedItem(it, project, { ...places, today })),
    blockers: blockers.map(formatReference),
  };
}

/** A project's folder; a dot for the folder that paths are relative to, and for one above it. */
export function pathOfProject({ root }: Pick<Project, "root">, base: string): string {
  return isBelow(base, root) ? "." : displayPath(root, base);
}

function reportedLevel({
  fr,
  target,
  reached,
  cells,
}: LevelOfFr): ReportedProject["levels"][number] {
  return {
    fr,
    target: target ?? null,
    reached,
    cells: cells.map((it) => ({ ...it, blockers: it.blockers.map(formatReference) })),
  };
}

function targetOf(target: Target | undefined): ReportedProject["target"] {
  if (typeof target !== "object") return target ?? null;
  const named = Object.entries(target).flatMap(([fr, level]) =>
    level === undefined ? [] : [[`FR ${fr}`, level] as const],
  );
  return Object.fromEntries(named);
}

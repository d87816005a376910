import type { Relation } from "../annotation.ts";
import type { Site } from "../annotationIndex.ts";
import { COMPONENT_NAMES } from "../catalog.ts";
import { coverageOf, type Item, type ItemState, type LevelOfFr, type Totals } from "../coverage.ts";
import { hasExpired, type Project, type Statement, type Target } from "../project.ts";
import { formatReference } from "../reference.ts";
import { isBelow, projectOf, type Snapshot } from "../snapshot.ts";
import { displayPath } from "./displayPath.ts";
import { SCHEMA_VERSION } from "./json.ts";

/** The result of `report`; `null` where nothing is known or aimed at. */
export interface ReportResult {
  readonly schemaVersion: number;
  readonly projects: readonly ReportedProject[];
}

export interface ReportedProject {
  readonly path: string;
  readonly product: string;
  readonly parts: readonly string[];
  /** As in the project file: `embedded-device`. */
  readonly components: readonly string[];
  /** As in the project file: `2`, or `{ "FR 1": 3 }`. */
  readonly target: number | Readonly<Record<string, number>> | null;
  readonly totals: Totals;
  readonly levels: readonly {
    readonly fr: number;
    readonly target: number | null;
    readonly reached: LevelOfFr["reached"];
  }[];
  readonly items: readonly ReportedItem[];
  readonly blockers: readonly string[];
}

export interface ReportedItem {
  readonly part: string;
  readonly reference: string;
  readonly title: string | null;
  readonly fr: number | null;
  readonly levels: readonly number[];
  readonly state: ItemState;
  readonly claims: readonly ReportedClaim[];
  readonly statement?: ReportedStatement;
}

export interface ReportedStatement
  extends Pick<Statement, "status" | "reason" | "owner" | "reviewed" | "expires" | "evidence"> {
  /** Present when it counts for nothing any more. */
  readonly expired?: true;
}

export interface ReportedClaim {
  readonly path: string;
  readonly line: number;
  readonly relation: Relation;
  readonly subject?: string;
  readonly text?: string;
}

/** The coverage of every project of a snapshot; paths are relative to `base`. */
export function reportOf(snapshot: Snapshot, base: string): ReportResult {
  const projects = projectsToReport(snapshot).map((it) => reported(snapshot, it, base));
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

function reported(snapshot: Snapshot, project: Project, base: string): ReportedProject {
  const { totals, levels, items, blockers } = coverageOf(snapshot, project);
  const { today } = snapshot;
  return {
    path: isBelow(base, project.root) ? "." : displayPath(project.root, base),
    product: project.product,
    parts: project.parts,
    components: project.components.map((it) => COMPONENT_NAMES[it].replaceAll(" ", "-")),
    target: targetOf(project.target),
    totals,
    levels: levels.map(({ fr, target, reached }) => ({ fr, target: target ?? null, reached })),
    items: items.map((it) => reportedItem(it, base, today)),
    blockers: blockers.map(formatReference),
  };
}

function targetOf(target: Target | undefined): ReportedProject["target"] {
  if (typeof target !== "object") return target ?? null;
  const named = Object.entries(target).flatMap(([fr, level]) =>
    level === undefined ? [] : [[`FR ${fr}`, level] as const],
  );
  return Object.fromEntries(named);
}

function reportedItem(item: Item, base: string, today: string): ReportedItem {
  const { reference, title, fr, levels, state, claims, statements } = item;
  // One that counts says more of the state than one that has expired.
  const statement = statements.find((it) => !hasExpired(it, today)) ?? statements[0];
  return {
    part: reference.part,
    reference: formatReference(reference),
    title: title ?? null,
    fr: fr ?? null,
    levels,
    state,
    claims: claims.map((it) => reportedClaim(it, base)),
    ...(statement !== undefined && { statement: reportedStatement(statement, today) }),
  };
}

function reportedClaim({ uri, annotation, claim }: Site, base: string): ReportedClaim {
  const { relation, subject, text } = annotation;
  return {
    path: displayPath(uri, base),
    line: claim.range.start.line + 1,
    relation,
    ...(subject !== undefined && { subject: subject.text }),
    ...(text !== undefined && { text }),
  };
}

function reportedStatement(statement: Statement, today: string): ReportedStatement {
  const { status, reason, owner, reviewed, expires, evidence } = statement;
  return {
    status,
    ...(reason !== undefined && { reason }),
    ...(owner !== undefined && { owner }),
    ...(reviewed !== undefined && { reviewed }),
    ...(expires !== undefined && { expires }),
    ...(hasExpired(statement, today) && { expired: true }),
    evidence,
  };
}

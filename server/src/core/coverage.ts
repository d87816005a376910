import type { Site } from "./annotationIndex.ts";
import { type Requirement, SECURITY_LEVELS, type SecurityLevel } from "./catalog.ts";
import { itemsOf } from "./coverage/items.ts";
import { appliesAt, ceilingOf, levelsOf } from "./coverage/levels.ts";
import type { Saying } from "./coverage/sayings.ts";
import { isMet, isOpen } from "./coverage/state.ts";
import type { Project, Statement } from "./project.ts";
import type { Reference } from "./reference.ts";
import type { Snapshot } from "./snapshot.ts";

/** State of an item; the first that fits is the one it has. */
export const ITEM_STATES = [
  "not-applicable",
  "verified",
  "implemented",
  "compensated",
  "partial",
  "planned",
  "missing",
] as const;
export type ItemState = (typeof ITEM_STATES)[number];

/** One base requirement or one enhancement that the project's parts, components and target ask for. */
export interface Item {
  readonly reference: Reference;
  readonly requirement: Requirement;
  /** Of an enhancement: the item of the requirement that it extends. */
  readonly base?: Item;
  /** Of the requirement or of the enhancement. */
  readonly title?: string;
  readonly fr?: number;
  readonly levels: readonly SecurityLevel[];
  readonly state: ItemState;
  /** By file and place. */
  readonly claims: readonly Site[];
  /** All that the project file says of it, in its order; what has expired counts for nothing. */
  readonly statements: readonly Statement[];
  /** What makes the state: every claim, and the statements that have not expired. */
  readonly sayings: readonly Saying[];
  /** The first saying of each kind, in their order: few, however many sayings there are, and they decide. */
  readonly kinds: readonly Saying[];
}

/** How many items are in each state. `applicable` leaves the not-applicable ones out. */
export interface Totals {
  readonly applicable: number;
  /** verified + implemented + compensated */
  readonly met: number;
  readonly verified: number;
  readonly implemented: number;
  readonly compensated: number;
  readonly partial: number;
  readonly planned: number;
  readonly missing: number;
  readonly notApplicable: number;
}

/** SL-C of one foundational requirement. */
export interface LevelOfFr {
  readonly fr: number;
  /** Absent: nothing is aimed at. */
  readonly target?: SecurityLevel;
  /** The highest level at which every item of the FR is met; 0 for none. */
  readonly reached: 0 | SecurityLevel;
  /** One for each level, from 1 to 4. */
  readonly cells: readonly LevelCell[];
}

/** What one level asks of one foundational requirement. */
export interface LevelCell {
  readonly level: SecurityLevel;
  /** Without what is not applicable. */
  readonly applicable: number;
  readonly met: number;
  /** The items that are applicable and not met. */
  readonly blockers: readonly Reference[];
}

/** Which requirements of one project are met, and which block its target. */
export interface Coverage {
  readonly project: Project;
  /** In catalog order, each base requirement before its enhancements. */
  readonly items: readonly Item[];
  readonly totals: Totals;
  readonly levels: readonly LevelOfFr[];
  /** The highest level that what belongs to no FR, such as the CCSC, leaves within reach. */
  readonly ceiling: 0 | SecurityLevel;
  /** The items that are applicable and not met. */
  readonly blockers: readonly Reference[];
}

const known = new WeakMap<Snapshot, WeakMap<Project, Coverage>>();

/** The coverage of one project of the snapshot; asked again, the same value. */
export function coverageOf(snapshot: Snapshot, project: Project): Coverage {
  const ofSnapshot = known.get(snapshot) ?? new WeakMap<Project, Coverage>();
  known.set(snapshot, ofSnapshot);
  const coverage = ofSnapshot.get(project) ?? compute(snapshot, project);
  ofSnapshot.set(project, coverage);
  return coverage;
}

function compute(snapshot: Snapshot, project: Project): Coverage {
  const all = itemsOf(snapshot, project);
  const items = all.filter((it) => appliesAt(project.target, it));
  return {
    project,
    items,
    totals: totalsOf(items),
    levels: levelsOf(project.target, all),
    ceiling: ceilingOf(all),
    blockers: items.filter((it) => isOpen(it.state)).map((it) => it.reference),
  };
}

function totalsOf(items: readonly Item[]): Totals {
  const count = (state: ItemState) => items.filter((it) => it.state === state).length;
  const notApplicable = count("not-applicable");
  return {
    applicable: items.length - notApplicable,
    met: items.filter((it) => isMet(it.state)).length,
    verified: count("verified"),
    implemented: count("implemented"),
    compensated: count("compensated"),
    partial: count("partial"),
    planned: count("planned"),
    missing: count("missing"),
    notApplicable,
  };
}

/**
 * The SL-C that the whole component reaches: the lowest of its FRs, and no more than what belongs to no FR
 * lets it reach. Parts without FRs reach none.
 */
export function levelReached({
  ceiling,
  levels,
}: Pick<Coverage, "ceiling" | "levels">): 0 | SecurityLevel {
  if (levels.length === 0) return 0;
  const lowest = Math.min(ceiling, ...levels.map((it) => it.reached));
  return SECURITY_LEVELS.find((level) => level === lowest) ?? 0;
}

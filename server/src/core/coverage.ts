import type { Site } from "./annotationIndex.ts";
import type { Requirement, SecurityLevel } from "./catalog.ts";
import type { Project, Statement } from "./project.ts";
import type { Reference } from "./reference.ts";

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
  /** Of the requirement or of the enhancement. */
  readonly title?: string;
  readonly fr?: number;
  readonly levels: readonly SecurityLevel[];
  readonly state: ItemState;
  /** By file and place. */
  readonly claims: readonly Site[];
  readonly statement?: Statement;
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
}

/** Which requirements of one project are met, and which block its target. */
export interface Coverage {
  readonly project: Project;
  /** In catalog order, each base requirement before its enhancements. */
  readonly items: readonly Item[];
  readonly totals: Totals;
  readonly levels: readonly LevelOfFr[];
  /** The items that are applicable and not met. */
  readonly blockers: readonly Reference[];
}

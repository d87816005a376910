import type {
  CoverageResult,
  WireClaim,
  WireItem,
  WireProject,
} from "../../server/src/protocol/coverage.ts";
import type { Entry } from "./coverageFilter.ts";
import type { Counts, ItemGroup, RequirementGroup } from "./itemGroups.ts";

/** One row of the coverage tree. `id` stays the same while the row means the same. */
export type CoverageNode =
  | ProjectNode
  | GroupNode
  | RequirementNode
  | EnhancementNode
  | ClaimNode
  | MoreNode
  | RangeNode
  | NotReadNode
  | ProblemNode
  | SkippedNode;

export interface ProjectNode {
  readonly kind: "project";
  readonly id: string;
  /** The product, with its folder where another one has the same name. */
  readonly name: string;
  readonly project: WireProject;
  readonly groups: readonly GroupNode[];
}

/** A foundational requirement, or what else keeps requirements together. */
export interface GroupNode {
  readonly kind: "group";
  readonly id: string;
  readonly group: ItemGroup;
  /** Over all its items, whatever the filter hides. */
  readonly counts: Counts;
  /** Whether the row opens by itself: few items are left by the filter. */
  readonly open: boolean;
  /** Whether its items open to their claims: few of these are left as well. */
  readonly openClaims: boolean;
}

/** A base requirement; `base` is absent where only enhancements passed the filter. */
export interface RequirementNode {
  readonly kind: "requirement";
  readonly id: string;
  readonly requirement: RequirementGroup;
  readonly open: boolean;
  readonly openClaims: boolean;
}

export interface EnhancementNode {
  readonly kind: "enhancement";
  readonly id: string;
  readonly entry: Entry;
  readonly openClaims: boolean;
}

export interface ClaimNode {
  readonly kind: "claim";
  readonly id: string;
  readonly item: WireItem;
  readonly claim: WireClaim;
}

/** The rest of a list that is too long to be shown at once. */
export interface MoreNode {
  readonly kind: "more";
  readonly id: string;
  readonly rest: readonly CoverageNode[];
}

/** A stretch of such a rest; `first` counts from 1 in the whole list. */
export interface RangeNode {
  readonly kind: "range";
  readonly id: string;
  readonly first: number;
  readonly nodes: readonly CoverageNode[];
}

/** Everything that could not be read or used. */
export interface NotReadNode {
  readonly kind: "notRead";
  readonly id: string;
  readonly problems: readonly string[];
  readonly skipped: CoverageResult["skipped"];
}

export interface ProblemNode {
  readonly kind: "problem";
  readonly id: string;
  readonly sentence: string;
}

export interface SkippedNode {
  readonly kind: "skipped";
  readonly id: string;
  readonly file: CoverageResult["skipped"][number];
}

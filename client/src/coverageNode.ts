import type {
  CoverageResult,
  WireClaim,
  WireItem,
  WireProblems,
  WireProject,
  WireState,
  WireStatement,
} from "../../server/src/protocol/coverage.ts";
import type { Entry } from "./coverageFilter.ts";
import type { Counts, RequirementGroup } from "./itemGroups.ts";

/** One row of the coverage tree. `id` stays the same while the row means the same. */
export type CoverageNode =
  | ProjectNode
  | GroupNode
  | FolderNode
  | FileNode
  | RequirementNode
  | ItemNode
  | StatementNode
  | ClaimNode
  | MoreNode
  | RangeNode
  | FileProblemsNode
  | HintNode
  | NotReadNode
  | ProblemNode
  | SkippedNode;

export interface ProjectNode {
  readonly kind: "project";
  readonly id: string;
  /** The product, with its folder where another one has the same name. */
  readonly name: string;
  readonly project: WireProject;
  readonly rows: readonly CoverageNode[];
}

/** Items that have something in common. */
export interface GroupNode {
  readonly kind: "group";
  readonly id: string;
  readonly label: string;
  readonly title?: string;
  /** Where it is their state that they have in common. */
  readonly state?: WireState;
  /** Over all its items, whatever the filter hides. */
  readonly counts: Counts;
  /** Its items that passed the filter. */
  readonly entries: readonly Entry[];
  /** Whether the row opens by itself: few items are left by the filter. */
  readonly open: boolean;
  /** Whether its items open to their claims: few of these are left as well. */
  readonly openClaims: boolean;
}

/** A part of the product: the first folder below the project's, or what lies beside such folders. */
export interface FolderNode {
  readonly kind: "folder";
  readonly id: string;
  /** Empty for the project's own folder. */
  readonly name: string;
  /** Over all that is claimed in it, whatever the filter hides. */
  readonly counts: Counts;
  readonly claims: number;
  readonly files: readonly FileNode[];
  readonly open: boolean;
}

export interface FileNode {
  readonly kind: "file";
  readonly id: string;
  readonly uri: string;
  /** Relative to the project's folder. */
  readonly path: string;
  /** The folders that no row above names; absent where there are none. */
  readonly folder?: string;
  /** Over all that is claimed in it, whatever the filter hides. */
  readonly counts: Counts;
  readonly claims: number;
  /** The claims that passed the filter. */
  readonly sites: readonly Site[];
  readonly open: boolean;
}

/** A claim and what it is a claim of. */
export interface Site {
  readonly entry: Entry;
  readonly claim: WireClaim;
}

/** A base requirement; `base` is absent where only enhancements passed the filter. */
export interface RequirementNode {
  readonly kind: "requirement";
  readonly id: string;
  readonly requirement: RequirementGroup<Entry>;
  readonly open: boolean;
  readonly openClaims: boolean;
}

/** An item by itself: an enhancement below its requirement, or any item in a list of them. */
export interface ItemNode {
  readonly kind: "item";
  readonly id: string;
  /** Below its requirement `RE(1)`, elsewhere the whole reference. */
  readonly label: string;
  readonly entry: Entry;
  readonly openClaims: boolean;
}

/** What the project file says of an item. */
export interface StatementNode {
  readonly kind: "statement";
  readonly id: string;
  readonly entry: Entry;
  readonly statement: WireStatement;
}

export interface ClaimNode {
  readonly kind: "claim";
  readonly id: string;
  readonly entry: Entry;
  readonly claim: WireClaim;
  /** What the row above says already. */
  readonly below: "item" | "file";
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

/** That the project file, or a catalog file, of the only project has something in it that cannot be used. */
export interface FileProblemsNode {
  readonly kind: "fileProblems";
  readonly id: string;
  readonly problems: WireProblems;
}

/** That there could be a project file. */
export interface HintNode {
  readonly kind: "hint";
  readonly id: string;
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

/** The item that a row is about; nothing for a row that is about several or none. */
export function entryOf(node: CoverageNode): Entry | undefined {
  switch (node.kind) {
    case "requirement":
      return node.requirement.base;
    case "item":
    case "statement":
    case "claim":
      return node.entry;
    default:
      return undefined;
  }
}

export function itemOf(node: CoverageNode): WireItem | undefined {
  return entryOf(node)?.item;
}

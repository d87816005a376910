import type { Range } from "vscode-languageserver-types";
import type { WireChanges } from "./baseline.ts";

/** Of a base requirement or an enhancement; see ITEM_STATES in core. */
export type WireState =
  | "not-applicable"
  | "verified"
  | "implemented"
  | "compensated"
  | "partial"
  | "planned"
  | "missing";

/** One claim: where it is and what it stands for. */
export interface WireClaim {
  readonly uri: string;
  /** For people: relative to the project's folder, with forward slashes. */
  readonly path: string;
  readonly range: Range;
  readonly relation: string;
  /** The letter of `CR 1.5(a)`, where the claim names one. */
  readonly letter?: string;
  readonly subject?: string;
  readonly text?: string;
}

/** What a project file says of an item. */
export interface WireStatement {
  readonly uri: string;
  readonly range: Range;
  readonly status: string;
  readonly reason?: string;
  readonly owner?: string;
  /** ISO day. */
  readonly reviewed?: string;
  /** ISO day. */
  readonly expires?: string;
  /** Then it counts for nothing. */
  readonly isExpired: boolean;
  /** Paths relative to the project's folder. */
  readonly evidence: readonly string[];
}

/** The next thing to do for an item that is open. */
export interface WireStep {
  /** A sentence. */
  readonly text: string;
  /** Where it is to be done, where that is known. */
  readonly uri?: string;
  readonly range?: Range;
}

/** One base requirement or one enhancement. */
export interface WireItem {
  readonly part: string;
  /** Canonical: `CR 1.1 RE(1)`. */
  readonly reference: string;
  /** The base requirement: `CR 1.1`. */
  readonly requirement: string;
  readonly title?: string;
  readonly summary?: string;
  readonly fr?: number;
  readonly levels: readonly number[];
  /** The component types that it is asked of, in words; empty: it does not depend on the type. */
  readonly components: readonly string[];
  readonly state: WireState;
  /** How many claims there are of each relation. */
  readonly counts: Readonly<Record<string, number>>;
  /** Whether it is applicable and not met. */
  readonly isOpen: boolean;
  /** Whether some say that it does not apply, and others that code meets it. */
  readonly isContradicted: boolean;
  /** What the project file says of it. */
  readonly statements: readonly WireStatement[];
  /** Why it does not apply, or what meets it elsewhere. */
  readonly reason?: string;
  /** What brings it nearer to being met; absent where nothing is open. */
  readonly next?: WireStep;
  /** Uri of its page, as RequirementPageRequest takes it. */
  readonly page?: string;
}

export interface WireTotals {
  readonly applicable: number;
  readonly met: number;
  readonly verified: number;
  readonly implemented: number;
  readonly compensated: number;
  readonly partial: number;
  readonly planned: number;
  readonly missing: number;
  readonly notApplicable: number;
}

export interface WireProject {
  readonly uri: string;
  /** Uri of its project file; absent where everything is by default. */
  readonly file?: string;
  readonly product: string;
  readonly components: readonly string[];
  /** As people write it: `SL 2`; absent where nothing is aimed at. */
  readonly target?: string;
  /** How many things cannot be used in its project file and in each of its own catalog files: then the numbers may be wrong. */
  readonly problems: readonly WireProblems[];
  /** What the documents are called that its items come from. */
  readonly documents: readonly { readonly part: string; readonly title: string }[];
  /** The SL-C that the whole component reaches; 0 for none. */
  readonly reached: number;
  readonly totals: WireTotals;
  readonly levels: readonly WireLevel[];
  readonly items: readonly WireItem[];
  /** The items that are applicable and not met. */
  readonly blockers: readonly string[];
  /** Since its baseline; absent where it has none. */
  readonly changes?: WireChanges;
}

/** A file with something in it that cannot be used. */
export interface WireProblems {
  readonly uri: string;
  readonly count: number;
}

/** SL-C of one foundational requirement. */
export interface WireLevel {
  readonly fr: number;
  readonly target?: number;
  /** 0 for none. */
  readonly reached: number;
  /** One for each level, from 1 to 4. */
  readonly cells: readonly {
    readonly level: number;
    readonly applicable: number;
    readonly met: number;
    readonly blockers: readonly string[];
  }[];
}

/** Asks for the claims of one item, or of all items of the project. */
export interface ClaimsParams {
  /** Uri of the project. */
  readonly project: string;
  readonly item?: { readonly part: string; readonly reference: string };
}

/** The claims of one item, by file and place. */
export interface ClaimsOfItem {
  readonly part: string;
  readonly reference: string;
  readonly claims: readonly WireClaim[];
}

/** The coverage of the whole workspace, as the tree view and the panel show it. */
export interface CoverageResult {
  /** While true, the numbers still grow. */
  readonly indexing: boolean;
  readonly foundational: readonly { readonly number: number; readonly title: string }[];
  readonly projects: readonly WireProject[];
  /** Files that were not read although they might hold annotations. */
  readonly skipped: readonly {
    readonly uri: string;
    readonly path: string;
    readonly why: string;
  }[];
  /** Sentences about settings or folders that could not be used. */
  readonly problems: readonly string[];
}

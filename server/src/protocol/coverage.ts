import { NotificationType0, RequestType0 } from "vscode-languageserver-protocol";
import type { Range } from "vscode-languageserver-types";

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
  readonly state: WireState;
  readonly claims: readonly WireClaim[];
  /** Of the project file's statement, or of the annotation that says not applicable. */
  readonly reason?: string;
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
  readonly totals: WireTotals;
  readonly levels: readonly {
    readonly fr: number;
    readonly target?: number;
    readonly reached: number;
  }[];
  readonly items: readonly WireItem[];
  readonly blockers: readonly string[];
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

export const CoverageRequest = new RequestType0<CoverageResult, void>("iec62443/coverage");

/** Reads every workspace folder afresh; answered when that is done or was superseded. */
export const ReindexRequest = new RequestType0<null, void>("iec62443/reindex");

/** Sent after the index has settled; carries nothing, so a slow client cannot fall behind. */
export const CoverageDidChange = new NotificationType0("iec62443/coverageDidChange");

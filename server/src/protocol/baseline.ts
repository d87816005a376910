import type { Range } from "vscode-languageserver-types";
import type { WireState } from "./coverage.ts";

/** What is otherwise than in the baseline of a project. */
export interface WireChanges {
  /** Uri of the baseline. */
  readonly file: string;
  /** Why it could not be used, in a sentence; then there are no changes. */
  readonly problem?: string;
  readonly states: readonly WireStateChange[];
  /** Claims that are gone. */
  readonly lost: readonly WireChangedClaim[];
  readonly gained: readonly WireChangedClaim[];
  /** Claims of the same code that stand elsewhere now. */
  readonly moved: readonly WireChangedClaim[];
}

/** An item whose state is another one; an absent end means that it was not asked for there. */
export interface WireStateChange {
  readonly part: string;
  readonly reference: string;
  readonly from?: WireState;
  readonly to?: WireState;
  readonly direction: "better" | "worse" | "other";
}

/** A claim that is gone, new, or elsewhere. */
export interface WireChangedClaim {
  readonly part: string;
  readonly reference: string;
  readonly relation: string;
  readonly subject?: string;
  /** Where it stands, or stood: relative to the project's folder. */
  readonly path: string;
  /** Where it stands now, from 1; absent where it is gone: a baseline holds no lines. */
  readonly line?: number;
  /** The path where it stood before it moved. */
  readonly before?: { readonly path: string };
  /** Where it stands now; absent where it is gone. */
  readonly uri?: string;
  readonly range?: Range;
}

/** Asks for the text of a baseline that is still to be written. */
export interface BaselineTextParams {
  /** Uri of the project. */
  readonly project: string;
}

/** Why there is none now, in a sentence. */
export interface BaselineProblem {
  readonly problem: string;
}

export interface BaselineText {
  /** Uri of the file that is to hold it. */
  readonly uri: string;
  readonly text: string;
}

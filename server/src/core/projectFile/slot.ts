import type { TextEdit } from "../annotation.ts";
import type { Range } from "../text.ts";

/** A place of a project file where something can be written, in the style of its surroundings. */
export interface Slot {
  /** Keys that are to be written around the value, the outermost first. */
  readonly keys: readonly string[];
  /** What is replaced; mostly nothing. */
  readonly at: Range;
  /** What is written before and behind the new text. */
  readonly before: string;
  readonly after: string;
  /** Changes beside it: a comma, an empty list that goes. */
  readonly beside: readonly TextEdit[];
  readonly form: SlotForm;
}

/** How the new text is written. */
export type SlotForm =
  /** On lines of its own. */
  | { readonly kind: "block"; readonly indent: string; readonly lineEnd: string }
  /** Between brackets that are there; over lines of their own where the others are so. */
  | { readonly kind: "within"; readonly isJson: boolean; readonly spread?: Spread }
  /** With brackets of its own. */
  | { readonly kind: "whole"; readonly isJson: boolean; readonly spread?: Spread };

export interface Spread {
  readonly indent: string;
  /** What a deeper line is set in by. */
  readonly unit: string;
  readonly lineEnd: string;
}

/** Where a project file can be made to say more; absent where something else stands in the way. */
export interface ProjectPlaces {
  readonly statements?: Slot;
  readonly target?: Slot;
  readonly languages?: Slot;
  readonly excludes?: Slot;
}

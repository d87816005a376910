import type { Position, Range } from "vscode-languageserver-types";

/** Asks how to write an annotation for the code at a place of an open document. */
export interface AnnotationEditParams {
  readonly uri: string;
  readonly position: Position;
  /** Absent: as the reference's form says. */
  readonly part?: string;
  /** `CR 1.1 RE(1)`, in any writing that annotations may use. */
  readonly reference: string;
  /** Absent: `implements`. */
  readonly relation?: string;
  readonly text?: string;
}

/** What is to stand in the place of a stretch, or a sentence that says why nothing is. */
export type AnnotationEdit =
  | { readonly edit: { readonly range: Range; readonly newText: string } }
  | { readonly problem: string };

/** Asks for the claims that a lens counts: those of one item, in the project of the file. */
export interface ClaimsOfLensParams {
  readonly uri: string;
  /** Canonical: `CR 1.1 RE(1)`. */
  readonly reference: string;
}

/** A claim where it stands, and the item of a project that it is a claim of. */
export interface ClaimPlace {
  readonly uri: string;
  /** As in `WireProject`. */
  readonly project: string;
  readonly part: string;
  /** Canonical, without a letter: `CR 1.1 RE(1)`. */
  readonly reference: string;
  readonly range: Range;
}

/** Asks what the catalog says of a requirement, a heading, a part or a place of another document. */
export interface ExplainParams {
  /** In any writing: `CR 1.5`, `cr1.5 re(1)`, `SM`, `4-2`, `M0801`. */
  readonly reference: string;
}

/** The answer as Markdown, or a sentence that says what to write instead. */
export type Explained =
  | {
      readonly markdown: string;
      /** Whether words of it may come from a catalog of the workspace. */
      readonly isOfWorkspace: boolean;
    }
  | { readonly problem: string };

/** Asks where annotations stand; with both, those of the requirement below the path. */
export interface FindAnnotationsParams {
  readonly reference?: string;
  /** A file or folder, or the end of its path: `src/login.c`. */
  readonly path?: string;
  /** No more are answered. */
  readonly most: number;
}

/** A claim where it stands. */
export interface FoundAnnotation {
  /** Relative to the project's folder, with forward slashes. */
  readonly path: string;
  /** From 1. */
  readonly line: number;
  readonly relation: string;
  /** Canonical: `CR 1.1 RE(1)`. */
  readonly reference: string;
  readonly subject?: string;
  readonly text?: string;
}

export type FoundAnnotations =
  | { readonly found: readonly FoundAnnotation[]; readonly total: number }
  | { readonly problem: string };

import type { WorkspaceEdit } from "vscode-languageserver-types";

/** Asks how a project file has to be changed to say something more. */
export type ProjectEditParams = StatementEditParams | TargetEditParams;

/** A statement about one item, written behind the others. */
export interface StatementEditParams {
  readonly kind: "statement";
  /** Uri of the project. */
  readonly project: string;
  readonly part: string;
  /** Canonical: `CR 1.1 RE(1)`. */
  readonly reference: string;
  readonly status: string;
  readonly reason?: string;
  readonly owner?: string;
}

/** Another target level in the place of what stands there. */
export interface TargetEditParams {
  readonly kind: "target";
  readonly project: string;
  /** 1 to 4. */
  readonly target: number;
}

/** The change; it makes the project file where there is none. */
export interface ProjectEdit {
  /** Uri of the project file. */
  readonly uri: string;
  readonly edit: WorkspaceEdit;
}

/** Asks how to leave a folder out of what is read. */
export interface ExcludeParams {
  /** Uri of the folder. */
  readonly folder: string;
}

/**
 * A change of the project file; where there is none, a glob for the settings of the workspace folder; or a sentence
 * that says why neither is.
 */
export type Exclusion =
  | { readonly change: ProjectEdit }
  | { readonly glob: string }
  | { readonly problem: string };

/** Asks for the text of a project file that is still to be written. */
export interface NewProjectFileParams {
  /** Uri of the folder that is to hold it. */
  readonly folder: string;
  readonly product: string;
  /** As in a project file: `embedded-device`. */
  readonly components: readonly string[];
  /** 1 to 4; absent: none is aimed at. */
  readonly target?: number;
}

export interface NewProjectFile {
  readonly uri: string;
  readonly text: string;
}

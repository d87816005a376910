import type { Location, Position, Range } from "vscode-languageserver-types";
import type {
  AnnotationEdit,
  AnnotationEditParams,
  ClaimPlace,
  ClaimsOfLensParams,
} from "./annotations.ts";
import type { BaselineProblem, BaselineText, BaselineTextParams } from "./baseline.ts";
import type { ClaimsOfItem, ClaimsParams, CoverageResult } from "./coverage.ts";
import type {
  ExcludeParams,
  Exclusion,
  NewProjectFile,
  NewProjectFileParams,
  ProjectEdit,
  ProjectEditParams,
} from "./projectEdits.ts";
import type { Report, ReportParams, ReportProblem } from "./report.ts";
import type { ListedRequirement, RequirementPageParams } from "./requirementPage.ts";
import type { Statistics } from "./statistics.ts";
import type { Explained, ExplainParams, FindAnnotationsParams, FoundAnnotations } from "./tools.ts";

/** Every request of ours by its method: what is asked and what is answered. */
export interface Requests {
  /** The coverage of the whole workspace, without its claims. */
  "iec62443/coverage": { readonly params: null; readonly result: CoverageResult };
  /** The claims of one item or of a whole project. */
  "iec62443/claims": {
    readonly params: ClaimsParams;
    readonly result: readonly ClaimsOfItem[];
  };
  /** Reads every workspace folder afresh; answered when that is done or was superseded. */
  "iec62443/reindex": { readonly params: null; readonly result: null };
  /** The Markdown text of a requirement's page, or null when the uri names none. */
  "iec62443/requirementPage": {
    readonly params: RequirementPageParams;
    readonly result: string | null;
  };
  /** Every requirement and heading that has a page. */
  "iec62443/requirements": {
    readonly params: null;
    readonly result: readonly ListedRequirement[];
  };
  /** How to change a project file, or null where that cannot be told. */
  "iec62443/projectEdit": {
    readonly params: ProjectEditParams;
    readonly result: ProjectEdit | null;
  };
  /** How to leave a folder out of what is read. */
  "iec62443/exclude": { readonly params: ExcludeParams; readonly result: Exclusion };
  /** The text of a new project file, or null where one is there already. */
  "iec62443/newProjectFile": {
    readonly params: NewProjectFileParams;
    readonly result: NewProjectFile | null;
  };
  /** The text of a baseline of the project as it is now, or null where there is no such project. */
  "iec62443/baselineText": {
    readonly params: BaselineTextParams;
    readonly result: BaselineText | BaselineProblem | null;
  };
  /** A report of the project as it is now, or null where there is no such project or format. */
  "iec62443/report": {
    readonly params: ReportParams;
    readonly result: Report | ReportProblem | null;
  };
  /** How to write an annotation for the code at a place. */
  "iec62443/annotationEdit": {
    readonly params: AnnotationEditParams;
    readonly result: AnnotationEdit;
  };
  /** Where the annotations of a file stand, by place. */
  "iec62443/annotations": {
    readonly params: { readonly uri: string };
    readonly result: readonly Range[];
  };
  /** The claim that a cursor is at, or whose code it is at. */
  "iec62443/claimNear": {
    readonly params: { readonly uri: string; readonly position: Position };
    readonly result: ClaimPlace | null;
  };
  /** The claims that a lens counts, by file and place. */
  "iec62443/claimsOfLens": {
    readonly params: ClaimsOfLensParams;
    readonly result: readonly Location[];
  };
  /** What `explain` says of what is named. */
  "iec62443/explain": { readonly params: ExplainParams; readonly result: Explained };
  /** The claims of a requirement or below a path. */
  "iec62443/findAnnotations": {
    readonly params: FindAnnotationsParams;
    readonly result: FoundAnnotations;
  };
  /** Numbers for a report about a fault; null where they could not be worked out. */
  "iec62443/statistics": { readonly params: null; readonly result: Statistics | null };
}

export type Method = keyof Requests;
export type Params<M extends Method> = Requests[M]["params"];
export type Result<M extends Method> = Requests[M]["result"];

/** A notification to the client after the index has settled; it carries nothing, so that a slow client cannot fall behind. */
export const COVERAGE_DID_CHANGE = "iec62443/coverageDidChange";

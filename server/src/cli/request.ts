import type { ComponentType, SecurityLevel } from "../core/catalog.ts";
import type { FindingLevel } from "../core/rules/rule.ts";
import type { ReportFormat } from "../reports/formats.ts";
import type { CheckFormat } from "./checkFormats.ts";
import type { ListFormat } from "./listFormats.ts";

/** How a result is written, and where to. */
export interface OutputOptions<Format> {
  readonly format: Format;
  /** A file in the place of stdout. */
  readonly output?: string;
  readonly quiet: boolean;
}

/** How a table is written. */
export interface TableOptions {
  /** Whether the mark is put in front by which Excel knows UTF-8. */
  readonly bom: boolean;
}

/** Which code is read, and as which product. */
export interface CodeOptions {
  readonly paths: readonly string[];
  readonly project?: string;
  readonly target?: SecurityLevel;
  /** Empty: as the project file says. */
  readonly components: readonly ComponentType[];
  /** False: every file is read, whatever is known of it from before. */
  readonly cache: boolean;
}

/** The gate that looks back. */
export interface BaselineOptions {
  /** What is compared with the code, or written. */
  readonly baseline?: string;
  readonly writeBaseline: boolean;
}

/** How what is reported leads to the code in a browser. */
export interface LinkOptions {
  readonly revision?: string;
  /** `https://host/repo/blob/{revision}/{path}#L{line}` */
  readonly permalink?: string;
}

export interface CheckRequest extends OutputOptions<CheckFormat>, CodeOptions, BaselineOptions {
  readonly command: "check";
  readonly failOn: FindingLevel;
}

export interface ReportRequest
  extends OutputOptions<ReportFormat>,
    CodeOptions,
    BaselineOptions,
    LinkOptions,
    TableOptions {
  readonly command: "report";
  readonly minMet?: number;
  readonly minVerified?: number;
}

export interface ListRequest
  extends OutputOptions<ListFormat>,
    CodeOptions,
    LinkOptions,
    TableOptions {
  readonly command: "list";
  /** Ids in any writing; empty: every claim. */
  readonly requirements: readonly string[];
}

export interface ExplainRequest extends OutputOptions<"text" | "markdown" | "json"> {
  readonly command: "explain";
  /** As they stand on the command line: one id may be several words. */
  readonly words: readonly string[];
}

export interface InitRequest {
  readonly command: "init";
  readonly folder: string;
  readonly target?: SecurityLevel;
  readonly components: readonly ComponentType[];
}

/** What the command line asks for. */
export type Request =
  | CheckRequest
  | ReportRequest
  | ListRequest
  | ExplainRequest
  | InitRequest
  | { readonly command: "lsp" }
  | { readonly command: "help"; readonly text: string }
  | { readonly command: "wrong-use"; readonly message: string };

import type { Requirement, StandardDocument } from "./catalog.ts";
import type { OwnId } from "./ownCatalog/ids.ts";
import type { Finding } from "./rules/rule.ts";
import type { Range } from "./text.ts";

/** The code of every finding about a catalog file of a project. */
export const INVALID_CATALOG = "invalid-catalog";

/** One entry of a project's own catalog file. */
export interface OwnEntry {
  readonly requirement: Omit<Requirement, "part" | "edition">;
  readonly idRange: Range;
  /** Absent where the id is one of the series' own form, or a heading. */
  readonly named?: OwnId;
  /** Whether the series' catalog has it: then only its wording is taken from here. */
  readonly isWording: boolean;
}

/** A catalog file of a project: requirements of its own, or wording for those of the series. */
export interface OwnCatalog {
  /** As it is written in the project file. */
  readonly path: string;
  readonly part: string;
  readonly edition: string;
  readonly document: StandardDocument;
  readonly entries: readonly OwnEntry[];
}

/** What was read in a catalog file; what is wrong in it is a finding, the rest still counts. */
export interface ReadCatalog {
  readonly catalog?: OwnCatalog;
  readonly problems: readonly Finding[];
}

/** A catalog file where it was looked for: read, or a sentence that says why not. */
export type FoundCatalog =
  | { readonly uri: string; readonly read: ReadCatalog; readonly problem?: undefined }
  | { readonly uri: string; readonly read?: undefined; readonly problem: string };

/** Bounds that no catalog of a product reaches. */
export const MOST_REQUIREMENTS = 20_000;
/** Of ids, in all catalogs of a project: each line of code is searched for every one of them. */
export const MOST_KINDS = 500;
export const MOST_CHARACTERS_OF_TEXT = 4_000;
/** Beyond these, findings would only repeat each other. */
export const MOST_PROBLEMS = 200;

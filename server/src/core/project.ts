import {
  type Catalog,
  COMPONENT_TYPES,
  type ComponentType,
  type SecurityLevel,
} from "./catalog.ts";
import type { OwnCatalog } from "./ownCatalog.ts";
import type { ProjectPlaces } from "./projectFile/slot.ts";
import type { WrittenPart } from "./projectFile/writtenParts.ts";
import type { WrittenPath } from "./projectFile/writtenPaths.ts";
import type { Forms } from "./reference/forms.ts";
import { SERIES_FORMS } from "./reference/forms.ts";
import type { Reference } from "./reference.ts";
import type { Finding, RuleLevel } from "./rules/rule.ts";
import type { Range } from "./text.ts";

/** The SL-C aimed at: one for every foundational requirement, or one for each by its number. */
export type Target = SecurityLevel | Readonly<Partial<Record<number, SecurityLevel>>>;

/** What a statement can say of a requirement. */
export const STATUSES = [
  "not-applicable",
  "compensating",
  "planned",
  "implemented",
  "verified",
] as const;
export type Status = (typeof STATUSES)[number];

/** What a project file says of a requirement that no line of code can say. */
export interface Statement {
  readonly reference: Reference;
  readonly status: Status;
  readonly reason?: string;
  readonly owner?: string;
  /** ISO date. */
  readonly reviewed?: string;
  /** ISO date. */
  readonly expires?: string;
  /** Paths relative to the project's folder. */
  readonly evidence: readonly string[];
  /** All of it, from its first key to its last value. */
  readonly range: Range;
  /** Where its requirement is written: the one item of a list that names this one. */
  readonly requirementRange: Range;
  /** Where the day stands on which it expires. */
  readonly expiresRange?: Range;
}

/** Whether a statement no longer counts. It holds through the day on which it expires. */
export function hasExpired({ expires }: Statement, today: string): boolean {
  return expires !== undefined && expires < today;
}

/** Which files are read, and as what. Globs are relative to the project's folder. */
export interface ScanSettings {
  readonly include: readonly string[];
  readonly exclude: readonly string[];
  /** In bytes. */
  readonly maxFileSize: number;
  /** Glob to language id. */
  readonly languages: Readonly<Record<string, string>>;
}

/** One product: what it is, what it aims at, and which folder holds it. */
export interface Project {
  /** URI of the folder, without a slash at its end. */
  readonly root: string;
  /** URI of its project file; absent where everything is by default. */
  readonly file?: string;
  readonly product: string;
  /** The types the product has; all four where none is named. */
  readonly components: readonly ComponentType[];
  /** The parts to be covered, in the newest edition or in the one named: `4-2`, `2-1:2009`. */
  readonly parts: readonly string[];
  /** Absent: nothing is aimed at, every level is listed. */
  readonly target?: Target;
  /** Where the project file says what is aimed at. */
  readonly targetRange?: Range;
  readonly statements: readonly Statement[];
  readonly scan: ScanSettings;
  /** Levels that differ from the rules' own, by rule code. */
  readonly rules: Readonly<Record<string, RuleLevel>>;
  /** What is wrong in the project file. */
  readonly problems: readonly Finding[];
  /** Where the project file can be made to say more; absent where it has to be corrected first. */
  readonly places?: ProjectPlaces;
  /** The files that the project file names: evidence and catalogs. Absent where it names none. */
  readonly paths?: readonly WrittenPath[];
  /** The parts to be covered as its project file writes them. Absent where it names none. */
  readonly writtenParts?: readonly WrittenPart[];
  /** Present when not all of its folder is read: then nothing can be said of what is missing. */
  readonly isPart?: true;
  /** The baseline that stands in its folder. */
  readonly baseline?: BaselineText;
  /** The built-in catalog with what its own catalog files add; present only where it has such files. */
  readonly catalog?: Catalog;
  /** The ids of the series and of its own catalog files; present only where these have kinds of their own. */
  readonly forms?: Forms;
  /** Its own catalog files, there or not, and what is wrong in each. */
  readonly catalogFiles?: readonly CatalogFile[];
}

/** A catalog file that a project names. */
export interface CatalogFile {
  readonly uri: string;
  readonly problems: readonly Finding[];
  /** What it says; absent where it cannot be read. */
  readonly catalog?: OwnCatalog;
}

/** How the ids are written that can be named in a project. */
export function formsOf({ forms }: Pick<Project, "forms">): Forms {
  return forms ?? SERIES_FORMS;
}

/** Whether a project covers a part, in whichever edition. */
export function coversPart({ parts }: Pick<Project, "parts">, part: string): boolean {
  return parts.some((it) => it === part || it.startsWith(`${part}:`));
}

/** How many things in its project file and its own catalog files cannot be used. */
export function countProblems({ problems, catalogFiles = [] }: Project): number {
  return catalogFiles.reduce((sum, it) => sum + it.problems.length, problems.length);
}

/** A baseline as it was found, or why it could not be read, in sentences. */
export type BaselineText =
  | { readonly uri: string; readonly text: string }
  | { readonly uri: string; readonly problem: string };

export const DEFAULT_SCAN: ScanSettings = {
  include: [],
  exclude: [],
  maxFileSize: 2 * 1024 * 1024,
  languages: {},
};

/** The project of a folder that has no project file. */
export function defaultProject(root: string): Project {
  return {
    root,
    product: decodeURIComponent(root.slice(root.lastIndexOf("/") + 1)),
    components: COMPONENT_TYPES,
    parts: ["4-2"],
    statements: [],
    scan: DEFAULT_SCAN,
    rules: {},
    problems: [],
  };
}

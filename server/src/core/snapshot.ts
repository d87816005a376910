import type { AnnotationIndex } from "./annotationIndex.ts";
import type { Catalog } from "./catalog.ts";
import { fileOf } from "./notebook/cellUri.ts";
import { defaultProject, type Project } from "./project.ts";

/** A file that was not read although it might hold annotations. */
export interface Skipped {
  readonly uri: string;
  /** A few words: `larger than 2 MiB`, `permission denied`. */
  readonly why: string;
}

/** Everything that is known at one moment. Never changed, only replaced. */
export interface Snapshot {
  /** The built-in one: ask `catalogOf` for what holds in a project. */
  readonly catalog: Catalog;
  readonly index: AnnotationIndex;
  /** Sorted by root; one for each workspace folder and one for each project file below it. */
  readonly projects: readonly Project[];
  /** Sorted by uri. */
  readonly skipped: readonly Skipped[];
  /** ISO day, such as 2026-11-24: what statements that expire are measured against. */
  readonly today: string;
}

const OUTSIDE = defaultProject("");

/** The projects by their folders, and by the files that were asked about. */
interface Roots {
  readonly byRoot: ReadonlyMap<string, Project>;
  readonly byFile: Map<string, Project>;
}

const known = new WeakMap<readonly Project[], Roots>();

/**
 * The project of a file: the one with the nearest folder above it, else one by default. A project file
 * belongs to its own project wherever it stands: the command line may name one from elsewhere. A cell belongs to that of its notebook.
 */
export function projectOf({ projects }: Snapshot, uri: string): Project {
  const roots = known.get(projects) ?? {
    byRoot: new Map(projects.map((it) => [it.root, it])),
    byFile: new Map(projects.flatMap((it) => (it.file === undefined ? [] : [[it.file, it]]))),
  };
  known.set(projects, roots);
  const project = roots.byFile.get(uri) ?? nearest(roots.byRoot, fileOf(uri));
  roots.byFile.set(uri, project);
  return project;
}

function nearest(byRoot: Roots["byRoot"], uri: string): Project {
  for (let at = uri; at !== ""; at = at.slice(0, Math.max(at.lastIndexOf("/"), 0))) {
    const project = byRoot.get(at);
    if (project !== undefined) return project;
  }
  return OUTSIDE;
}

/** The requirements that can be named in a project: its own catalog files add to those of the series. */
export function catalogOf({ catalog }: Pick<Snapshot, "catalog">, project: Project): Catalog {
  return project.catalog ?? catalog;
}

/** Whether a project is the one by default of files that stand in none: they have nothing to do with each other. */
export function isOutside(project: Project): boolean {
  return project === OUTSIDE;
}

/** Whether a file or folder is the folder or stands somewhere in it. Both are URIs. */
export function isBelow(uri: string, folder: string): boolean {
  return uri === folder || uri.startsWith(`${folder}/`);
}

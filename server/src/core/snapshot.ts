import type { AnnotationIndex } from "./annotationIndex.ts";
import type { Catalog } from "./catalog.ts";
import { defaultProject, type Project } from "./project.ts";

/** A file that was not read although it might hold annotations. */
export interface Skipped {
  readonly uri: string;
  /** A few words: `larger than 2 MiB`, `permission denied`. */
  readonly why: string;
}

/** Everything that is known at one moment. Never changed, only replaced. */
export interface Snapshot {
  readonly catalog: Catalog;
  readonly index: AnnotationIndex;
  /** Sorted by root; one for each workspace folder and one for each project file below it. */
  readonly projects: readonly Project[];
  /** Sorted by uri. */
  readonly skipped: readonly Skipped[];
}

const OUTSIDE = defaultProject("");

/** The project of a file: the one with the nearest folder above it, else one by default. */
export function projectOf(snapshot: Snapshot, uri: string): Project {
  let nearest = OUTSIDE;
  for (const project of snapshot.projects) {
    if (isBelow(uri, project.root) && project.root.length > nearest.root.length) nearest = project;
  }
  return nearest;
}

/** Whether a file or folder is the folder or stands somewhere in it. Both are URIs. */
export function isBelow(uri: string, folder: string): boolean {
  return uri === folder || uri.startsWith(`${folder}/`);
}

import type { StepsTo } from "../core/steps.ts";
import type { Explorer } from "./explorer.ts";
import type { FileSystem } from "./fileSystem.ts";
import { isOfProject, reachOfChange } from "./leftOut.ts";
import { isWithin, nameOf, parentOf } from "./uris.ts";

/** News of the disk, by path. */
export interface PathChange {
  readonly path: string;
  readonly type: "created" | "changed" | "deleted";
}

/** What has to be looked at again. */
export interface Targets {
  /** Files and folders, none of them inside another. */
  readonly paths: readonly string[];
  /** Folders whose own files may decide otherwise over what is below. */
  readonly deciding: readonly string[];
}

const EXCLUDE_FILE = "/.git/info/exclude";
const BUILD_FOLDERS = ["target", "build", "dist", "out"];

/** What news of the disk asks to look at: a change of a file that decides over others grows. */
export function* targetsOf(
  changes: Iterable<PathChange>,
  explorer: Explorer,
  files: FileSystem,
): StepsTo<Targets> {
  const paths = new Set<string>();
  const deciding = new Set<string>();
  for (const { path, type } of changes) {
    yield;
    const parent = parentOf(path);
    const reach = reachOfChange(nameOf(path), type);
    if (path.endsWith(EXCLUDE_FILE)) paths.add(path.slice(0, -EXCLUDE_FILE.length));
    paths.add(reach === "all" ? parent : path);
    for (const it of decidedBy(path, explorer)) deciding.add(it);
    // Whether git ignores all of a workspace folder depends on what is in it.
    if (type !== "changed" && explorer.folders.has(parent)) deciding.add(parent);
    if (reach === "build-folders") {
      deciding.add(parent);
      for (const name of BUILD_FOLDERS) paths.add(`${parent}/${name}`);
      // Beside this file, CMake's cache is one of a build in the source folder.
      if (files.stat(`${parent}/CMakeCache.txt`).kind !== "gone") paths.add(parent);
    }
  }
  const found = new Set<string>();
  for (const path of paths) {
    for (const it of nearestKnown(path, explorer)) found.add(it);
    yield;
  }
  const known = [...deciding].filter((it) => explorer.known.has(it));
  return { paths: yield* outermost(found, explorer), deciding: known };
}

/**
 * The path itself where its folder has been entered, else the outermost folder on the way to it that
 * has not: it is new or was left out. Workspace folders in it come along, for they are their own;
 * so does one around it that was gone, and is there again now that something in it is.
 */
function nearestKnown(path: string, explorer: Explorer): readonly string[] {
  const { folders } = explorer;
  const others = [...folders].filter(
    (it) => isWithin(it, path) || (isWithin(path, it) && !explorer.isWalked(it)),
  );
  if (explorer.folderOf(path) === undefined) return others;
  let at = path;
  while (!folders.has(at) && !explorer.isWalked(parentOf(at))) at = parentOf(at);
  return [at, ...others];
}

/** The paths without those inside another of the same workspace folder. */
function* outermost(paths: ReadonlySet<string>, { folders }: Explorer): StepsTo<readonly string[]> {
  const found: string[] = [];
  for (const path of paths) {
    if (!isInsideAnother(path, paths, folders)) found.push(path);
    yield;
  }
  return found;
}

/** Ends above all folders as well: the workspace folder of a path may be removed meanwhile. */
function isInsideAnother(
  path: string,
  paths: ReadonlySet<string>,
  folders: ReadonlySet<string>,
): boolean {
  for (let at = path; at !== "" && !folders.has(at); ) {
    at = parentOf(at);
    if (paths.has(at)) return true;
  }
  return false;
}

/** The folders whose project a path says something of: as its project file, its baseline or a catalog. */
export function decidedBy(path: string, explorer: Explorer): readonly string[] {
  const own = isOfProject(nameOf(path)) ? foldersOfProject(parentOf(path), explorer) : [];
  return [...new Set([...own, ...explorer.namingCatalogAt(path)])];
}

/** The folder of a project file, and the workspace folders below it, for which it may be the nearest. */
function foldersOfProject(folder: string, { folders, known }: Explorer): readonly string[] {
  const below = [...folders].filter((it) => it !== folder && isWithin(it, folder) && known.has(it));
  return [folder, ...below];
}

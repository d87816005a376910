import type { FolderCache } from "./cache/folderCache.ts";
import { type PathChange, targetsOf } from "./fileChanges.ts";
import type { Indexer } from "./indexer.ts";
import type { Steps } from "./slices.ts";
import { isWithin, parentOf, pathOfUri } from "./uris.ts";
import { Walk } from "./walk.ts";

/** Reads all workspace folders. What stands in the way is added to `problems`. */
export function* readFolders(
  indexer: Indexer,
  problems: string[],
  cacheOf: (folder: string) => FolderCache | undefined,
): Steps {
  const { explorer } = indexer;
  for (const folder of explorer.folders) {
    const share = 1 / explorer.folders.size;
    yield* new Walk(indexer, folder, { cache: cacheOf(folder), share }).steps();
    const directory = explorer.known.get(folder);
    if (directory === undefined) problems.push(unreadable(folder));
    else if (directory.gitIgnoresAll) problems.push(ignoresAll(folder));
  }
}

/** Reads the files and folders that a person has named, and no others. */
export function* readNamed(indexer: Indexer, uris: readonly string[], problems: string[]): Steps {
  const files: string[] = [];
  for (const uri of uris) {
    const path = pathOfUri(uri);
    const kind = path === undefined ? "gone" : indexer.kindOf(path);
    if (path !== undefined && kind === "file") files.push(path);
    else if (path !== undefined && kind === "folder")
      yield* readNamedFolder(indexer, path, problems);
    else problems.push(missing(path ?? uri));
  }
  // After the folders: a walk forgets the files that it leaves out.
  for (const path of files) {
    indexer.readNamed(path);
    yield;
  }
}

function* readNamedFolder(indexer: Indexer, path: string, problems: string[]): Steps {
  yield* new Walk(indexer, path).steps();
  if (!indexer.explorer.known.has(path)) problems.push(leftOut(path));
}

/** Brings the index in line with news of the disk. */
export function* follow(indexer: Indexer, changes: readonly PathChange[]): Steps {
  const { explorer } = indexer;
  const targets = yield* targetsOf(changes, explorer, indexer.files);
  const paths = [...targets.paths];
  for (const folder of targets.deciding) {
    // A walk leaves workspace folders inside another alone.
    const isCovered = paths.some(
      (it) => isWithin(folder, it) && explorer.folderOf(it) === explorer.folderOf(folder),
    );
    if (!isCovered && indexer.reenter(folder)) paths.push(folder);
  }
  for (const path of paths) yield* indexer.examine(path);
  // A folder that came or went may have been what left an open document out.
  const examined = new Set(paths);
  indexer.placeDocuments(
    (path) => path !== undefined && stepsUp(path).some((it) => examined.has(it)),
  );
}

/** A path and every folder above it. */
function stepsUp(path: string): readonly string[] {
  const steps = [path];
  for (let at = path; at !== ""; steps.push(at)) at = parentOf(at);
  return steps;
}

function unreadable(path: string): string {
  return `The folder ${path} cannot be read. Check that it exists and that you may open it.`;
}

function ignoresAll(path: string): string {
  return `The file ${path}/.gitignore ignores everything in its folder, so it is not followed there. Name what is not to be read in a file .iec62443ignore.`;
}

function leftOut(path: string): string {
  return `The folder ${path} was not read: it is left out by an ignore file, a setting or its name.`;
}

function missing(path: string): string {
  return `${path} does not exist or is neither a file nor a folder. Check the path.`;
}

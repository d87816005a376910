import { type PathChange, targetsOf } from "./fileChanges.ts";
import type { Indexer } from "./indexer.ts";
import { isWithin, pathOfUri } from "./uris.ts";

/** Reads all workspace folders. What stands in the way is added to `problems`. */
export function* readFolders(indexer: Indexer, problems: string[]): Generator<void> {
  const { explorer } = indexer;
  for (const folder of explorer.folders) {
    yield* indexer.walk(folder);
    if (!explorer.known.has(folder)) problems.push(unreadable(folder));
  }
}

/** Reads the files and folders that a person has named, and no others. */
export function* readNamed(
  indexer: Indexer,
  uris: readonly string[],
  problems: string[],
): Generator<void> {
  for (const uri of uris) {
    const path = pathOfUri(uri);
    const kind = path === undefined ? "gone" : indexer.kindOf(path);
    if (path !== undefined && kind === "file") indexer.readNamed(path);
    else if (path !== undefined && kind === "folder") {
      yield* indexer.walk(path);
      if (!explorerKnows(indexer, path)) problems.push(leftOut(path));
    } else problems.push(missing(path ?? uri));
    yield;
  }
}

function explorerKnows({ explorer }: Indexer, path: string): boolean {
  return explorer.known.has(path);
}

/** Brings the index in line with news of the disk. */
export function* follow(indexer: Indexer, changes: readonly PathChange[]): Generator<void> {
  const { explorer } = indexer;
  const targets = targetsOf(changes, explorer, indexer.files);
  for (const folder of targets.entries) if (explorer.known.has(folder)) explorer.enter(folder);
  const paths = [...targets.paths];
  for (const folder of targets.projects) {
    const isCovered = paths.some((it) => isWithin(folder, it));
    if (!isCovered && indexer.rereadProject(folder)) paths.push(folder);
  }
  for (const path of paths) yield* indexer.examine(path);
}

function unreadable(path: string): string {
  return `The folder ${path} cannot be read. Check that it exists and that you may open it.`;
}

function leftOut(path: string): string {
  return `The folder ${path} was not read: it is left out by an ignore file, a setting or its name.`;
}

function missing(path: string): string {
  return `${path} does not exist or is neither a file nor a folder. Check the path.`;
}

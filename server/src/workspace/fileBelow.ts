import { leavesFolder } from "../core/projectFile/paths.ts";
import { stepsOf } from "../core/projectFile/writtenPaths.ts";
import type { FileSystem } from "./fileSystem.ts";
import { childUri, pathOfUri } from "./uris.ts";

/** URI of the file at a path below a folder; nothing where none stands or where a link leads there. */
export function fileBelow(files: FileSystem, root: string, path: string): string | undefined {
  const folder = pathOfUri(root);
  const steps = stepsOf(path);
  if (folder === undefined || leavesFolder(path) || leadsOverLink(files, folder, steps)) return;
  const { kind } = files.stat([folder, ...steps].join("/"));
  return kind === "file" ? steps.reduce(childUri, root) : undefined;
}

/** Whether the way down from a folder leads over a link, which could lead anywhere. */
export function leadsOverLink(
  files: FileSystem,
  folder: string,
  steps: readonly string[],
): boolean {
  let at = folder;
  for (const step of steps) {
    at = `${at}/${step}`;
    if (files.stat(at).kind === "link") return true;
  }
  return false;
}

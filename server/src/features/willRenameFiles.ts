import type { Project } from "../core/project.ts";
import { writtenLike } from "../core/projectFile/writtenLike.ts";
import { stepsOf } from "../core/projectFile/writtenPaths.ts";
import { displayPath } from "../core/report/displayPath.ts";
import { isBelow, type Snapshot } from "../core/snapshot.ts";
import type { EditOfFile } from "./workspaceEdit.ts";

/** A file or folder that is about to move. Both are URIs as the workspace writes them. */
export interface Move {
  readonly oldUri: string;
  readonly newUri: string;
}

/**
 * The changes that project files need so that evidence and catalogs are still found where they move to. A project
 * file that moves itself keeps its paths: what stands beside it mostly moves along.
 */
export function willRenameFiles(
  { projects }: Snapshot,
  moves: readonly Move[],
): readonly EditOfFile[] {
  return projects
    .filter((it) => it.places !== undefined)
    .flatMap((project) => editsOf(project, moves));
}

function editsOf(
  { file = "", root, paths = [] }: Project,
  moves: readonly Move[],
): readonly EditOfFile[] {
  const isJson = file.endsWith(".json");
  const inside = moves
    .filter((it) => !isBelow(file, it.oldUri) && isInside(it.oldUri, root))
    .filter((it) => isInside(it.newUri, root))
    .map((it) => ({ from: displayPath(it.oldUri, root), to: displayPath(it.newUri, root) }));
  return paths.flatMap(({ path, range }) => {
    const before = stepsOf(path).join("/");
    const move = inside.find(({ from }) => isBelow(before, from));
    if (move === undefined) return [];
    const after = move.to + before.slice(move.from.length);
    return [{ uri: file, range, newText: writtenLike(range, path, after, isJson) }];
  });
}

/** What is outside of the project's folder has no path that a project file could write. */
function isInside(uri: string, root: string): boolean {
  return uri !== root && isBelow(uri, root);
}

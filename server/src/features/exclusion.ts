import type { WorkspaceEdit } from "vscode-languageserver-types";
import { excludeEdit } from "../core/projectFile/edits.ts";
import { isOutside, projectOf, type Snapshot } from "../core/snapshot.ts";

/** A change of the project file, a glob for the settings where there is none, or why neither is. */
export type Exclusion =
  | { readonly change: { readonly uri: string; readonly edit: WorkspaceEdit } }
  | { readonly glob: string }
  | { readonly problem: string };

/** How to leave a folder out of what is read: where its project is written down, else in the settings. */
export function exclusion(snapshot: Snapshot, folder: string): Exclusion {
  const project = projectOf(snapshot, folder);
  if (isOutside(project)) return { problem: "The folder is in no product that is read." };
  const path = folder.slice(project.root.length + 1);
  if (path === "")
    return { problem: "This is the product's own folder: without it nothing is read." };
  const glob = `${literal(path)}/**`;
  if (project.file === undefined) return { glob };
  const edits = excludeEdit(project, glob);
  if (edits === undefined) return { problem: CANNOT };
  const changes = edits.map(({ range, newText }) => ({ range, newText }));
  return { change: { uri: project.file, edit: { changes: { [project.file]: changes } } } };
}

const CANNOT =
  "The project file cannot be changed as it is: mend what is wrong in it, and write scan.exclude as a list.";

/** What globs would take for a sign of theirs stands for any one character: that fits the folder, too. */
function literal(path: string): string {
  return decoded(path).replaceAll(/[\\*?[\]{}()!+@|]/g, "?");
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

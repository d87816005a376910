import { accessSync, constants, realpathSync, statSync } from "node:fs";
import { dirname, relative, resolve } from "node:path";
import { safe } from "../core/report/terminal.ts";
import { uriOfPath } from "../workspace/uris.ts";
import type { Refusal } from "./outcome.ts";

/** What the paths of a command line come to. */
export interface Places {
  /** Folders that are roots of their own, by uri. */
  readonly roots: readonly string[];
  /** The only files and folders to read, by uri; absent: all in the roots. */
  readonly only?: readonly string[];
  /** What the paths of the result are relative to, by uri. */
  readonly base: string;
}

interface Named {
  readonly kind: "file" | "folder";
  readonly path: string;
}

/** Finds the folders and files that are named; without any, the current folder. */
export function findPlaces(cwd: string, paths: readonly string[]): Places | Refusal {
  const named: Named[] = [];
  for (const path of paths.length === 0 ? ["."] : paths) {
    const found = find(cwd, path);
    if ("refusal" in found) return found;
    named.push(found);
  }
  const here = realpathSync(cwd);
  const folders = outermost(named.flatMap(({ kind, path }) => (kind === "folder" ? [path] : [])));
  const files = named.flatMap(({ kind, path }) => (kind === "file" ? [path] : []));
  const [folder = here, ...others] = folders;
  if (files.length === 0) {
    const base = others.length === 0 ? folder : here;
    return { roots: folders.map(uriOfPath), base: uriOfPath(base) };
  }
  const homes = files.map((it) => (isInside(it, here) ? here : dirname(it)));
  return {
    roots: outermost([...folders, ...homes]).map(uriOfPath),
    only: [...folders, ...files].map(uriOfPath),
    base: uriOfPath(here),
  };
}

/** The file or folder at a path, links followed; a sentence when there is none that can be read. */
function find(cwd: string, path: string): Named | Refusal {
  // A script's variable that is not set would else check the current folder and find nothing wrong.
  if (path === "") return { refusal: "One of the paths is empty. Name a file or a folder." };
  try {
    const real = realpathSync(resolve(cwd, path));
    const stat = statSync(real);
    if (!stat.isFile() && !stat.isDirectory()) {
      return { refusal: `${safe(path)} is neither a file nor a folder.` };
    }
    accessSync(real, stat.isFile() ? constants.R_OK : constants.R_OK | constants.X_OK);
    return { kind: stat.isFile() ? "file" : "folder", path: real };
  } catch (error) {
    return { refusal: whyNot(path, error) };
  }
}

/** Why a path cannot be used, in a sentence. */
export function whyNot(path: string, error: unknown): string {
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  if (code === "ENOENT" || code === "ENOTDIR") {
    return `There is no file or folder ${safe(path)}. Check the path.`;
  }
  if (code === "EACCES" || code === "EPERM") {
    return `${safe(path)} cannot be opened: permission denied.`;
  }
  if (code === "ELOOP") return `${safe(path)} is a symbolic link that leads back to itself.`;
  if (code === "ENAMETOOLONG") return `${safe(path)} is too long for a path. Check the path.`;
  if (code === undefined) throw error;
  return `${safe(path)} cannot be opened (${code}).`;
}

/** Why a file cannot be written, in a sentence. */
export function whyNotWritten(path: string, error: unknown): string {
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  if (code === "EISDIR") return `${safe(path)} is a folder.`;
  if (code === "ENOENT") return `There is no folder ${safe(dirname(path))}.`;
  if (code === "ENOSPC" || code === "EDQUOT") return `No room is left for ${safe(path)}.`;
  if (code === "EROFS") return `${safe(path)} is on a disk that can only be read.`;
  if (code === "EACCES" || code === "EPERM") return `${safe(path)} may not be written here.`;
  return whyNot(path, error);
}

/** Without the folders that stand in another one of them. */
function outermost(folders: readonly string[]): readonly string[] {
  const unique = [...new Set(folders)];
  return unique.filter((it) => unique.every((other) => other === it || !isInside(it, other)));
}

function isInside(path: string, folder: string): boolean {
  const way = relative(folder, path);
  return way === "" || !(way.startsWith("..") || resolve(folder, way) === way);
}

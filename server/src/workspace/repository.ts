import type { FileSystem } from "./fileSystem.ts";
import { addLevel, type IgnoreLevel, verdict } from "./ignoreRules.ts";
import { GIT_IGNORE, OWN_IGNORE } from "./leftOut.ts";
import { decode } from "./scanning/fileText.ts";
import { nameOf, parentOf, pathOfUri, resolvedFrom, uriOfPath } from "./uris.ts";

/** The ignore rules that hold in a folder before its own files are read. */
export interface IgnoreLevels {
  readonly git: IgnoreLevel | undefined;
  readonly own: IgnoreLevel | undefined;
}

const NONE: IgnoreLevels = { git: undefined, own: undefined };

/**
 * The rules from the folders above a workspace folder, up to the root of the repository it stands
 * in. What a person has put into their own git configuration is left aside on purpose: the same
 * files are to count on every machine.
 */
export function levelsAbove(files: FileSystem, folder: string): IgnoreLevels {
  const above = foldersOfRepositoryAbove(files, folder);
  const [root] = above;
  if (root === undefined) return NONE;

  let levels: IgnoreLevels = { git: excludeOfRepository(files, root), own: undefined };
  for (const base of above) {
    levels = {
      git: addLevel(levels.git, base, textOf(files, `${base}/${GIT_IGNORE}`)),
      own: addLevel(levels.own, base, textOf(files, `${base}/${OWN_IGNORE}`)),
    };
  }
  // A person who opens an ignored folder wants to see it.
  const isIgnored = [levels.git, levels.own].some(
    (it) => verdict(it, parentOf(folder), nameOf(folder), "folder") === "ignored",
  );
  return isIgnored ? NONE : levels;
}

/** From the repository's root down to the folder's parent; empty outside any repository. */
function foldersOfRepositoryAbove(files: FileSystem, folder: string): readonly string[] {
  const folders: string[] = [];
  for (let at = folder; at !== ""; ) {
    if (files.stat(`${at}/.git`).kind !== "gone") return folders;
    if (!at.includes("/")) break;
    at = parentOf(at);
    folders.unshift(at);
  }
  return [];
}

/** The root of the repository that a folder stands in; the folder itself where it stands in none. */
export function topOfRepository(files: FileSystem, folder: string): string {
  const [root = folder] = foldersOfRepositoryAbove(files, folder);
  return root;
}

/** The same of uris; a folder that is on no disk is its own. */
export function topOfUri(files: FileSystem, folder: string): string {
  const path = pathOfUri(folder);
  return path === undefined ? folder : uriOfPath(topOfRepository(files, path));
}

/**
 * The folders above a folder, the nearest first: up to the root of the repository it stands in, or of
 * the disk where it stands in none. What a repository holds does not hang on what is around it.
 */
export function* foldersAbove(files: FileSystem, folder: string): Generator<string> {
  for (let at = folder; at !== ""; ) {
    if (files.stat(`${at}/.git`).kind !== "gone" || !at.includes("/")) return;
    at = parentOf(at);
    yield at;
  }
}

/** The patterns of `.git/info/exclude`, also where `.git` is the file of a worktree or submodule. */
export function excludeOfRepository(files: FileSystem, root: string): IgnoreLevel | undefined {
  const git = `${root}/.git`;
  const isFile = files.stat(git).kind === "file";
  const store = isFile ? storeOf(root, textOf(files, git)) : git;
  return store === undefined
    ? undefined
    : addLevel(undefined, root, textOf(files, `${store}/info/exclude`));
}

/** `gitdir: ../main/.git/worktrees/x` keeps its exclude file in `../main/.git`. */
function storeOf(root: string, text: string): string | undefined {
  const target = /^gitdir: (.+)$/m.exec(text)?.[1];
  return target === undefined
    ? undefined
    : resolvedFrom(root, target.trim().replace(/\/worktrees\/[^/]+\/?$/, ""));
}

const LIMIT = 1024 * 1024;

/** The text of a small file; empty when it is not there or cannot be read. */
function textOf(files: FileSystem, path: string): string {
  const read = files.read(path, LIMIT);
  return read.kind === "bytes" ? decode(read.bytes) : "";
}

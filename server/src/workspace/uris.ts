import { URI } from "vscode-uri";

/**
 * Inside this room a place on disk is a path with forward slashes and none at its end, so that
 * `${folder}/${name}` always fits; the root of a disk is `""` or `c:`.
 */
export function pathOfUri(uri: string): string | undefined {
  const parsed = URI.parse(uri);
  if (parsed.scheme !== "file") return undefined;
  return parsed.fsPath
    .replaceAll("\\", process.platform === "win32" ? "/" : "\\")
    .replace(/\/+$/, "");
}

/** The one writing of a file's or folder's URI that the whole server uses. */
export function uriOfPath(path: string): string {
  return URI.file(path === "" ? "/" : path)
    .toString()
    .replace(/\/$/, "");
}

/** The URI an editor sends, written as the walk over the disk writes it. */
export function normaliseUri(uri: string): string {
  const path = pathOfUri(uri);
  return path === undefined ? URI.parse(uri).toString() : uriOfPath(path);
}

const UNRESERVED = /^[\w.~-]+$/;
const PREFIX = "file:///x";

/** The URI of an entry of a folder; the same as `uriOfPath`, without parsing the folder again. */
export function childUri(folder: string, name: string): string {
  if (UNRESERVED.test(name)) return `${folder}/${name}`;
  // Windows lets half a surrogate pair into a name; no URI can hold one.
  const wellFormed = name.replaceAll(/\p{Cs}/gu, "\uFFFD");
  return folder + URI.file(`/x/${wellFormed}`).toString().slice(PREFIX.length);
}

/** The folder that holds a path. */
export function parentOf(path: string): string {
  return path.slice(0, Math.max(path.lastIndexOf("/"), 0));
}

/** The last part of a path. */
export function nameOf(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1);
}

/** Whether a path is the folder or stands somewhere in it. */
export function isWithin(path: string, folder: string): boolean {
  return path === folder || path.startsWith(`${folder}/`);
}

/** The place that a path names from a folder; one that begins at a disk's root names it by itself. */
export function resolvedFrom(folder: string, path: string): string {
  let at = /^(?:\/|[a-z]:)/i.test(path) ? "" : folder;
  for (const [index, name] of path.split("/").entries()) {
    if (name === "..") at = parentOf(at);
    else if (name !== "" && name !== ".") at = index === 0 && at === "" ? name : `${at}/${name}`;
  }
  return at;
}

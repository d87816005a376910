import { realpathSync } from "node:fs";
import { homedir } from "node:os";
import { isAbsolute, join } from "node:path";
import type { CacheOptions } from "./folderCache.ts";

const NAME = "iec62443";
/** Fewer files are read in less time than a cache takes to be found. */
const WORTH_KEEPING = 500;

/** The cache in a folder, or in the user's own; nothing where there is no such folder. */
export function cacheIn(folder?: string): { readonly cache?: CacheOptions } {
  const found = folder ?? userCacheFolder(process.env, process.platform);
  return found === undefined ? {} : { cache: { folder: found, worthKeeping: WORTH_KEEPING } };
}

/**
 * Where a program keeps what it can make again, for this user: `$XDG_CACHE_HOME` or what each system has in its
 * place. Nothing where the user has no such folder.
 */
export function userCacheFolder(
  environment: Readonly<Record<string, string | undefined>>,
  platform: string,
): string | undefined {
  const { XDG_CACHE_HOME, LOCALAPPDATA } = environment;
  // The specification asks to pass over a path that is not absolute.
  if (XDG_CACHE_HOME !== undefined && isAbsolute(XDG_CACHE_HOME)) return join(XDG_CACHE_HOME, NAME);
  if (platform === "win32") return LOCALAPPDATA && join(LOCALAPPDATA, NAME, "Cache");
  const home = homedir();
  if (!isAbsolute(home)) return undefined;
  return platform === "darwin" ? join(home, "Library/Caches", NAME) : join(home, ".cache", NAME);
}

/** Whether a folder of the cache stands in one that is indexed: nothing is written there. */
export function isInside(cache: string, folder: string): boolean {
  const path = folder === "" ? "/" : folder;
  const [outer, inner] = [resolvedAsFar(path), resolvedAsFar(cache)];
  return inner === outer || inner.startsWith(outer.endsWith("/") ? outer : `${outer}/`);
}

/** The path without links in the part of it that exists. */
function resolvedAsFar(path: string): string {
  for (let end = path.length; end > 0; end = path.lastIndexOf("/", end - 1)) {
    const start = path.slice(0, end);
    const found = resolved(start);
    if (found !== "") return found.replace(/\/$/, "") + path.slice(end);
  }
  return path;
}

function resolved(path: string): string {
  try {
    return realpathSync(path).replaceAll("\\", "/");
  } catch {
    return "";
  }
}

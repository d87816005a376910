import { BASELINE_FILE } from "../core/baseline.ts";
import { isProjectFile } from "../core/projectFile/names.ts";

/**
 * Folders that hold no source of the product, by names that nobody gives to anything else.
 * `target`, `build`, `dist` and `out` are not among them: the kernel of Linux has drivers/target and
 * tools/build, which must be read. They are left out only beside the file of a tool that writes them.
 */
const ALWAYS: ReadonlySet<string> = new Set([
  ".git",
  ".hg",
  ".svn",
  "node_modules",
  "bower_components",
  "__pycache__",
  ".tox",
  ".venv",
]);

/** Whether a folder is left out by its name alone. */
export function isAlwaysLeftOut(name: string): boolean {
  return ALWAYS.has(name);
}

/** Whether the entries of a folder show that a tool wrote it. */
export function isWrittenByTool(names: ReadonlySet<string>): boolean {
  if (names.has("CACHEDIR.TAG") || names.has("pyvenv.cfg")) return true;
  // A build in the source folder leaves the cache beside the sources.
  return names.has("CMakeCache.txt") && !names.has("CMakeLists.txt");
}

const WRITES_TARGET = /^(?:Cargo\.toml|pom\.xml|build\.sbt)$/;
const WRITES_BUILD =
  /^(?:package\.json|build\.gradle.*|CMakeLists\.txt|setup\.py|pyproject\.toml)$/;

/** The entries of a folder that the tool whose file stands beside them writes. */
export function buildFoldersBeside(names: Iterable<string>): ReadonlySet<string> {
  const folders = new Set<string>();
  for (const name of names) {
    if (WRITES_TARGET.test(name)) folders.add("target");
    if (WRITES_BUILD.test(name)) for (const it of ["build", "dist", "out"]) folders.add(it);
  }
  return folders;
}

/** Whether a file says something of the product in whose folder it stands: its project file or baseline. */
export function isOfProject(name: string): boolean {
  return name === BASELINE_FILE || isProjectFile(name);
}

/** The ignore files that are read in every folder; git's own first, so that ours wins. */
export const GIT_IGNORE = ".gitignore";
export const OWN_IGNORE = ".iec62443ignore";

const BY_CONTENT: ReadonlySet<string> = new Set([GIT_IGNORE, OWN_IGNORE]);
const BY_PRESENCE: ReadonlySet<string> = new Set([
  ".git",
  "CACHEDIR.TAG",
  "pyvenv.cfg",
  "CMakeCache.txt",
]);

/**
 * What a change of one file means for the others of its folder: `all` may be read or left out now,
 * its `build-folders` may, the `project` has changed, or `none` is touched.
 */
export function reachOfChange(
  name: string,
  type: "created" | "changed" | "deleted",
): "all" | "build-folders" | "project" | "none" {
  if (BY_CONTENT.has(name)) return "all";
  if (isOfProject(name)) return "project";
  if (type === "changed") return "none";
  if (BY_PRESENCE.has(name)) return "all";
  return buildFoldersBeside([name]).size > 0 ? "build-folders" : "none";
}

import { BASELINE_FILE } from "../core/baseline.ts";
import { isProjectFile, PROJECT_FILES } from "../core/projectFile/names.ts";

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
export function isWrittenByTool(names: { has(name: string): boolean }): boolean {
  if (names.has("CACHEDIR.TAG") || names.has("pyvenv.cfg")) return true;
  // A build in the source folder leaves the cache beside the sources.
  return names.has("CMakeCache.txt") && !names.has("CMakeLists.txt");
}

const WRITES_TARGET: ReadonlySet<string> = new Set(["Cargo.toml", "pom.xml", "build.sbt"]);
const WRITES_BUILD: ReadonlySet<string> = new Set([
  "package.json",
  "CMakeLists.txt",
  "setup.py",
  "pyproject.toml",
]);
/** `build.gradle`, `build.gradle.kts`. */
const GRADLE = "build.gradle";

const NONE: ReadonlySet<string> = new Set();

/** The entries of a folder that the tool whose file stands beside them writes. */
export function buildFoldersBeside(names: Iterable<string>): ReadonlySet<string> {
  let folders: Set<string> | undefined;
  const add = (name: string) => {
    folders ??= new Set();
    folders.add(name);
  };
  for (const name of names) {
    if (WRITES_TARGET.has(name)) add("target");
    if (WRITES_BUILD.has(name) || name.startsWith(GRADLE)) ["build", "dist", "out"].forEach(add);
  }
  return folders ?? NONE;
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

const TELLING: ReadonlySet<string> = new Set([
  ...BY_CONTENT,
  ...BY_PRESENCE,
  ...WRITES_TARGET,
  ...WRITES_BUILD,
  ...PROJECT_FILES,
  BASELINE_FILE,
]);

/** What such names begin with: most others need not be looked up. */
const BEGINNINGS: ReadonlySet<number> = new Set([...TELLING, GRADLE].map((it) => it.charCodeAt(0)));

/** Whether an entry of a folder may say anything of the others: almost none does. */
export function isTelling(name: string): boolean {
  return BEGINNINGS.has(name.charCodeAt(0)) && (TELLING.has(name) || name.startsWith(GRADLE));
}

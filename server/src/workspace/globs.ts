import picomatch from "picomatch";

/** Whether a path, relative to the folder of the globs, fits one of them. */
export type Matcher = (path: string) => boolean;

const OPTIONS = {
  dot: true,
  // Globs come from files of strangers: nothing in them may become a regular expression of theirs.
  noextglob: true,
  nonegate: true,
  regex: false,
} as const;

const NOTHING: Matcher = () => false;

/** One matcher for all globs, nothing where there are none. A folder that fits takes everything in it along. */
export function compileGlobs(globs: readonly string[]): Matcher | undefined {
  const matchers = globs.filter(isTame).map(tidy).flatMap(compile);
  if (matchers.length === 0) return undefined;
  return (path) => matchers.some((matches) => matches(path));
}

function compile(glob: string): readonly Matcher[] {
  return [picomatch(glob, OPTIONS), picomatch(`${glob}/**`, OPTIONS)];
}

/** One matcher for exactly the paths that a glob fits, as language settings need it. */
export function compileGlob(glob: string): Matcher {
  return isTame(glob) ? picomatch(tidy(glob), OPTIONS) : NOTHING;
}

/** The folder that every path fitting the glob stands in; empty when that can be any. */
export function baseOf(glob: string): string {
  return picomatch.scan(tidy(glob)).base;
}

/** Of `./a/` the `a`. Without a slash inside, it fits a name in any folder, as in .gitignore. */
function tidy(glob: string): string {
  const anchored = glob.trim().replace(/\/+$/, "");
  const relative = anchored.replace(/^(?:\.?\/)+/, "");
  return relative === "" || anchored.includes("/") ? relative : `**/${relative}`;
}

/**
 * Whether a glob is answered at once for every path. Each star more in one name multiplies the time
 * that a path which almost fits takes; nobody writes more than these by hand.
 */
export function isTame(glob: string): boolean {
  if (tidy(glob) === "" || glob.length > 1000) return false;
  const names = glob.split("/");
  const deep = names.filter((name) => name.includes("**")).length;
  return deep <= 4 && names.every((name) => (name.match(/\*+|\{/g) ?? []).length <= 4);
}

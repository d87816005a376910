import type { Config } from "../core/config.ts";
import type { ScanSettings } from "../core/project.ts";
import { type Forms, SERIES_FORMS } from "../core/reference/forms.ts";
import { baseOf, compileGlobs, isTame, type Matcher } from "./globs.ts";
import { compileReadRules, type ReadRules } from "./scanning/readRules.ts";
import { isWithin } from "./uris.ts";

/** Which files of a project are read, and as what: its settings and the editor's, compiled. */
export interface ScanRules extends ReadRules {
  /** Absent where nothing is excluded: it is asked of every entry of every folder. */
  readonly excludes: Matcher | undefined;
  /** Whether the project file asks for what would be left out otherwise. */
  includes(path: string): boolean;
  /** Whether something in a folder that is left out may be asked for. */
  reaches(folder: string, name: string, because: "name" | "rules"): boolean;
}

interface Origin {
  /** Path of the project's folder: its globs are relative to it. */
  readonly root: string;
  readonly settings: ScanSettings;
  /** Path of the workspace folder: the globs of `config` are relative to it. */
  readonly folder: string;
  readonly config: Config;
  /** Absent: those of the series. */
  readonly forms?: Forms;
}

/** The settings of a project on top of those of the editor. */
export function compileScanRules({
  root,
  settings,
  folder,
  config,
  forms = SERIES_FORMS,
}: Origin): ScanRules {
  const included = relativeTo(root, compileGlobs(settings.include));
  const excluded = relativeTo(root, compileGlobs(settings.exclude));
  const excludedByConfig = relativeTo(folder, compileGlobs(config.exclude));
  const languages = [
    ...languagesOf(root, settings.languages),
    ...languagesOf(folder, config.languages),
  ];
  const reading = { maxFileSize: settings.maxFileSize, forms: forms.key, languages };
  return {
    ...compileReadRules(reading, forms),
    excludes: eitherOf(excluded, excludedByConfig),
    includes: (path) => included?.(path) ?? false,
    reaches: reachOf(root, settings.include),
  };
}

/** A sentence for each glob that is not used because it could take for ever. */
export function globProblems(
  config: Config,
  projects: readonly { readonly scan: ScanSettings }[],
): readonly string[] {
  const globs = [config, ...projects.map((it) => it.scan)].flatMap((it) => [
    ...("include" in it ? it.include : []),
    ...it.exclude,
    ...Object.keys(it.languages),
  ]);
  return [...new Set(globs)]
    .filter((it) => !isTame(it))
    .map(
      (it) =>
        `The glob "${it.slice(0, 60)}" is not used: it is empty or has too many stars. Write a simpler one.`,
    );
}

function relativeTo(base: string, matches: Matcher | undefined): Matcher | undefined {
  return matches && ((path) => matches(path.slice(base.length + 1)));
}

function eitherOf(one: Matcher | undefined, other: Matcher | undefined): Matcher | undefined {
  if (one === undefined || other === undefined) return one ?? other;
  return (path) => one(path) || other(path);
}

function languagesOf(base: string, languages: Readonly<Record<string, string>>) {
  return Object.entries(languages).map(([glob, id]) => ({ base, glob, id }));
}

/** A folder left out by its name is entered only for a glob that says this name. */
function reachOf(root: string, include: readonly string[]): ScanRules["reaches"] {
  const globs = include.filter(isTame).map((glob) => {
    const base = baseOf(glob);
    return { path: base === "" ? root : `${root}/${base}`, names: glob.split("/") };
  });
  return (folder, name, because) =>
    globs.some(
      ({ path, names }) =>
        (isWithin(folder, path) || isWithin(path, folder)) &&
        (because === "rules" || names.includes(name)),
    );
}

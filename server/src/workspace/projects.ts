import type { Config } from "../core/config.ts";
import { type BaselineText, DEFAULT_SCAN, defaultProject, type Project } from "../core/project.ts";
import { isBelow } from "../core/snapshot.ts";
import { compileScanRules, type ScanRules } from "./scanRules.ts";
import { pathOfUri, uriOfPath } from "./uris.ts";

interface Entry {
  /** As its file says. */
  readonly written: Project;
  /** With the editor's settings where the file says nothing. */
  readonly project: Project;
}

/** The projects of the workspace by the path of the folder that they were found for. */
export class Projects {
  readonly #entries = new Map<string, Entry>();
  /** By uri, of folders that are on no disk. */
  #elsewhere: readonly Project[] = [];
  #config: Config;
  #sorted: readonly Project[] | undefined;

  constructor(config: Config) {
    this.#config = config;
  }

  /** Sorted by root; folders of the workspace that are parts of one product have one together. */
  get all(): readonly Project[] {
    this.#sorted ??= [...this.#byRoot().values(), ...this.#elsewhere].sort((a, b) =>
      a.root < b.root ? -1 : 1,
    );
    return this.#sorted;
  }

  #byRoot(): ReadonlyMap<string, Project> {
    const projects = new Map<string, Project>();
    for (const [path, { project }] of this.#entries) {
      const { root } = project;
      if (!projects.has(root) || pathOfUri(root) === path) projects.set(root, project);
    }
    return projects;
  }

  at(path: string): Project | undefined {
    return this.#entries.get(path)?.project;
  }

  /** The folders whose projects name a catalog file at a path or in a folder there. */
  namingCatalogAt(path: string): readonly string[] {
    const uri = uriOfPath(path);
    return [...this.#entries].flatMap(([folder, { project }]) =>
      project.catalogFiles?.some((it) => isBelow(it.uri, uri)) ? [folder] : [],
    );
  }

  get roots(): readonly string[] {
    return [...this.#entries.keys()];
  }

  /** A change of settings reaches the projects at once; what they scan is for the next load. */
  configure(config: Config): void {
    this.#config = config;
    for (const [path, { written }] of this.#entries) this.set(path, written);
    this.setElsewhere(this.#elsewhere.map((it) => it.root));
  }

  /** Folders that are on no disk, by uri: what is open of each counts for a project of its own, as a part of it. */
  setElsewhere(uris: readonly string[]): void {
    const projects = uris.map((uri) => {
      const project = defaultProject(uri.replace(/\/+$/, ""));
      return { ...withConfig(project, this.#config), isPart: true as const };
    });
    if (JSON.stringify(projects) === JSON.stringify(this.#elsewhere)) return;
    this.#elsewhere = projects;
    this.#sorted = undefined;
  }

  set(path: string, written: Project): void {
    const before = this.#entries.get(path);
    this.#put(path, written, before?.project.baseline);
  }

  /** What stands beside the project file as its baseline; nothing where none does. */
  setBaseline(path: string, baseline: BaselineText | undefined): void {
    const entry = this.#entries.get(path);
    if (entry === undefined || isSameBaseline(entry.project.baseline, baseline)) return;
    this.#put(path, entry.written, baseline);
  }

  #put(path: string, written: Project, baseline: BaselineText | undefined): void {
    const before = this.at(path);
    const plain = withConfig(written, this.#config);
    // A project that says what it said before is no news to anybody.
    const isNew =
      before === undefined ||
      before.baseline !== baseline ||
      before.catalog !== plain.catalog ||
      JSON.stringify(comparable(plain)) !== JSON.stringify(comparable(before));
    const project = { ...plain, ...(baseline !== undefined && { baseline }) };
    this.#entries.set(path, { written, project: isNew ? project : before });
    if (isNew) this.#sorted = undefined;
  }

  setDefault(path: string): void {
    this.set(path, defaultProject(uriOfPath(path)));
  }

  delete(path: string): void {
    if (this.#entries.delete(path)) this.#sorted = undefined;
  }

  /** What is scanned in the project's folder, which stands in the workspace folder named. */
  scanRules(path: string, folder: string): ScanRules {
    const project = this.at(path);
    const root = (project && pathOfUri(project.root)) ?? path;
    const settings = project?.scan ?? DEFAULT_SCAN;
    const { forms } = project ?? {};
    const origin = { root, settings, folder, config: this.#config };
    return compileScanRules(forms === undefined ? origin : { ...origin, forms });
  }
}

/** A baseline and a catalog may be long: they are compared apart. The forms of ids come with the catalog. */
function comparable(project: Project): Omit<Project, "baseline" | "catalog" | "forms"> {
  const { baseline, catalog, forms, catalogFiles, ...plain } = project;
  if (catalogFiles === undefined) return plain;
  return { ...plain, catalogFiles: catalogFiles.map(({ catalog: _, ...it }) => it) };
}

function isSameBaseline(a: BaselineText | undefined, b: BaselineText | undefined): boolean {
  if (a === undefined || b === undefined) return a === b;
  if ("text" in a) return "text" in b && a.text === b.text;
  return "problem" in b && a.problem === b.problem;
}

/**
 * A project file cannot say "the default": what equals it counts as not said, and the settings of the
 * editor fill it.
 */
function withConfig(project: Project, config: Config): Project {
  const { target = config.target, components, scan } = project;
  const isOpen = components.length === defaultProject("").components.length;
  const { maxFileSize } = scan.maxFileSize === DEFAULT_SCAN.maxFileSize ? config : scan;
  return {
    ...project,
    ...(target === undefined ? {} : { target }),
    components: isOpen && config.components.length > 0 ? config.components : components,
    rules: { ...config.rules, ...project.rules },
    scan: { ...scan, maxFileSize },
  };
}

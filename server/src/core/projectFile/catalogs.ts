import type { Catalog } from "../catalog.ts";
import type { Merged } from "../ownCatalog/merge.ts";
import type { FoundCatalog, OwnCatalog } from "../ownCatalog.ts";
import type { CatalogFile } from "../project.ts";
import { isOfSeries } from "../reference.ts";
import type { Finding } from "../rules/rule.ts";
import { isProjectFile } from "./names.ts";
import type { ProjectNode } from "./node.ts";
import { leavesFolder } from "./paths.ts";
import type { Problems } from "./problems.ts";
import { stepsOf } from "./writtenPaths.ts";

/** Each of them is looked at whenever the project file changes. */
export const MOST_CATALOGS = 20;

/** How the catalog files of a project are come by. */
export interface CatalogSource {
  /** What stands at a path below the project's folder. */
  find(path: string): FoundCatalog;
  /** All in one; the same value for the same catalogs. */
  merge(own: readonly OwnCatalog[]): Merged;
}

/** What a project's own catalog files come to. */
export interface ProjectCatalogs {
  readonly catalog: Catalog;
  readonly own?: Merged;
  readonly files?: readonly CatalogFile[];
  /** The parts of one's own that they have, which are covered where nothing else is said. */
  readonly parts: readonly string[];
}

/** Reads the catalog files that are named; one that cannot be read is a finding at its place. */
export function readCatalogs(
  node: ProjectNode | undefined,
  problems: Problems,
  series: Catalog,
  source: CatalogSource | undefined,
): ProjectCatalogs {
  const paths = node === undefined ? [] : pathsOf(node, problems);
  if (paths.length === 0 || source === undefined) return { catalog: series, parts: [] };
  const found = paths.map(({ path, item }) => {
    const it = source.find(path);
    if (it.problem !== undefined) problems.add(item.range, `catalogs: ${it.problem}`);
    return it;
  });
  const read = found.flatMap((it) => it.read?.catalog ?? []);
  const own = source.merge(read);
  const against = new Map(read.map((it, index) => [it, own.problems[index] ?? []]));
  return {
    catalog: read.length === 0 ? series : own.catalog,
    ...(read.length > 0 && { own }),
    files: found.map((it) => fileOf(it, against)),
    parts: [...new Set(read.map((it) => it.part))].filter((it) => !isOfSeries(it)),
  };
}

function fileOf(
  found: FoundCatalog,
  against: ReadonlyMap<OwnCatalog, readonly Finding[]>,
): CatalogFile {
  const { uri, read } = found;
  const problems = problemsOf(found, against);
  return { uri, problems, ...(read?.catalog !== undefined && { catalog: read.catalog }) };
}

function problemsOf(
  { read }: FoundCatalog,
  against: ReadonlyMap<OwnCatalog, readonly Finding[]>,
): readonly Finding[] {
  if (read === undefined) return [];
  const { catalog, problems } = read;
  return [...problems, ...((catalog && against.get(catalog)) ?? [])];
}

interface NamedPath {
  /** With forward slashes, relative to the project's folder. */
  readonly path: string;
  readonly item: ProjectNode;
}

function pathsOf(node: ProjectNode, problems: Problems): readonly NamedPath[] {
  const named = new Map<string, NamedPath>();
  const items = problems.itemsOf(node, "catalogs", "paths such as company-rules.yaml");
  const beyond = items[MOST_CATALOGS];
  if (beyond !== undefined) {
    const message = `catalogs has room for ${MOST_CATALOGS} files. Put several of them into one.`;
    problems.add(beyond.range, message);
  }
  for (const item of items.slice(0, MOST_CATALOGS)) {
    const written = problems.textOf(item, "catalogs");
    if (written === undefined) continue;
    const path = stepsOf(written).join("/");
    const why = whyNot(written, path, named.has(path));
    if (why === undefined) named.set(path, { path, item });
    else problems.add(item.range, `catalogs: ${why}`);
  }
  return [...named.values()];
}

function whyNot(written: string, path: string, isNamed: boolean): string | undefined {
  if (leavesFolder(written)) return `${written} leaves the folder. Write a path below it.`;
  if (!/\.(?:yaml|yml|json)$/i.test(path)) {
    return `${written} is no catalog file. Write the path of one that ends with .yaml or .json.`;
  }
  if (isProjectFile(path)) {
    return `${written} is a project file. Write the path of a catalog file.`;
  }
  return isNamed ? `${written} is named twice. Take one of them out.` : undefined;
}

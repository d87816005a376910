import type { Catalog } from "./catalog.ts";
import { DEFAULT_SCAN, defaultProject, type Project } from "./project.ts";
import { type CatalogSource, type ProjectCatalogs, readCatalogs } from "./projectFile/catalogs.ts";
import type { ProjectNode } from "./projectFile/node.ts";
import { Problems } from "./projectFile/problems.ts";
import { readComponents, readParts, readTarget } from "./projectFile/profile.ts";
import { readScanSettings } from "./projectFile/scanSettings.ts";
import { placesOf } from "./projectFile/slots.ts";
import { readStatements } from "./projectFile/statements.ts";
import { writtenParts } from "./projectFile/writtenParts.ts";
import { writtenPaths } from "./projectFile/writtenPaths.ts";
import { SERIES_FORMS } from "./reference/forms.ts";
import { FINDING_LEVELS, type Finding, type RuleLevel } from "./rules/rule.ts";
import type { TextLines } from "./text.ts";

/** The keys of a project file, as DESIGN and the JSON schema have them. */
export const PROJECT_KEYS = [
  "product",
  "component",
  "parts",
  "target",
  "statements",
  "catalogs",
  "scan",
  "rules",
] as const;

export interface ProjectFileContext {
  /** URI of the file. */
  readonly file: string;
  /** URI of its folder. */
  readonly root: string;
  readonly ruleCodes: readonly string[];
  readonly catalog: Catalog;
  /** Absent where no files can be read. */
  readonly catalogs?: CatalogSource;
  /** What was wrong with the YAML itself. */
  readonly syntax: readonly Finding[];
  /** The text, where it can be changed in places: its syntax is sound. */
  readonly lines?: TextLines;
}

/** Makes a project of a project file's content; what is wrong is a finding, the rest still counts. */
export function projectOfFile(node: ProjectNode, context: ProjectFileContext): Project {
  const { file, root, lines } = context;
  const written = lines && { lines, root: node, isJson: file.endsWith(".json") };
  const problems = new Problems(written);
  const entries = problems.entriesOf(withoutSchema(node), "A project file", PROJECT_KEYS);
  const read = <T>(key: (typeof PROJECT_KEYS)[number], reader: (value: ProjectNode) => T) => {
    const entry = entries[key];
    return entry === undefined ? undefined : reader(entry.value);
  };
  const target = read("target", (it) => readTarget(it, problems));
  const fallback = defaultProject(root);
  const catalogs = readCatalogs(
    entries.catalogs?.value,
    problems,
    context.catalog,
    context.catalogs,
  );
  const { catalog } = catalogs;
  const forms = catalogs.own?.forms ?? SERIES_FORMS;
  const named = { catalog, forms };
  const paths = writtenPaths(node);
  const partsWritten = writtenParts(node);
  const parts = [...fallback.parts, ...catalogs.parts];
  return {
    root,
    file,
    product: read("product", (it) => problems.textOf(it, "product")) ?? fallback.product,
    components: read("component", (it) => readComponents(it, problems)) ?? fallback.components,
    parts: read("parts", (it) => readParts(it, problems, catalog, parts)) ?? parts,
    ...(target !== undefined && { target }),
    ...(entries.target !== undefined && { targetRange: entries.target.value.range }),
    statements: read("statements", (it) => readStatements(it, problems, named)) ?? [],
    scan: read("scan", (it) => readScanSettings(it, problems)) ?? DEFAULT_SCAN,
    rules: read("rules", (it) => readRules(it, problems, context.ruleCodes)) ?? {},
    problems: [...context.syntax, ...problems.all],
    ...ownOf(catalogs),
    ...(paths.length > 0 && { paths }),
    ...(partsWritten.length > 0 && { writtenParts: partsWritten }),
    ...(written && { places: placesOf(written) }),
  };
}

/** Editors are told by `$schema` how to help in a JSON file; it says nothing of the product. */
function withoutSchema(node: ProjectNode): ProjectNode {
  if (node.kind !== "map") return node;
  return { ...node, entries: node.entries.filter((it) => it.key !== "$schema") };
}

const RULE_LEVELS: readonly RuleLevel[] = [...FINDING_LEVELS, "off"];

function readRules(
  node: ProjectNode,
  problems: Problems,
  codes: readonly string[],
): Readonly<Record<string, RuleLevel>> {
  const map = problems.mapOf(node, "rules", "of rule codes, as in duplicate-claim: off");
  const rules = (map?.entries ?? []).flatMap((entry) => {
    if (!codes.includes(entry.key)) {
      problems.unknownKey(entry, "rules", codes);
      return [];
    }
    const level = problems.wordOf(ruleLevel(entry.value), `rules: ${entry.key}`, RULE_LEVELS);
    return level === undefined ? [] : [[entry.key, level] as const];
  });
  return Object.fromEntries(rules);
}

/** Old YAML reads a bare `off` as false: both mean off. */
function ruleLevel(node: ProjectNode): ProjectNode {
  return node.kind === "scalar" && node.value === false ? { ...node, value: "off" } : node;
}

/** What a project has of catalogs of its own. */
function ownOf({
  own,
  files,
}: ProjectCatalogs): Pick<Project, "catalog" | "forms" | "catalogFiles"> {
  const forms = own?.forms ?? SERIES_FORMS;
  return {
    ...(own !== undefined && { catalog: own.catalog }),
    ...(forms !== SERIES_FORMS && { forms }),
    ...(files !== undefined && { catalogFiles: files }),
  };
}

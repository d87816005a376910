import { type Catalog, COMPONENT_NAMES } from "../core/catalog.ts";
import { type Coverage, coverageOf, levelReached } from "../core/coverage.ts";
import type { Project, Target } from "../core/project.ts";
import { formatReference } from "../core/reference.ts";
import { displayPath } from "../core/report/displayPath.ts";
import { catalogOf, projectOf, type Snapshot } from "../core/snapshot.ts";
import type { CoverageResult, WireLevel, WireProject } from "../protocol/coverage.ts";
import { changesOnWire } from "./baselineToWire.ts";
import { wireItemOf } from "./itemToWire.ts";

/** The whole snapshot as the tree view and the panel show it. */
export function toWire(
  snapshot: Snapshot,
  { indexing, problems }: Pick<CoverageResult, "indexing" | "problems">,
): CoverageResult {
  return {
    indexing,
    foundational: snapshot.catalog.foundational.map(({ number, title }) => ({ number, title })),
    projects: snapshot.projects.map((it) => toWireProject(coverageOf(snapshot, it), snapshot)),
    skipped: snapshot.skipped.map(({ uri, why }) => ({
      uri,
      path: displayPath(uri, projectOf(snapshot, uri).root),
      why,
    })),
    problems,
  };
}

function toWireProject(coverage: Coverage, snapshot: Snapshot): WireProject {
  const { project, items, totals, levels, blockers } = coverage;
  const target = formatTarget(project.target);
  const changes = changesOnWire(snapshot, project);
  return {
    uri: project.root,
    ...(project.file === undefined ? {} : { file: project.file }),
    product: project.product,
    components: project.components.map((it) => COMPONENT_NAMES[it]),
    ...(target === undefined ? {} : { target }),
    problems: problemsByFile(project),
    documents: documentsOf(coverage, catalogOf(snapshot, project)),
    reached: levelReached(coverage),
    totals,
    levels: levels.map(toWireLevel),
    items: items.map((it) => wireItemOf(it, project, snapshot)),
    blockers: blockers.map(formatReference),
    ...(changes === undefined ? {} : { changes }),
  };
}

function problemsByFile({ file, problems, catalogFiles = [] }: Project): WireProject["problems"] {
  const files = [...(file === undefined ? [] : [{ uri: file, problems }]), ...catalogFiles];
  return files
    .map((it) => ({ uri: it.uri, count: it.problems.length }))
    .filter(({ count }) => count > 0);
}

function documentsOf({ items }: Coverage, catalog: Catalog): WireProject["documents"] {
  const byPart = new Map(items.map(({ requirement }) => [requirement.part, requirement]));
  return [...byPart].flatMap(([part, requirement]) => {
    const title = catalog.documentOf(requirement)?.title;
    return title === undefined ? [] : [{ part, title }];
  });
}

function toWireLevel({ fr, target, reached, cells }: Coverage["levels"][number]): WireLevel {
  return {
    fr,
    ...(target === undefined ? {} : { target }),
    reached,
    cells: cells.map((it) => ({ ...it, blockers: it.blockers.map(formatReference) })),
  };
}

/** `SL 2`, or a vector as the project file writes it: `FR 1: 3, FR 2: 2`. */
export function formatTarget(target: Target | undefined): string | undefined {
  if (target === undefined) return undefined;
  if (typeof target === "number") return `SL ${target}`;
  return Object.entries(target)
    .map(([fr, level]) => `FR ${fr}: ${level}`)
    .join(", ");
}

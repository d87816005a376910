import type { Site } from "../core/annotationIndex.ts";
import { COMPONENT_NAMES, enhancementOf } from "../core/catalog.ts";
import { type Coverage, coverageOf, type Item, type LevelOfFr } from "../core/coverage.ts";
import type { Target } from "../core/project.ts";
import { formatReference } from "../core/reference.ts";
import { displayPath } from "../core/report/displayPath.ts";
import { pageUri } from "../core/report/requirementPage.ts";
import { projectOf, type Snapshot } from "../core/snapshot.ts";
import type { CoverageResult, WireClaim, WireItem, WireProject } from "../protocol/coverage.ts";

/** The whole snapshot as the tree view and the panel show it. */
export function toWire(
  snapshot: Snapshot,
  { indexing, problems }: Pick<CoverageResult, "indexing" | "problems">,
): CoverageResult {
  return {
    indexing,
    foundational: snapshot.catalog.foundational.map(({ number, title }) => ({ number, title })),
    projects: snapshot.projects.map((it) => toWireProject(coverageOf(snapshot, it))),
    skipped: snapshot.skipped.map(({ uri, why }) => ({
      uri,
      path: displayPath(uri, projectOf(snapshot, uri).root),
      why,
    })),
    problems,
  };
}

function toWireProject({ project, items, totals, levels, blockers }: Coverage): WireProject {
  const target = formatTarget(project.target);
  return {
    uri: project.root,
    ...(project.file === undefined ? {} : { file: project.file }),
    product: project.product,
    components: project.components.map((it) => COMPONENT_NAMES[it]),
    ...(target === undefined ? {} : { target }),
    totals,
    levels: levels.map(toWireLevel),
    items: items.map((it) => toWireItem(it, project.root)),
    blockers: blockers.map(formatReference),
  };
}

function toWireLevel({ fr, target, reached }: LevelOfFr): WireProject["levels"][number] {
  return { fr, reached, ...(target === undefined ? {} : { target }) };
}

/** `SL 2`, or a vector as the project file writes it: `FR 1: 3, FR 2: 2`. */
export function formatTarget(target: Target | undefined): string | undefined {
  if (target === undefined) return undefined;
  if (typeof target === "number") return `SL ${target}`;
  return Object.entries(target)
    .map(([fr, level]) => `FR ${fr}: ${level}`)
    .join(", ");
}

function toWireItem(item: Item, root: string): WireItem {
  const { reference, requirement, title, fr, levels, state, claims } = item;
  const summary = enhancementOf(requirement, reference)?.summary ?? requirement.summary;
  const reason = reasonOf(item);
  return {
    part: reference.part,
    reference: formatReference(reference),
    requirement: requirement.id,
    ...(title === undefined ? {} : { title }),
    ...(summary === undefined ? {} : { summary }),
    ...(fr === undefined ? {} : { fr }),
    levels,
    state,
    claims: claims.map((it) => toWireClaim(it, root)),
    ...(reason === undefined ? {} : { reason }),
    page: pageUri(requirement),
  };
}

function reasonOf({ state, statement, claims }: Item): string | undefined {
  if (statement?.reason !== undefined) return statement.reason;
  if (state !== "not-applicable") return undefined;
  return claims.find((it) => it.annotation.relation === "not-applicable")?.annotation.text;
}

function toWireClaim({ uri, annotation, claim }: Site, root: string): WireClaim {
  const { relation, subject, text } = annotation;
  return {
    uri,
    path: displayPath(uri, root),
    range: claim.range,
    relation,
    ...(claim.reference.item === undefined ? {} : { letter: claim.reference.item }),
    ...(subject === undefined ? {} : { subject: subject.text }),
    ...(text === undefined ? {} : { text }),
  };
}

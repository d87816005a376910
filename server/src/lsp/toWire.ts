import { RELATIONS } from "../core/annotation.ts";
import type { Site } from "../core/annotationIndex.ts";
import { COMPONENT_NAMES, COMPONENT_TYPES, enhancementOf } from "../core/catalog.ts";
import { isContradicted } from "../core/coverage/contradictions.ts";
import { nextStepOf } from "../core/coverage/nextStep.ts";
import { isOpen } from "../core/coverage/state.ts";
import { type Coverage, coverageOf, type Item, levelReached } from "../core/coverage.ts";
import { hasExpired, type Project, type Statement, type Target } from "../core/project.ts";
import { formatReference } from "../core/reference.ts";
import { displayPath } from "../core/report/displayPath.ts";
import { pageUri } from "../core/report/requirementPage.ts";
import { projectOf, type Snapshot } from "../core/snapshot.ts";
import type {
  ClaimsOfItem,
  ClaimsParams,
  CoverageResult,
  WireClaim,
  WireItem,
  WireLevel,
  WireProject,
  WireStatement,
  WireStep,
} from "../protocol/coverage.ts";
import { changesOnWire } from "./baselineToWire.ts";

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

/** The claims that the client asks for; none where it names what is no longer there. */
export function claimsOnWire(
  snapshot: Snapshot,
  { project: root, item: wanted }: ClaimsParams,
): readonly ClaimsOfItem[] {
  const project = snapshot.projects.find((it) => it.root === root);
  if (project === undefined) return [];
  return coverageOf(snapshot, project)
    .items.map((item) => ({ item, reference: formatReference(item.reference) }))
    .filter(
      ({ item, reference }) =>
        wanted === undefined ||
        (wanted.part === item.reference.part && wanted.reference === reference),
    )
    .map(({ item, reference }) => ({
      part: item.reference.part,
      reference,
      claims: item.claims.map((it) => toWireClaim(it, root)),
    }));
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
    problems: project.problems.length,
    reached: levelReached(coverage),
    totals,
    levels: levels.map(toWireLevel),
    items: items.map((it) => toWireItem(it, project, snapshot)),
    blockers: blockers.map(formatReference),
    ...(changes === undefined ? {} : { changes }),
  };
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

function toWireItem(item: Item, project: Project, { today }: Snapshot): WireItem {
  const { reference, requirement, title, fr, levels, state, claims, statements } = item;
  const summary = enhancementOf(requirement, reference)?.summary ?? requirement.summary;
  const reason = reasonOf(item);
  const next = nextOnWire(item, project);
  const { file } = project;
  return {
    part: reference.part,
    reference: formatReference(reference),
    requirement: requirement.id,
    ...(title === undefined ? {} : { title }),
    ...(summary === undefined ? {} : { summary }),
    ...(fr === undefined ? {} : { fr }),
    levels,
    components: componentsOf(item),
    state,
    claims: claims.map((it) => toWireClaim(it, project.root)),
    counts: countsOf(item),
    isOpen: isOpen(state),
    isContradicted: isContradicted(item),
    statements: file === undefined ? [] : statements.map((it) => toWireStatement(it, file, today)),
    ...(reason === undefined ? {} : { reason }),
    ...(next === undefined ? {} : { next }),
    page: pageUri(requirement),
  };
}

/** What every type has says nothing about types. */
function componentsOf({ requirement: { componentTypes } }: Item): readonly string[] {
  if (componentTypes.length === COMPONENT_TYPES.length) return [];
  return componentTypes.map((it) => COMPONENT_NAMES[it]);
}

function countsOf({ claims }: Item): Readonly<Record<string, number>> {
  const counts = RELATIONS.map((relation) => {
    const count = claims.filter(({ annotation }) => annotation.relation === relation).length;
    return [relation, count] as const;
  });
  return Object.fromEntries(counts.filter(([, count]) => count > 0));
}

/** What the first says that makes the item not applicable, or met elsewhere. */
function reasonOf({ state, sayings }: Item): string | undefined {
  const relation = RELATION_OF_STATE[state];
  const from = sayings.find((it) => it.relation === relation && it.isJustified)?.from;
  if (from === undefined) return undefined;
  return "annotation" in from ? from.annotation.text : from.reason;
}

const RELATION_OF_STATE: Readonly<Partial<Record<Item["state"], string>>> = {
  "not-applicable": "not-applicable",
  compensated: "compensating",
};

function nextOnWire(item: Item, project: Project): WireStep | undefined {
  const next = nextStepOf(item, project);
  return next && { text: next.text, ...next.place };
}

function toWireStatement(statement: Statement, uri: string, today: string): WireStatement {
  const { range, status, reason, owner, reviewed, expires, evidence } = statement;
  return {
    uri,
    range,
    status,
    ...(reason === undefined ? {} : { reason }),
    ...(owner === undefined ? {} : { owner }),
    ...(reviewed === undefined ? {} : { reviewed }),
    ...(expires === undefined ? {} : { expires }),
    isExpired: hasExpired(statement, today),
    evidence,
  };
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

import { compareSites, type Site } from "../annotationIndex.ts";
import type { Catalog, Enhancement, Requirement } from "../catalog.ts";
import type { Item } from "../coverage.ts";
import type { Project, Statement } from "../project.ts";
import { formatReference, type Reference } from "../reference.ts";
import { catalogOf, type Snapshot } from "../snapshot.ts";
import { headingsOf } from "./headings.ts";
import { sayingsOf } from "./sayings.ts";
import { sitesOfProject } from "./sitesOfProject.ts";
import { stateOf } from "./state.ts";
import { statementsOf } from "./statementsOf.ts";

/** Every base requirement and enhancement of the project's parts and components, at any level. */
export function itemsOf(snapshot: Snapshot, project: Project): readonly Item[] {
  const catalog = catalogOf(snapshot, project);
  return catalog.requirements
    .filter((it) => asks(catalog, project, it))
    .flatMap((it) => itemsOfRequirement(snapshot, project, it));
}

/** Whether a requirement is one of the project's parts and components, in the edition that is covered. */
export function asks(catalog: Catalog, project: Project, requirement: Requirement): boolean {
  const { componentTypes, redirectsTo, isGroup } = requirement;
  return (
    redirectsTo === undefined &&
    isGroup === undefined &&
    covers(catalog, project, requirement) &&
    (componentTypes.length === 0 || componentTypes.some((it) => project.components.includes(it)))
  );
}

/** Whether its part is covered, in the newest edition unless the project names another: `2-1:2009`. */
export function covers(
  catalog: Catalog,
  { parts }: Project,
  { part, edition }: Pick<Requirement, "part" | "edition">,
): boolean {
  if (parts.includes(`${part}:${edition}`)) return true;
  return (
    parts.includes(part) && catalog.parts.every((it) => it.part !== part || it.edition <= edition)
  );
}

/** What the items of a requirement were made of, and what they are. */
interface Known {
  readonly sites: readonly (readonly Site[])[];
  readonly today: string;
  readonly items: readonly Item[];
}

const known = new WeakMap<Project, Map<Requirement, Known>>();

/**
 * A requirement and its enhancements as items of a project, whether it asks for them or not. As long
 * as nothing else is said of them the answer is the same value: an edit costs what it touches.
 */
export function itemsOfRequirement(
  snapshot: Snapshot,
  project: Project,
  requirement: Requirement,
): readonly Item[] {
  const catalog = catalogOf(snapshot, project);
  const headings = headingsOf(catalog).get(requirement) ?? [];
  const sources = [requirement, ...headings];
  const sites = sources.map(({ part, id }) => sitesOfProject(snapshot, project, part, id));
  const ofProject = known.get(project) ?? new Map<Requirement, Known>();
  known.set(project, ofProject);
  const before = ofProject.get(requirement);
  const { today } = snapshot;
  if (before?.today === today && isSameList(before.sites, sites)) return before.items;
  const evidence = evidenceOf(sources, sites.flat(), project, today);
  const items = makeItems(referenceOf(catalog, requirement), requirement, evidence);
  ofProject.set(requirement, { sites, today, items });
  return items;
}

function isSameList(a: readonly unknown[], b: readonly unknown[]): boolean {
  return a.length === b.length && a.every((it, index) => it === b[index]);
}

/** What is said of one requirement and its enhancements. */
interface Evidence {
  readonly sites: readonly Site[];
  readonly statements: readonly Statement[];
  readonly today: string;
}

function evidenceOf(
  sources: readonly Requirement[],
  sites: readonly Site[],
  project: Project,
  today: string,
): Evidence {
  const speaksOf = (reference: Reference) =>
    sources.some(
      ({ part, edition, id }) =>
        reference.part === part &&
        reference.id === id &&
        (reference.edition === undefined || reference.edition === edition),
    );
  const found = sites.filter(({ claim }) => speaksOf(claim.reference));
  return {
    sites: sources.length === 1 ? found : found.sort(compareSites),
    statements: statementsOf(project, sources).filter(({ reference }) => speaksOf(reference)),
    today,
  };
}

/** With the edition, where its id alone means another. */
function referenceOf(catalog: Catalog, requirement: Requirement): Reference {
  const { part, edition, id } = requirement;
  const isMeant = catalog.find({ part, id }) === requirement;
  return isMeant ? { part, id } : { part, edition, id };
}

function makeItems(
  reference: Reference,
  requirement: Requirement,
  evidence: Evidence,
): readonly Item[] {
  const base = makeItem(reference, requirement, undefined, evidence);
  const enhancements = requirement.enhancements.map((it) => ({
    ...makeItem(reference, requirement, it, evidence),
    base,
  }));
  return [base, ...enhancements];
}

function makeItem(
  reference: Reference,
  requirement: Requirement,
  enhancement: Enhancement | undefined,
  evidence: Evidence,
): Item {
  const { fr, items } = requirement;
  const { title, levels } = enhancement ?? requirement;
  const fits = (reference: Reference) => reference.enhancement === enhancement?.number;
  const claims = evidence.sites.filter(({ claim }) => fits(claim.reference));
  const statements = evidence.statements.filter(({ reference }) => fits(reference));
  const sayings = sayingsOf(claims, statements, evidence.today);
  return {
    reference:
      enhancement === undefined ? reference : { ...reference, enhancement: enhancement.number },
    requirement,
    ...(title !== undefined && { title }),
    ...(fr !== undefined && { fr }),
    levels,
    state: stateOf(sayings, enhancement === undefined ? items : []),
    claims,
    statements,
    sayings,
  };
}

/** The canonical writing of an item's requirement: `CR 1.1 RE(1)`. */
export function nameOf(item: Item): string {
  return formatReference(item.reference);
}

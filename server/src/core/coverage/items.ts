import type { Site } from "../annotationIndex.ts";
import type { Catalog, Enhancement, Requirement } from "../catalog.ts";
import type { Item } from "../coverage.ts";
import type { Project } from "../project.ts";
import { formatReference, type Reference } from "../reference.ts";
import { catalogOf, type Snapshot } from "../snapshot.ts";
import { finished, type StepsTo } from "../steps.ts";
import { type Evidence, evidenceOf, isOf, saidIn } from "./evidence.ts";
import { headingsOf } from "./headings.ts";
import { sitesOfProject } from "./sitesOfProject.ts";
import { stateOf } from "./state.ts";
import { statementsOf } from "./statementsOf.ts";

/** Every base requirement and enhancement of the project's parts and components, at any level. */
export function itemsOf(snapshot: Snapshot, project: Project): readonly Item[] {
  return finished(itemsInSteps(snapshot, project));
}

/** The same, a requirement a step. */
export function* itemsInSteps(snapshot: Snapshot, project: Project): StepsTo<readonly Item[]> {
  const catalog = catalogOf(snapshot, project);
  const items: Item[] = [];
  for (const it of catalog.requirements) {
    if (!asks(catalog, project, it)) continue;
    items.push(...itemsOfRequirement(snapshot, project, it));
    yield;
  }
  return items;
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

/** By the claims of the requirement: items before an edit are known as long as the claims before it are. */
type KnownByClaims = WeakMap<readonly Site[], Known>;

const known = new WeakMap<Project, Map<Requirement, KnownByClaims>>();
const NONE: readonly Site[] = [];

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
  const requirements = [requirement, ...headings];
  const sites = requirements.map(({ part, id }) => sitesOfProject(snapshot, project, part, id));
  const byClaims = knownOf(project, requirement);
  const before = byClaims.get(sites[0] ?? NONE);
  const { today } = snapshot;
  if (before?.today === today && isSameList(before.sites, sites)) return before.items;
  const said = saidIn(
    requirements.map((it, index) => ({ requirement: it, sites: sites[index] ?? NONE })),
  );
  const statements = statementsOf(project, requirements).filter(({ reference }) =>
    requirements.some((it) => isOf(it, reference)),
  );
  const items = makeItems(referenceOf(catalog, requirement), requirement, (number) =>
    evidenceOf(said, statements, today, number),
  );
  byClaims.set(sites[0] ?? NONE, { sites, today, items });
  return items;
}

function knownOf(project: Project, requirement: Requirement): KnownByClaims {
  const ofProject = known.get(project) ?? new Map<Requirement, KnownByClaims>();
  known.set(project, ofProject);
  const byClaims = ofProject.get(requirement) ?? new WeakMap<readonly Site[], Known>();
  ofProject.set(requirement, byClaims);
  return byClaims;
}

function isSameList(a: readonly unknown[], b: readonly unknown[]): boolean {
  return a.length === b.length && a.every((it, index) => it === b[index]);
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
  evidenceFor: (number: number | undefined) => Evidence,
): readonly Item[] {
  const base = makeItem(reference, requirement, undefined, evidenceFor(undefined));
  const enhancements = requirement.enhancements.map((it) => ({
    ...makeItem(reference, requirement, it, evidenceFor(it.number)),
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
  return {
    reference:
      enhancement === undefined ? reference : { ...reference, enhancement: enhancement.number },
    requirement,
    ...(title !== undefined && { title }),
    ...(fr !== undefined && { fr }),
    levels,
    state: stateOf(evidence.kinds, enhancement === undefined ? items : []),
    ...evidence,
  };
}

/** The canonical writing of an item's requirement: `CR 1.1 RE(1)`. */
export function nameOf(item: Item): string {
  return formatReference(item.reference);
}

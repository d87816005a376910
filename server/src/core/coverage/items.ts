import { compareSites, type Site } from "../annotationIndex.ts";
import type { Catalog, Enhancement, Requirement } from "../catalog.ts";
import type { Item } from "../coverage.ts";
import type { Project, Statement } from "../project.ts";
import { formatReference, type Reference } from "../reference.ts";
import type { SitesById } from "./sitesOfProject.ts";
import { stateOf } from "./state.ts";

/** What is said of one requirement and its enhancements. */
interface Evidence {
  readonly sites: readonly Site[];
  readonly statements: readonly Statement[];
}

/** Every base requirement and enhancement of the project's parts and components, at any level. */
export function itemsOf(catalog: Catalog, project: Project, sites: SitesById): readonly Item[] {
  const headings = headingsByTarget(catalog);
  return catalog.requirements
    .filter((it) => asks(catalog, project, it))
    .flatMap((requirement) => {
      const sources = [requirement, ...(headings.get(requirement) ?? [])];
      return itemsOfRequirement(requirement, evidenceOf(sources, project, sites));
    });
}

/** Whether a requirement is one of the project's parts and components, in the newest edition. */
function asks(catalog: Catalog, project: Project, requirement: Requirement): boolean {
  const { part, edition, componentTypes, redirectsTo } = requirement;
  return (
    redirectsTo === undefined &&
    project.parts.includes(part) &&
    catalog.parts.every((it) => it.part !== part || it.edition <= edition) &&
    (componentTypes.length === 0 || componentTypes.some((it) => project.components.includes(it)))
  );
}

/** The placeholder headings that stand for a typed requirement: a claim of one is a claim of it. */
function headingsByTarget(catalog: Catalog): ReadonlyMap<Requirement, readonly Requirement[]> {
  const headings = new Map<Requirement, Requirement[]>();
  for (const heading of catalog.requirements) {
    for (const id of heading.redirectsTo ?? []) {
      const target = catalog.find({ part: heading.part, edition: heading.edition, id });
      if (target !== undefined) headings.set(target, [...(headings.get(target) ?? []), heading]);
    }
  }
  return headings;
}

function evidenceOf(sources: readonly Requirement[], project: Project, sites: SitesById): Evidence {
  const speaksOf = (reference: Reference) =>
    sources.some(
      ({ part, edition, id }) =>
        reference.part === part &&
        reference.id === id &&
        (reference.edition === undefined || reference.edition === edition),
    );
  const found = sources
    .flatMap(({ part, id }) => sites.get(`${part} ${id}`) ?? [])
    .filter(({ claim }) => speaksOf(claim.reference));
  return {
    sites: sources.length === 1 ? found : found.sort(compareSites),
    statements: project.statements.filter(({ reference }) => speaksOf(reference)),
  };
}

function itemsOfRequirement(requirement: Requirement, evidence: Evidence): readonly Item[] {
  return [
    itemOf(requirement, undefined, evidence),
    ...requirement.enhancements.map((it) => itemOf(requirement, it, evidence)),
  ];
}

function itemOf(
  requirement: Requirement,
  enhancement: Enhancement | undefined,
  evidence: Evidence,
): Item {
  const { part, id, fr, items } = requirement;
  const { title, levels } = enhancement ?? requirement;
  const fits = (reference: Reference) => reference.enhancement === enhancement?.number;
  const claims = evidence.sites.filter(({ claim }) => fits(claim.reference));
  const statements = evidence.statements.filter(({ reference }) => fits(reference));
  const [statement] = statements;
  return {
    reference:
      enhancement === undefined ? { part, id } : { part, id, enhancement: enhancement.number },
    requirement,
    ...(title !== undefined && { title }),
    ...(fr !== undefined && { fr }),
    levels,
    state: stateOf(claims, statements, enhancement === undefined ? items : []),
    claims,
    ...(statement !== undefined && { statement }),
  };
}

/** The canonical writing of an item's requirement: `CR 1.1 RE(1)`. */
export function nameOf(item: Item): string {
  return formatReference(item.reference);
}

import type { Catalog, Requirement } from "../catalog.ts";

const knownHeadings = new WeakMap<Catalog, ReadonlyMap<Requirement, readonly Requirement[]>>();

/** The placeholder headings that stand for a typed requirement: a claim of one is a claim of it. */
export function headingsOf(catalog: Catalog): ReadonlyMap<Requirement, readonly Requirement[]> {
  const headings = knownHeadings.get(catalog) ?? headingsByTarget(catalog);
  knownHeadings.set(catalog, headings);
  return headings;
}

function headingsByTarget(catalog: Catalog): ReadonlyMap<Requirement, readonly Requirement[]> {
  const headings = new Map<Requirement, readonly Requirement[]>();
  for (const heading of catalog.requirements) {
    for (const id of heading.redirectsTo ?? []) {
      const target = catalog.find({ part: heading.part, edition: heading.edition, id });
      if (target !== undefined) headings.set(target, [...(headings.get(target) ?? []), heading]);
    }
  }
  return headings;
}

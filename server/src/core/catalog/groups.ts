import type { Catalog, Requirement } from "../catalog.ts";

/** The heading that a requirement stands under: its practice, area or element, else its FR. */
export function groupOf(catalog: Catalog, requirement: Requirement): Requirement | undefined {
  const { part, edition, group, fr } = requirement;
  if (group !== undefined) return catalog.find({ part, edition, id: group });
  if (fr === undefined || requirement.isGroup) return undefined;
  return catalog.find({ part: FOUNDATIONAL_PART, id: `FR ${fr}` });
}

/** What stands under a heading: for a foundational requirement the requirements of every part. */
export function membersOf(catalog: Catalog, heading: Requirement): readonly Requirement[] {
  if (heading.isGroup === undefined) return [];
  const { part, edition, id, fr } = heading;
  const isMember =
    heading.kind === "FR"
      ? (it: Requirement) => it.fr === fr && it.isGroup === undefined
      : (it: Requirement) => it.part === part && it.edition === edition && it.group === id;
  return catalog.requirements.filter((it) => isMember(it) && it.redirectsTo === undefined);
}

/** The part that names the foundational requirements. */
const FOUNDATIONAL_PART = "1-1";

import type { Catalog, Requirement } from "../catalog.ts";

const COMPONENT_PART = "4-2";
const SYSTEM_PART = "3-3";

/**
 * What asks the same on the other side: of a component's requirement (4-2) that of the system (3-3), and
 * back. A heading has those of its typed requirements, or that of its number where it leads nowhere.
 */
export function counterpartsOf(catalog: Catalog, requirement: Requirement): readonly Requirement[] {
  const { part, id, redirectsTo } = requirement;
  const { counterparts } = catalog;
  if (part === SYSTEM_PART) {
    const ids = counterparts.filter((it) => it.system === id).map((it) => it.component);
    return allOf(catalog, COMPONENT_PART, ids);
  }
  if (part !== COMPONENT_PART) return [];
  if (redirectsTo?.length === 0) return allOf(catalog, SYSTEM_PART, [id.replace(/^CR /, "SR ")]);
  const asked = redirectsTo ?? [id];
  const ids = counterparts.filter((it) => asked.includes(it.component)).map((it) => it.system);
  return allOf(catalog, SYSTEM_PART, ids);
}

function allOf(
  catalog: Catalog,
  part: string,
  ids: readonly (string | null)[],
): readonly Requirement[] {
  return [...new Set(ids)].flatMap((id) => (id === null ? [] : (catalog.find({ part, id }) ?? [])));
}

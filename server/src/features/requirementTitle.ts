import { type Catalog, enhancementOf } from "../core/catalog.ts";
import type { Reference } from "../core/reference.ts";

/** The title of a requirement or enhancement; nothing where none is known. */
export function requirementTitle(catalog: Catalog, reference: Reference): string | undefined {
  const requirement = catalog.find(reference);
  if (requirement === undefined || reference.enhancement === undefined) return requirement?.title;
  return enhancementOf(requirement, reference)?.title ?? requirement.title;
}

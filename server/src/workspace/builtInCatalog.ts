import foundational from "../../../catalog/foundational.yaml";
import foundations from "../../../catalog/foundations.yaml";
import components2019 from "../../../catalog/iec62443-4-2-2019.yaml";
import { Catalog } from "../core/catalog.ts";

let catalog: Catalog | undefined;

/** The catalog that the product ships. Built on the first call; the same value ever after. */
export function builtInCatalog(): Catalog {
  catalog ??= new Catalog([components2019], foundational, foundations);
  return catalog;
}

import { Catalog } from "../core/catalog.ts";
import { catalogData } from "./catalogData.ts";

let catalog: Catalog | undefined;

/** The catalog that the product ships: the same value ever after. Its files are read on the first question. */
export function builtInCatalog(): Catalog {
  catalog ??= new Catalog(catalogData);
  return catalog;
}

import counterparts from "../../../catalog/counterparts.yaml";
import foundations from "../../../catalog/foundations.yaml";
import concepts2009 from "../../../catalog/iec62443-1-1-2009.yaml";
import programs2009 from "../../../catalog/iec62443-2-1-2009.yaml";
import programs2024 from "../../../catalog/iec62443-2-1-2024.yaml";
import services2023 from "../../../catalog/iec62443-2-4-2023.yaml";
import risks2020 from "../../../catalog/iec62443-3-2-2020.yaml";
import systems2013 from "../../../catalog/iec62443-3-3-2013.yaml";
import development2018 from "../../../catalog/iec62443-4-1-2018.yaml";
import components2019 from "../../../catalog/iec62443-4-2-2019.yaml";
import attackIcs from "../../../catalog/mappings/attack-ics.yaml";
import cra from "../../../catalog/mappings/cra.yaml";
import emb3d from "../../../catalog/mappings/emb3d.yaml";
import nis2 from "../../../catalog/mappings/nis2.yaml";
import series from "../../../catalog/series.yaml";
import type { CatalogData } from "../core/catalog.ts";

/** What the catalog files say. It is the larger part of the product, and stands in a file of its own: see apart.mjs. */
export function catalogData(): CatalogData {
  return {
    parts: [
      concepts2009,
      programs2024,
      programs2009,
      services2023,
      risks2020,
      systems2013,
      development2018,
      components2019,
    ],
    foundations,
    counterparts,
    mappings: [cra, nis2, attackIcs, emb3d],
    series,
  };
}

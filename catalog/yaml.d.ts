// A pattern takes one star, and of two that fit the first one here counts.
declare module "*/foundations.yaml" {
  const foundations: readonly import("../server/src/core/catalog.ts").FoundationStep[];
  export default foundations;
}

declare module "*/counterparts.yaml" {
  const counterparts: readonly import("../server/src/core/catalog/mapping.ts").Counterpart[];
  export default counterparts;
}

declare module "*/series.yaml" {
  const series: import("../server/src/core/catalog/series.ts").Series;
  export default series;
}

declare module "*/mappings/attack-ics.yaml" {
  const mapping: import("../server/src/core/catalog/mapping.ts").Mapping;
  export default mapping;
}

declare module "*/mappings/cra.yaml" {
  const mapping: import("../server/src/core/catalog/mapping.ts").Mapping;
  export default mapping;
}

declare module "*/mappings/emb3d.yaml" {
  const mapping: import("../server/src/core/catalog/mapping.ts").Mapping;
  export default mapping;
}

declare module "*/mappings/nis2.yaml" {
  const mapping: import("../server/src/core/catalog/mapping.ts").Mapping;
  export default mapping;
}

declare module "*.yaml" {
  const part: import("../server/src/core/catalog.ts").CatalogPart;
  export default part;
}

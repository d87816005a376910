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

declare module "*/mappings/*.yaml" {
  const mapping: import("../server/src/core/catalog/mapping.ts").Mapping;
  export default mapping;
}

declare module "*.yaml" {
  const part: import("../server/src/core/catalog.ts").CatalogPart;
  export default part;
}

declare module "*/foundational.yaml" {
  const foundational: readonly import("../server/src/core/catalog.ts").Foundational[];
  export default foundational;
}

declare module "*/foundations.yaml" {
  const foundations: readonly import("../server/src/core/catalog.ts").FoundationStep[];
  export default foundations;
}

declare module "*.yaml" {
  const part: import("../server/src/core/catalog.ts").CatalogPart;
  export default part;
}

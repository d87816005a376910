import type { Catalog, CatalogPart } from "../catalog.ts";
import type { Law, Role, SeriesDocument } from "./series.ts";

/** A document of the series. */
export interface PartDocument extends SeriesDocument {
  /** Absent where no requirements of it are known. */
  readonly catalogPart?: CatalogPart;
}

/** The documents of a part, the newest edition first; none where the series has no such part. */
export function documentsOf({ parts, series }: Catalog, part: string): readonly PartDocument[] {
  const known = parts
    .filter((it) => it.part === part)
    .sort((a, b) => b.edition.localeCompare(a.edition))
    .map((it) => ({ part, ...it.document, catalogPart: it }));
  return [...known, ...series.documents.filter((it) => it.part === part)];
}

/** The publication page of a document; a catalog of one's own may name none and stands in a file. */
export function publicationOf({ url }: { readonly url: string }): string | undefined {
  return /^https?:/.test(url) ? url : undefined;
}

/** The parts that ask for something, so that they can be covered and named in annotations. */
export function partsThatAsk({ parts }: Catalog): readonly CatalogPart[] {
  return parts.filter(({ requirements }) => requirements.some((it) => it.isGroup === undefined));
}

/** Who works with a part, what group of the series it is in, and which laws it helps to meet. */
export interface Surroundings {
  readonly group: string | undefined;
  readonly roles: readonly Role[];
  readonly laws: readonly Law[];
}

/** What surrounds a part. */
export function surroundingsOf({ series }: Catalog, part: string): Surroundings {
  return {
    group: series.groups.find((it) => it.parts.includes(part))?.group,
    roles: series.roles.filter((it) => it.parts.includes(part)),
    laws: series.laws.filter((it) => it.parts.includes(part)),
  };
}

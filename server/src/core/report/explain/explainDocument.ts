import {
  documentsOf,
  type PartDocument,
  publicationOf,
  surroundingsOf,
} from "../../catalog/documents.ts";
import { mappingsOfPart } from "../../catalog/mappings.ts";
import type { Catalog } from "../../catalog.ts";

/** What is known of one document of the series as a whole; `null` where nothing is. */
export interface ExplainedDocument {
  readonly part: string;
  readonly edition: string | null;
  readonly designation: string;
  readonly title: string;
  readonly url: string | null;
  readonly note: string | null;
  /** Of the series: `4 Component`. */
  readonly group: string | null;
  readonly roles: readonly string[];
  readonly laws: readonly string[];
  /** How many requirements the catalog has of it, enhancements and headings not counted. */
  readonly requirements: number;
  /** What the catalog does not list completely. */
  readonly unlisted: "ids" | "enhancements" | null;
  /** Places of other documents that name all of it. */
  readonly places: readonly string[];
}

/** The documents of parts, in the order asked. */
export function explainedDocuments(
  catalog: Catalog,
  parts: readonly string[],
): readonly ExplainedDocument[] {
  return parts.flatMap((part) => documentsOf(catalog, part).map((it) => explained(catalog, it)));
}

function explained(catalog: Catalog, document: PartDocument): ExplainedDocument {
  const { part, designation, title, note, catalogPart } = document;
  const { group, roles, laws } = surroundingsOf(catalog, part);
  const requirements = catalogPart?.requirements ?? [];
  return {
    part,
    edition: catalogPart?.edition ?? null,
    designation,
    title,
    url: publicationOf(document) ?? null,
    note: note ?? null,
    group: group ?? null,
    roles: roles.map((it) => it.role),
    laws: laws.map((it) => it.designation),
    requirements: requirements.filter((it) => !it.isGroup && it.redirectsTo === undefined).length,
    unlisted: catalogPart?.unlisted ?? null,
    places: mappingsOfPart(catalog, part).map(({ mapping, row }) => `${mapping.name} ${row.id}`),
  };
}

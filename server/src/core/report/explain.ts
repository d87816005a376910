import type {
  Catalog,
  ComponentType,
  Confidence,
  Requirement,
  StandardDocument,
} from "../catalog.ts";
import type { Reference } from "../reference.ts";
import { SCHEMA_VERSION } from "./json.ts";

/** What the catalog says of one requirement; `null` where nothing is known. */
export interface ExplainedRequirement {
  readonly part: string;
  readonly edition: string;
  readonly id: string;
  readonly kind: string;
  readonly title: string | null;
  readonly summary: string | null;
  readonly fr: number | null;
  readonly levels: readonly number[];
  readonly componentTypes: readonly ComponentType[];
  readonly enhancements: readonly ExplainedEnhancement[];
  readonly redirectsTo?: readonly string[];
  readonly confidence: Confidence;
  readonly document: Pick<StandardDocument, "designation" | "url"> | null;
}

export interface ExplainedEnhancement {
  readonly number: number;
  readonly title: string | null;
  readonly summary: string | null;
  readonly levels: readonly number[];
}

/** The result of `explain`. */
export interface ExplainResult {
  readonly schemaVersion: number;
  readonly requirements: readonly ExplainedRequirement[];
}

/** The requirements that references name, in each edition that has them, in the order asked. */
export function explainOf(catalog: Catalog, references: readonly Reference[]): ExplainResult {
  const found = references.flatMap((reference) => requirementsOf(catalog, reference));
  return {
    schemaVersion: SCHEMA_VERSION,
    requirements: [...new Set(found)].map((it) => explained(catalog, it)),
  };
}

/** Every edition of the requirement that a reference names, the newest first. */
export function requirementsOf(catalog: Catalog, reference: Reference): readonly Requirement[] {
  const { part, edition, id } = reference;
  return catalog.requirements
    .filter((it) => it.part === part && it.id === id)
    .filter((it) => edition === undefined || it.edition === edition)
    .sort((a, b) => b.edition.localeCompare(a.edition));
}

function explained(catalog: Catalog, requirement: Requirement): ExplainedRequirement {
  const { part, edition, id, kind, title, summary, fr, redirectsTo } = requirement;
  const document = catalog.documentOf(requirement);
  return {
    part,
    edition,
    id,
    kind,
    title: title ?? null,
    summary: summary ?? null,
    fr: fr ?? null,
    levels: requirement.levels,
    componentTypes: requirement.componentTypes,
    enhancements: requirement.enhancements.map(({ number, title, summary, levels }) => ({
      number,
      title: title ?? null,
      summary: summary ?? null,
      levels,
    })),
    ...(redirectsTo !== undefined && { redirectsTo }),
    confidence: requirement.confidence,
    document:
      document === undefined ? null : { designation: document.designation, url: document.url },
  };
}

import { counterpartsOf } from "../../catalog/counterparts.ts";
import { publicationOf } from "../../catalog/documents.ts";
import { foundationsOf } from "../../catalog/foundations.ts";
import { groupOf, membersOf } from "../../catalog/groups.ts";
import type { MappingTarget } from "../../catalog/mapping.ts";
import {
  addressOf,
  basisOf,
  confidenceOf,
  type Mapped,
  mappingsOf,
} from "../../catalog/mappings.ts";
import type { NamedRow } from "../../catalog/names.ts";
import type { Catalog, ComponentType, Confidence, Requirement } from "../../catalog.ts";
import type { Reference } from "../../reference.ts";
import { SCHEMA_VERSION } from "../json.ts";
import type { ExplainedDocument } from "./explainDocument.ts";

/** What the catalog says of one requirement; `null` where nothing is known. */
export interface ExplainedRequirement {
  readonly part: string;
  readonly edition: string;
  readonly id: string;
  readonly kind: string;
  readonly title: string | null;
  readonly summary: string | null;
  readonly note: string | null;
  readonly fr: number | null;
  readonly clause: string | null;
  readonly levels: readonly number[];
  readonly componentTypes: readonly ComponentType[];
  readonly enhancements: readonly ExplainedEnhancement[];
  readonly items: readonly string[];
  readonly redirectsTo?: readonly string[];
  readonly group: Named | null;
  /** Only on a heading of others. */
  readonly members?: readonly (Named & { readonly part: string })[];
  readonly counterparts: readonly ExplainedCounterpart[];
  readonly foundations: ExplainedFoundations | null;
  readonly mappings: readonly ExplainedMapping[];
  readonly confidence: Confidence;
  readonly document: { readonly designation: string; readonly url: string | null } | null;
}

interface Named {
  readonly id: string;
  readonly title: string | null;
}

export interface ExplainedEnhancement {
  readonly number: number;
  readonly title: string | null;
  readonly summary: string | null;
  readonly levels: readonly number[];
}

interface ExplainedCounterpart extends Named {
  readonly part: string;
  readonly edition: string;
  /** Whether the two parts word the title differently. */
  readonly titleDiffers: boolean;
}

interface ExplainedFoundations {
  readonly step: string;
  readonly restsOn: readonly ExplainedStep[];
  readonly carries: readonly ExplainedStep[];
}

interface ExplainedStep {
  readonly step: string;
  readonly requirements: readonly string[];
}

/** A place of another document. */
interface ExplainedPlace {
  readonly name: string;
  readonly instrument: string;
  readonly id: string;
  readonly title: string | null;
  readonly basis: string;
  readonly confidence: Confidence;
  readonly url: string;
}

interface ExplainedMapping extends ExplainedPlace {
  /** What the place names: this requirement, an enhancement of it, or a heading above it. */
  readonly names: string;
  readonly inferred: boolean;
}

interface ExplainedRow extends ExplainedPlace {
  readonly remark: string | null;
  readonly targets: readonly MappingTarget[];
}

/** The result of `explain`. */
export interface ExplainResult {
  readonly schemaVersion: number;
  readonly requirements: readonly ExplainedRequirement[];
  /** The places that were asked for, with all that goes with them. */
  readonly places?: readonly ExplainedRow[];
  /** The documents of the parts that were asked for. */
  readonly documents?: readonly ExplainedDocument[];
}

/** What the catalog says of requirements, and of places of other documents that were asked for. */
export function explainOf(
  catalog: Catalog,
  requirements: readonly Requirement[],
  rows: readonly NamedRow[] = [],
  documents: readonly ExplainedDocument[] = [],
): ExplainResult {
  return {
    schemaVersion: SCHEMA_VERSION,
    requirements: requirements.map((it) => explained(catalog, it)),
    ...(rows.length > 0 && { places: rows.map(explainedRow) }),
    ...(documents.length > 0 && { documents }),
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
  const { part, edition, id, kind, levels, componentTypes, items, redirectsTo } = requirement;
  const document = catalog.documentOf(requirement);
  const group = groupOf(catalog, requirement);
  return {
    part,
    edition,
    id,
    kind,
    title: requirement.title ?? null,
    summary: requirement.summary ?? null,
    note: requirement.note ?? null,
    fr: requirement.fr ?? null,
    clause: requirement.clause ?? null,
    levels,
    componentTypes,
    enhancements: requirement.enhancements.map(({ number, title, summary, levels }) => ({
      number,
      title: title ?? null,
      summary: summary ?? null,
      levels,
    })),
    items,
    ...(redirectsTo !== undefined && { redirectsTo }),
    group: group === undefined ? null : named(group),
    ...(requirement.isGroup && {
      members: membersOf(catalog, requirement).map((it) => ({ part: it.part, ...named(it) })),
    }),
    counterparts: counterpartsOf(catalog, requirement).map((it) => ({
      part: it.part,
      edition: it.edition,
      ...named(it),
      titleDiffers: it.title !== requirement.title,
    })),
    foundations: explainedFoundations(catalog, requirement),
    mappings: mappingsOf(catalog, requirement).map(explainedMapping),
    confidence: requirement.confidence,
    document:
      document === undefined
        ? null
        : { designation: document.designation, url: publicationOf(document) ?? null },
  };
}

function named({ id, title }: Requirement): Named {
  return { id, title: title ?? null };
}

function explainedFoundations(
  catalog: Catalog,
  requirement: Requirement,
): ExplainedFoundations | null {
  const found = foundationsOf(catalog, requirement);
  if (found === undefined) return null;
  const steps = (list: typeof found.restsOn) =>
    list.map(({ step, requirements }) => ({ step, requirements }));
  const { step, restsOn, carries } = found;
  return { step: step.step, restsOn: steps(restsOn), carries: steps(carries) };
}

function explainedPlace(place: NamedRow): ExplainedPlace {
  const { mapping, row } = place;
  return {
    name: mapping.name,
    instrument: mapping.instrument,
    id: row.id,
    title: row.title ?? null,
    basis: basisOf(place),
    confidence: confidenceOf(place),
    url: addressOf(place),
  };
}

function explainedMapping(mapped: Mapped): ExplainedMapping {
  return { ...explainedPlace(mapped), names: mapped.names, inferred: mapped.inferred };
}

function explainedRow(place: NamedRow): ExplainedRow {
  const { mapping, row } = place;
  return { ...explainedPlace(place), remark: mapping.remark ?? null, targets: row.targets };
}

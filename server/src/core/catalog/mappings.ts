import type { Catalog, Confidence, Requirement } from "../catalog.ts";
import { membersOf } from "./groups.ts";
import type { Mapping, MappingRow, MappingTarget } from "./mapping.ts";

/** A place of another document that goes with a requirement. */
export interface Mapped {
  readonly mapping: Mapping;
  readonly row: MappingRow;
  /** What the place names: `CR 1.2`, `CR 1.2 RE(1)`, or a heading above it such as `FR 1` and `CR 3.14`. */
  readonly names: string;
  /** Whether it names the requirement or one of its enhancements, and no heading above them. */
  readonly isDirect: boolean;
  readonly inferred: boolean;
}

/** How sure a row is. */
export function confidenceOf({ mapping, row }: Pick<Mapped, "mapping" | "row">): Confidence {
  return row.confidence ?? mapping.confidence;
}

/** Where a row comes from. */
export function basisOf({ mapping, row }: Pick<Mapped, "mapping" | "row">): string {
  return row.basis ?? mapping.basis;
}

/** The public page of a place; that of the whole document where it has none of its own. */
export function addressOf({ mapping, row }: Pick<Mapped, "mapping" | "row">): string {
  return mapping.rowUrl?.replace("{id}", row.id) ?? mapping.url;
}

/** The places that name a requirement, an enhancement of it or a heading above it, those of it first. */
export function mappingsOf(catalog: Catalog, requirement: Requirement): readonly Mapped[] {
  const index = known.get(catalog) ?? indexOf(catalog);
  known.set(catalog, index);
  return index.get(requirement) ?? [];
}

/** The places that name a whole part. */
export function mappingsOfPart({ mappings }: Catalog, part: string): readonly Mapped[] {
  return mappings.flatMap((mapping) =>
    mapping.rows.flatMap((row) =>
      row.targets
        .filter((it) => it.part === part && it.ids === undefined)
        .map((it) => ({ mapping, row, names: part, isDirect: true, inferred: !!it.inferred })),
    ),
  );
}

/** A target as far as the catalog can tell: the entries that it names, `FR 1` of a part as FR 1. */
export function entriesNamed(catalog: Catalog, target: MappingTarget): readonly Requirement[] {
  const { part, edition, ids = [] } = target;
  const entries = ids.flatMap(
    (it) => entryOf(catalog, { part, ...(edition && { edition }) }, it) ?? [],
  );
  return [...new Set(entries)];
}

type Place = Pick<MappingTarget, "part" | "edition">;

function entryOf(catalog: Catalog, place: Place, name: string): Requirement | undefined {
  const [id = name] = name.split(" RE(", 1);
  return catalog.find({ ...place, part: id.startsWith("FR ") ? "1-1" : place.part, id });
}

type Index = ReadonlyMap<Requirement, readonly Mapped[]>;

const known = new WeakMap<Catalog, Index>();

function indexOf(catalog: Catalog): Index {
  const index = new Map<Requirement, Mapped[]>();
  const add = (requirement: Requirement, mapped: Mapped) => {
    const of = index.get(requirement);
    if (of === undefined) index.set(requirement, [mapped]);
    else of.push(mapped);
  };
  for (const mapping of catalog.mappings) {
    for (const row of mapping.rows) {
      for (const { requirement, ...mapped } of reached(catalog, row)) {
        add(requirement, { mapping, row, ...mapped });
      }
    }
  }
  for (const of of index.values()) of.sort((a, b) => Number(b.isDirect) - Number(a.isDirect));
  return index;
}

/** Every requirement that a row speaks of, by itself or through a heading, each once. */
function reached(catalog: Catalog, row: MappingRow) {
  const all = new Map<
    Requirement,
    { requirement: Requirement } & Omit<Mapped, "mapping" | "row">
  >();
  for (const target of row.targets) {
    const inferred = target.inferred === true;
    for (const names of target.ids ?? []) {
      const entry = entryOf(catalog, target, names);
      if (entry === undefined) continue;
      const below = belowOf(catalog, entry, target.part);
      for (const requirement of [entry, ...below]) {
        const isDirect = requirement === entry;
        if (all.has(requirement) && !isDirect) continue;
        all.set(requirement, { requirement, names, isDirect, inferred });
      }
    }
  }
  return all.values();
}

/** What a heading stands for, of the target's own part where that has it. */
function belowOf(catalog: Catalog, entry: Requirement, part: string): readonly Requirement[] {
  const { edition, redirectsTo = [] } = entry;
  const typed = redirectsTo.flatMap((id) => catalog.find({ part: entry.part, edition, id }) ?? []);
  const members = membersOf(catalog, entry);
  const isOfAll = part === entry.part;
  return [...typed, ...members.filter((it) => isOfAll || it.part === part)];
}

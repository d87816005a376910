import { type Catalog, type CatalogPart, enhancementOf, type Requirement } from "../catalog.ts";
import { formatReference, nameOfPart, type Reference } from "../reference.ts";
import { nearestIds } from "./nearestIds.ts";
import { either } from "./rewrite.ts";
import type { RuleFinding } from "./rule.ts";

/** What is wrong with a reference, and what may be meant, the likeliest first. */
export interface Doubt {
  readonly message: string;
  readonly instead: readonly Reference[];
  readonly level?: RuleFinding["level"];
}

/** Why a reference names nothing in the catalog; nothing when it names something. */
export function doubtOf(catalog: Catalog, reference: Reference): Doubt | undefined {
  if (!catalog.knowsPart(reference.part)) return unknownPart(reference);
  const requirement = catalog.find(reference);
  if (requirement === undefined) {
    const { edition: _, ...anyEdition } = reference;
    const other = catalog.find(anyEdition);
    return other === undefined
      ? unknownId(catalog, reference)
      : unknownEdition(catalog, reference, anyEdition, other);
  }
  // What a heading lacks is asked of the typed requirements it stands for.
  if (requirement.redirectsTo !== undefined) return undefined;
  if (reference.enhancement !== undefined && !enhancementOf(requirement, reference)) {
    return isUnlisted(catalog, requirement, "enhancements")
      ? notListed(reference)
      : unknownEnhancement(reference, requirement);
  }
  const { item, enhancement } = reference;
  const hasItem =
    enhancement === undefined && item !== undefined && requirement.items.includes(item);
  return item === undefined || hasItem ? undefined : unknownItem(reference, requirement);
}

/** A part of the series of which nothing is known but its title: what is written may be right. */
function unknownPart(reference: Reference): Doubt {
  return {
    message: `${formatReference(reference)} belongs to IEC 62443-${reference.part}, of which no requirements are known here: it is understood, but not counted.`,
    instead: [],
    level: "info",
  };
}

function unknownEdition(
  catalog: Catalog,
  reference: Reference,
  instead: Reference,
  { part, edition, id }: Requirement,
): Doubt {
  const isKnown = catalog.parts.some((it) => it.part === part && it.edition === reference.edition);
  const fact = isKnown
    ? `${id} stands in the edition ${edition} of ${part}, not in ${reference.edition}`
    : `The catalog has the edition ${edition} of ${part}, not ${reference.edition}`;
  return {
    message: `${fact}, so this is not counted. Write ${formatReference(instead)} without the edition.`,
    instead: [instead],
    level: "warning",
  };
}

function unknownId(catalog: Catalog, reference: Reference): Doubt {
  const { part, edition, id } = reference;
  if (isUnlisted(catalog, reference, "ids")) return notListed(reference);
  const near = nearestIds(catalog, reference).map((it) => ({ part, id: it }));
  const instead = [...sameNumber(catalog, reference), ...near]
    .slice(0, 3)
    .map((it) => likeness(catalog, reference, it));
  const which = edition === undefined ? part : `${part}:${edition}`;
  return {
    message: `${nameOfPart(which)} has no requirement ${id}. ${askWhether(instead)}`,
    instead,
  };
}

/** `SR 1.14` is none of 3-3: then `CR 1.14` is likely meant. */
function sameNumber(catalog: Catalog, { part, id }: Reference): readonly Reference[] {
  const other = part === "3-3" ? { part: "4-2", id: id.replace(/^SR /, "CR ") } : undefined;
  const found = other && catalog.find(other);
  return other === undefined || found === undefined || found.redirectsTo !== undefined
    ? []
    : [other];
}

/** Whether the catalog says of the part that more of them exist than it lists. */
function isUnlisted(
  { parts }: Catalog,
  { part, edition }: Reference,
  what: NonNullable<CatalogPart["unlisted"]>,
): boolean {
  return parts.some(
    (it) =>
      it.part === part && it.unlisted === what && (edition === undefined || it.edition === edition),
  );
}

function notListed(reference: Reference): Doubt {
  return {
    message: `${formatReference(reference)} is not among those of IEC 62443-${reference.part} that are known here, and they are not all: it is understood, but not counted. Look it up in your copy of the standard.`,
    instead: [],
    level: "info",
  };
}

/** Another requirement with the same enhancement, where it has that too. */
function likeness(catalog: Catalog, { enhancement }: Reference, other: Reference): Reference {
  if (enhancement === undefined) return other;
  const same = { ...other, enhancement };
  const requirement = catalog.find(other);
  return requirement && enhancementOf(requirement, same) ? same : other;
}

function unknownEnhancement(reference: Reference, requirement: Requirement): Doubt {
  const { part, id, enhancement = 0 } = reference;
  const numbers = requirement.enhancements.map((it) => it.number);
  const near = numbers.sort(byDistanceTo(enhancement));
  const instead = [{ part, id }, ...near.slice(0, 2).map((it) => ({ part, id, enhancement: it }))];
  const has =
    numbers.length === 0
      ? `${id} has no requirement enhancements.`
      : `${id} has no requirement enhancement ${enhancement}.`;
  return { message: `${has} ${askWhether(instead)}`, instead };
}

function unknownItem(reference: Reference, { items }: Requirement): Doubt {
  const { item = "", ...whole } = reference;
  const known = reference.enhancement === undefined ? items : [];
  const codes = known.map((it) => it.charCodeAt(0)).sort(byDistanceTo(item.charCodeAt(0)));
  const near = codes.slice(0, 2).map((it) => ({ ...whole, item: String.fromCharCode(it) }));
  const instead = [whole, ...near];
  const has =
    known.length === 0
      ? `${formatReference(whole)} has no lettered items.`
      : `${formatReference(whole)} has the items ${known[0]} to ${known.at(-1)}, not ${item}.`;
  return { message: `${has} ${askWhether(instead)}`, instead };
}

function byDistanceTo(wanted: number): (a: number, b: number) => number {
  return (a, b) => Math.abs(a - wanted) - Math.abs(b - wanted);
}

function askWhether(instead: readonly Reference[]): string {
  if (instead.length === 0) return "Look its id up in your copy of the standard.";
  return `Do you mean ${either(instead.map(formatReference))}?`;
}

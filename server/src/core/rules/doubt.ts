import { type Catalog, enhancementOf, type Requirement } from "../catalog.ts";
import { formatReference, type Reference } from "../reference.ts";
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
  if (!catalog.knowsPart(reference.part)) return unknownPart(catalog, reference);
  const requirement = catalog.find(reference);
  if (requirement === undefined) {
    const { edition: _, ...anyEdition } = reference;
    const other = catalog.find(anyEdition);
    return other === undefined
      ? unknownId(catalog, reference)
      : unknownEdition(reference, anyEdition, other);
  }
  // What a heading lacks is asked of the typed requirements it stands for.
  if (requirement.redirectsTo !== undefined) return undefined;
  if (reference.enhancement !== undefined && !enhancementOf(requirement, reference)) {
    return unknownEnhancement(reference, requirement);
  }
  const { item, enhancement } = reference;
  const hasItem =
    enhancement === undefined && item !== undefined && requirement.items.includes(item);
  return item === undefined || hasItem ? undefined : unknownItem(reference, requirement);
}

/** A part whose catalog comes in a later release: what is written may be right. */
function unknownPart(catalog: Catalog, reference: Reference): Doubt {
  const id = reference.id.replace(/^SR /, "CR ");
  const found = catalog.find({ part: "4-2", id });
  const exists = found !== undefined && found.redirectsTo === undefined;
  const instead = exists ? [likeness(catalog, reference, { part: "4-2", id })] : [];
  const hint = instead.map((it) => ` If you mean 4-2, write ${formatReference(it)}.`).join("");
  return {
    message: `${formatReference(reference)} belongs to IEC 62443-${reference.part}, for which this version has no catalog: it is understood, but not counted.${hint}`,
    instead,
    level: "info",
  };
}

function unknownEdition(reference: Reference, instead: Reference, { edition }: Requirement): Doubt {
  return {
    message: `The catalog has the edition ${edition} of ${reference.part}, not ${reference.edition}, so this is not counted. Write ${formatReference(instead)} without the edition.`,
    instead: [instead],
    level: "warning",
  };
}

function unknownId(catalog: Catalog, reference: Reference): Doubt {
  const instead = nearestIds(catalog, reference).map((id) =>
    likeness(catalog, reference, { part: reference.part, id }),
  );
  return {
    message: `IEC 62443-${reference.part} has no requirement ${reference.id}. ${askWhether(instead)}`,
    instead,
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

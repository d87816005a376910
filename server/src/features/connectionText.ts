import { counterpartsOf } from "../core/catalog/counterparts.ts";
import { foundationsOf } from "../core/catalog/foundations.ts";
import { addressOf, confidenceOf, type Mapped, mappingsOf } from "../core/catalog/mappings.ts";
import type { Catalog, FoundationStep, Requirement } from "../core/catalog.ts";
import type { Reference } from "../core/reference.ts";
import { pageUri } from "../core/report/page/links.ts";
import type { Markup } from "./markup.ts";

/** Longer lists are not read in a hover: the page has them all. */
const MOST_NAMED = 4;

/** What connects a requirement to others and to other documents, a short line each. */
export function connectionText(
  markup: Markup,
  catalog: Catalog,
  requirement: Requirement,
  { enhancement }: Reference,
  pages: boolean,
): readonly string[] {
  return [
    ...counterpartText(markup, catalog, requirement, pages),
    ...foundationText(markup, catalog, requirement),
    ...mappingText(markup, mappingsOf(catalog, requirement), requirement, enhancement),
  ];
}

function counterpartText(
  markup: Markup,
  catalog: Catalog,
  requirement: Requirement,
  pages: boolean,
): readonly string[] {
  const counterparts = counterpartsOf(catalog, requirement);
  const [first] = counterparts;
  if (first === undefined) return [];
  const names = counterparts
    .slice(0, MOST_NAMED)
    .map((it) => (pages ? markup.link(it.id, pageUri(it)) : markup.text(it.id)));
  const of = first.part === "3-3" ? "of the system" : "of a component";
  const title = counterparts.length === 1 ? ` ${markup.text(first.title ?? "")}` : "";
  return [`Counterpart ${of}, ${first.part}: ${names.join(", ")}${title}`];
}

/** Marked as guidance: the standard knows no such steps. */
function foundationText(
  markup: Markup,
  catalog: Catalog,
  requirement: Requirement,
): readonly string[] {
  const found = foundationsOf(catalog, requirement);
  if (found === undefined) return [];
  const names = (steps: readonly FoundationStep[]) => steps.map((it) => it.step).join(" and ");
  const { step, restsOn, carries } = found;
  const parts = [
    ...(restsOn.length === 0 ? [] : [`rests on ${names(restsOn)}`]),
    ...(carries.length === 0 ? [] : [`carries ${names(carries)}`]),
  ];
  const how = parts.length === 0 ? "" : `, ${parts.join(", ")}`;
  return [markup.text(`Secure design (guidance): ${step.step}${how}`)];
}

function mappingText(
  markup: Markup,
  mapped: readonly Mapped[],
  { id }: Requirement,
  enhancement: number | undefined,
): readonly string[] {
  // On an enhancement only what names it.
  const named = enhancement === undefined ? undefined : `${id} RE(${enhancement})`;
  const fitting = mapped.filter((it) => named === undefined || it.names === named);
  if (fitting.length === 0) return [];
  const shown = fitting.slice(0, MOST_NAMED).map((it) => placeText(markup, it));
  const more = fitting.length - shown.length;
  return [`Also in ${shown.join(", ")}${more > 0 ? ` and ${more} more` : ""}`];
}

/** `CRA Annex I Part I (2)(d) (medium confidence)`: what is not certain says so. */
function placeText(markup: Markup, mapped: Mapped): string {
  const { mapping, row, inferred } = mapped;
  const confidence = confidenceOf(mapped);
  const doubts = [
    ...(inferred ? ["inferred"] : []),
    ...(confidence === "high" ? [] : [`${confidence} confidence`]),
  ];
  const name = `${mapping.name} ${row.id}`;
  const place = markup.kind === "markdown" ? markup.link(name, addressOf(mapped)) : name;
  return doubts.length === 0 ? place : `${place} (${doubts.join(", ")})`;
}

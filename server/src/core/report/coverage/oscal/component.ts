import { publicationOf } from "../../../catalog/documents.ts";
import { type Catalog, componentWord } from "../../../catalog.ts";
import type { Project } from "../../../project.ts";
import { nameOfPart } from "../../../reference.ts";
import { problemSentences } from "../../problems.ts";
import type { ReportedProject } from "../report.ts";
import type { ReportedItem } from "../reportItem.ts";
import { implementedRequirement } from "./requirement.ts";
import { listed, markup, type Named, property, webReference } from "./values.ts";

/** What a product is told from: what was reported, and what the report leaves out. */
export interface Product {
  readonly reported: ReportedProject;
  readonly project: Project;
  readonly catalog: Catalog;
  /** Names what belongs to this product alone. */
  readonly named: Named;
}

/** A product as one component; `namedInAll` names what products share. */
export function componentOf(product: Product, namedInAll: Named) {
  const { reported, project, named } = product;
  const remarks = doubtsOf(product);
  return {
    uuid: named("component"),
    type: typeOf(reported),
    title: markup(reported.product),
    description: descriptionOf(reported),
    props: propertiesOf(reported, project),
    ...listed("control-implementations", controlImplementations(product, namedInAll)),
    ...(remarks.length > 0 && { remarks: remarks.map(markup).join("\n\n") }),
  };
}

/**
 * OSCAL's hardware is a physical device, its software any program, operating system or firmware. What is a
 * device in every of its types is delivered as one; a product that may be an application is software.
 */
function typeOf({ components }: ReportedProject): "software" | "hardware" {
  return components.includes(componentWord("SAR")) ? "software" : "hardware";
}

function descriptionOf({ product, parts, components, totals }: ReportedProject): string {
  const types = components.map((it) => it.replaceAll("-", " ")).join(", ");
  const covered = parts.map(nameOfPart).join(", ");
  const { met, applicable } = totals;
  return `${markup(`${product} (${types}), by ${covered}.`)} ${met} of ${applicable} applicable requirements and enhancements are met.`;
}

function propertiesOf(reported: ReportedProject, { target }: Project) {
  const { components, totals, levels, reached } = reported;
  const aimed = typeof target === "number" ? property("sl-c-target", target) : [];
  return [
    ...components.flatMap((it) => property("component-type", it)),
    ...aimed,
    // A part that knows no levels has none to reach.
    ...(levels.length === 0 ? [] : property("sl-c-reached", reached)),
    ...levels.flatMap((it) => [
      ...(it.target === null ? [] : property(`sl-c-target-fr-${it.fr}`, it.target)),
      ...property(`sl-c-reached-fr-${it.fr}`, it.reached),
    ]),
    ...property("applicable", totals.applicable),
    ...property("met", totals.met),
    ...property("verified", totals.verified),
    ...property("not-applicable", totals.notApplicable),
  ];
}

const PART =
  "Only a part of this product was read: what its other files claim is not counted, and what is told as open may be met there.";

/** Why the numbers may be others than those of the whole product. */
function doubtsOf({ reported: { problems }, project }: Product): readonly string[] {
  return [...(project.isPart === true ? [PART] : []), ...problemSentences(problems)];
}

/** One for each part and edition, in the order of the items. */
function controlImplementations(product: Product, namedInAll: Named) {
  const groups = new Map<string, [ReportedItem, ...ReportedItem[]]>();
  for (const item of product.reported.items) {
    const key = JSON.stringify([item.part, item.edition]);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [item]);
    else group.push(item);
  }
  return [...groups.values()].map((it) => controlImplementation(it, product, namedInAll));
}

function controlImplementation(
  items: readonly [ReportedItem, ...ReportedItem[]],
  { catalog, reported, named }: Product,
  namedInAll: Named,
) {
  const [{ part, edition }] = items;
  const document = catalog.documentOf({ part, edition });
  const designation = document?.designation ?? `${nameOfPart(part)}:${edition}`;
  const page = document && publicationOf(document);
  return {
    uuid: named("control-implementation", part, edition),
    source: (page && webReference(page)) ?? `urn:uuid:${namedInAll("source", part, edition)}`,
    description: markup(`How ${reported.product} meets what ${designation} asks.`),
    props: [...property("part", part), ...property("edition", edition)],
    "implemented-requirements": items.map((it) => implementedRequirement(it, named, namedInAll)),
  };
}

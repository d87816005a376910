import { counterpartsOf } from "../../catalog/counterparts.ts";
import { foundationsOf } from "../../catalog/foundations.ts";
import { membersOf } from "../../catalog/groups.ts";
import {
  addressOf,
  basisOf,
  confidenceOf,
  type Mapped,
  mappingsOf,
} from "../../catalog/mappings.ts";
import type { Catalog, FoundationStep, Requirement } from "../../catalog.ts";
import { escapeMarkdown, link, table } from "../markdown.ts";
import { type LinkTo, nameOf } from "./links.ts";

/** What connects a requirement to others, and to other documents: a section each. */
export function connectionsOf(
  catalog: Catalog,
  requirement: Requirement,
  linkTo: LinkTo,
): readonly string[] {
  return [
    ...memberSection(catalog, requirement, linkTo),
    ...counterpartSection(catalog, requirement, linkTo),
    ...foundationSection(catalog, requirement, linkTo),
    ...mappingSection(mappingsOf(catalog, requirement)),
  ];
}

function memberSection(
  catalog: Catalog,
  requirement: Requirement,
  linkTo: LinkTo,
): readonly string[] {
  const members = membersOf(catalog, requirement);
  if (members.length === 0) return [];
  return ["## Requirements", members.map((it) => `- ${linkTo(it, nameOf(it))}`).join("\n")];
}

function counterpartSection(
  catalog: Catalog,
  requirement: Requirement,
  linkTo: LinkTo,
): readonly string[] {
  const counterparts = counterpartsOf(catalog, requirement);
  if (counterparts.length === 0) return [];
  const whose = requirement.part === "3-3" ? "of a component, part 4-2" : "of the system, part 3-3";
  const lines = counterparts.map((it) => {
    const differs = it.title !== requirement.title && requirement.redirectsTo === undefined;
    return `- ${linkTo(it, nameOf(it))}${differs ? " (titled differently there)" : ""}`;
  });
  return [`## Counterpart ${whose}`, lines.join("\n")];
}

/** Marked as guidance wherever it shows. */
export const GUIDANCE = "This is guidance for a secure design, and not a rule of the standard.";

function foundationSection(
  catalog: Catalog,
  requirement: Requirement,
  linkTo: LinkTo,
): readonly string[] {
  const found = foundationsOf(catalog, requirement);
  if (found === undefined) return [];
  const { step, restsOn, carries } = found;
  const lines = [
    ...restsOn.map((it) => `- It rests on ${stepText(catalog, it, linkTo)}`),
    ...carries.map((it) => `- It carries ${stepText(catalog, it, linkTo)}`),
  ];
  return [
    "## Foundations",
    `It is a part of *${escapeMarkdown(step.step)}*. ${GUIDANCE}`,
    ...(lines.length === 0 ? [] : [lines.join("\n")]),
  ];
}

function stepText(catalog: Catalog, step: FoundationStep, linkTo: LinkTo): string {
  const ids = step.requirements.map((id) => {
    const requirement = catalog.find({ part: step.part, id });
    return requirement === undefined ? escapeMarkdown(id) : linkTo(requirement, id);
  });
  return `*${escapeMarkdown(step.step)}*: ${ids.join(", ")}`;
}

function mappingSection(mapped: readonly Mapped[]): readonly string[] {
  if (mapped.length === 0) return [];
  return [
    "## Other documents",
    table(["Document", "Place", "Names", "How sure"], mapped.map(mappingRow)),
    ...remarksOf(mapped),
  ];
}

function mappingRow(mapped: Mapped): readonly string[] {
  const { mapping, row, names, isDirect } = mapped;
  const title = row.title === undefined ? "" : ` ${escapeMarkdown(row.title)}`;
  return [
    escapeMarkdown(mapping.name),
    `${link(row.id, addressOf(mapped))}${title}`,
    `${escapeMarkdown(names)}${isDirect ? "" : ", a heading above it"}`,
    escapeMarkdown(sureness(mapped)),
  ];
}

/** `inferred, medium confidence: JRC/ENISA`; a basis may say so itself. */
export function sureness(mapped: Mapped): string {
  const basis = basisOf(mapped);
  const how = mapped.inferred && !basis.startsWith("inferred") ? "inferred, " : "";
  return `${how}${confidenceOf(mapped)} confidence: ${basis}`;
}

/** What a reader has to know of each document that is named. */
function remarksOf(mapped: readonly Mapped[]): readonly string[] {
  const mappings = [...new Set(mapped.map((it) => it.mapping))];
  return mappings.flatMap(({ name, instrument, remark }) =>
    remark === undefined ? [] : [escapeMarkdown(`${name} is ${instrument}. ${remark}`)],
  );
}

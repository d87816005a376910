import { counterpartsOf } from "../../catalog/counterparts.ts";
import { foundationsOf } from "../../catalog/foundations.ts";
import { membersOf } from "../../catalog/groups.ts";
import { type Mapped, mappingsOf } from "../../catalog/mappings.ts";
import type { Catalog, FoundationStep, Requirement } from "../../catalog.ts";
import { GUIDANCE, sureness } from "../page/connections.ts";
import { nameOf } from "../page/links.ts";
import { placeName } from "./placeText.ts";

/** A section of a requirement's text: what connects it, a line each. */
export interface TextSection {
  readonly title: string;
  readonly lines: readonly string[];
}

/** What connects a requirement to others and to other documents; only the sections that hold something. */
export function connectionsText(
  catalog: Catalog,
  requirement: Requirement,
): readonly TextSection[] {
  const counterparts = counterpartsOf(catalog, requirement);
  const side = requirement.part === "3-3" ? "OF A COMPONENT, 4-2" : "OF THE SYSTEM, 3-3";
  return [
    { title: "REQUIREMENTS", lines: membersOf(catalog, requirement).map(nameOf) },
    { title: `COUNTERPART ${side}`, lines: counterparts.map(nameOf) },
    { title: "FOUNDATIONS", lines: foundationLines(catalog, requirement) },
    { title: "OTHER DOCUMENTS", lines: mappingsOf(catalog, requirement).map(mappingLine) },
  ].filter(({ lines }) => lines.length > 0);
}

function foundationLines(catalog: Catalog, requirement: Requirement): readonly string[] {
  const found = foundationsOf(catalog, requirement);
  if (found === undefined) return [];
  const { step, restsOn, carries } = found;
  return [
    `A part of ${step.step}. ${GUIDANCE}`,
    ...restsOn.map((it) => `Rests on ${stepText(it)}`),
    ...carries.map((it) => `Carries ${stepText(it)}`),
  ];
}

function stepText({ step, requirements }: FoundationStep): string {
  return `${step}: ${requirements.join(", ")}`;
}

function mappingLine(mapped: Mapped): string {
  const names = mapped.isDirect ? mapped.names : `${mapped.names}, a heading above it`;
  return `${placeName(mapped)} – names ${names} (${sureness(mapped)})`;
}

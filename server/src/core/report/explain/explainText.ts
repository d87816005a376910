import { groupOf } from "../../catalog/groups.ts";
import {
  type Catalog,
  COMPONENT_NAMES,
  COMPONENT_TYPES,
  type Enhancement,
  type Requirement,
  SECURITY_LEVELS,
  type SecurityLevel,
} from "../../catalog.ts";
import { isOfSeries } from "../../reference.ts";
import { nameOf } from "../page/links.ts";
import { isHardlyKnown, NOTHING_KNOWN } from "../page/requirementSections.ts";
import { pad, type Screen, safe, wrap } from "../terminal.ts";
import { connectionsText } from "./explainConnections.ts";

const INDENT = "    ";
const READABLE = 88;

/** A page for each requirement, as a manual shows it. */
export function explainText(
  catalog: Catalog,
  requirements: readonly Requirement[],
  screen: Screen,
): string {
  return requirements.map((it) => `${pageOf(catalog, it, screen)}\n`).join("\n\n");
}

function pageOf(catalog: Catalog, requirement: Requirement, { style, width }: Screen): string {
  const paragraph = (text: string, indent = INDENT) =>
    wrap(safe(text), Math.min(width, READABLE), indent);
  const section = (title: string, body: string | undefined) =>
    body === undefined ? [] : [`${style.bold(title)}\n${body}`];
  const { id, title, summary, note } = requirement;
  return [
    `${style.bold(id)}  ${safe(title ?? "(title not known)")}\n${style.dim(placeOf(catalog, requirement))}`,
    ...[
      headingText(catalog, requirement),
      summary ?? (isHardlyKnown(requirement) ? NOTHING_KNOWN : undefined),
    ].flatMap((it) => (it === undefined ? [] : [paragraph(it)])),
    ...section("SECURITY LEVELS", levelsText(requirement)),
    ...section("COMPONENT TYPES", componentsText(requirement)),
    ...section("REQUIREMENT ENHANCEMENTS", enhancementsText(requirement.enhancements, paragraph)),
    ...connectionsText(catalog, requirement).flatMap(({ title, lines }) =>
      section(title, lines.map((it) => paragraph(it)).join("\n")),
    ),
    ...section("NOTE", note === undefined ? undefined : paragraph(note)),
    ...section("SOURCE", paragraph(sourceText(catalog, requirement))),
  ].join("\n\n");
}

function placeOf(catalog: Catalog, requirement: Requirement): string {
  const { part, edition, clause } = requirement;
  const group = groupOf(catalog, requirement);
  return [
    catalog.documentOf(requirement)?.designation ?? `IEC 62443-${part}:${edition}`,
    ...(group === undefined ? [] : [safe(nameOf(group))]),
    ...(clause === undefined ? [] : [`clause ${clause}`]),
  ].join(" · ");
}

/** For a catalog whose headings say nothing themselves. */
function headingText(catalog: Catalog, heading: Requirement): string | undefined {
  const { part, edition, redirectsTo, summary } = heading;
  if (redirectsTo === undefined || summary !== undefined) return undefined;
  if (redirectsTo.length === 0) return "This heading asks nothing of a component.";
  const typed = redirectsTo.map((id) => {
    const types = catalog.find({ part, edition, id })?.componentTypes ?? [];
    return `${id} (${types.map((it) => COMPONENT_NAMES[it]).join(", ")})`;
  });
  return `This heading holds no requirement. Each component type has its own: ${typed.join(", ")}.`;
}

function levelsText({ id, levels, enhancements }: Requirement): string | undefined {
  const known = [levels, ...enhancements.map((it) => it.levels)].some((it) => it.length > 0);
  if (!known) return undefined;
  const rows = [
    { name: id, levels },
    ...enhancements.map((it) => ({ name: `RE(${it.number})`, levels: it.levels })),
  ];
  const width = Math.max(...rows.map(({ name }) => name.length));
  const header = `${pad("", width)}  SL-C 1  SL-C 2  SL-C 3  SL-C 4`;
  const lines = rows.map((it) => `${pad(it.name, width)}  ${cellsOf(it.levels)}`.trimEnd());
  return [header, ...lines].map((it) => INDENT + it).join("\n");
}

function cellsOf(levels: readonly SecurityLevel[]): string {
  return SECURITY_LEVELS.map((level) => pad(`  ${levels.includes(level) ? "yes" : "–"}`, 6)).join(
    "  ",
  );
}

function componentsText({ componentTypes }: Requirement): string | undefined {
  if (componentTypes.length === 0) return undefined;
  const names = componentTypes.map((it) => `${COMPONENT_NAMES[it]} (${it})`);
  const all = componentTypes.length === COMPONENT_TYPES.length;
  return INDENT + (all ? "every component type" : names.join(", "));
}

function enhancementsText(
  enhancements: readonly Enhancement[],
  paragraph: (text: string, indent: string) => string,
): string | undefined {
  if (enhancements.length === 0) return undefined;
  return enhancements
    .map(
      ({ number, title, summary }) =>
        `${INDENT}RE(${number})  ${safe(title ?? "(title not known)")}${summary === undefined ? "" : `\n${paragraph(summary, INDENT + INDENT)}`}`,
    )
    .join("\n\n");
}

function sourceText(catalog: Catalog, requirement: Requirement): string {
  const { part, confidence, summary, wordingFrom } = requirement;
  if (wordingFrom !== undefined && !isOfSeries(part))
    return `The text is from ${safe(wordingFrom)}.`;
  const document = catalog.documentOf(requirement);
  const where = document === undefined ? "" : ` It is sold at ${document.url}.`;
  const doubt =
    confidence === "high"
      ? ""
      : ` Titles and levels are of ${confidence} confidence: confirm them there.`;
  const ours = summary === undefined ? "The" : "The summary is our own; the";
  const own = wordingFrom === undefined ? ours : `The text is from ${safe(wordingFrom)}; the`;
  return `${own} document alone is binding.${where}${doubt}`;
}

import { addressOf, basisOf, confidenceOf } from "../../catalog/mappings.ts";
import type { NamedRow } from "../../catalog/names.ts";
import type { Catalog, Requirement } from "../../catalog.ts";
import { escapeMarkdown, link } from "../markdown.ts";
import { connectionsOf } from "../page/connections.ts";
import { toNothing } from "../page/links.ts";
import { requirementSections, sourceSection } from "../page/requirementSections.ts";
import type { ExplainedDocument } from "./explainDocument.ts";
import { documentLines, placeName, targetsText } from "./placeText.ts";

/** Everything that was asked for, as Markdown to keep or to print. */
export function explainMarkdown(
  catalog: Catalog,
  requirements: readonly Requirement[],
  rows: readonly NamedRow[],
  documents: readonly ExplainedDocument[],
): string {
  const pages = [
    ...documents.map(documentSection),
    ...rows.map((it) => placeSection(catalog, it)),
    ...requirements.map((it) => pageOf(catalog, it)),
  ];
  return `${pages.join("\n\n")}\n`;
}

function pageOf(catalog: Catalog, requirement: Requirement): string {
  return [
    ...requirementSections(catalog, requirement, toNothing),
    ...connectionsOf(catalog, requirement, toNothing),
    ...sourceSection(catalog, requirement),
  ].join("\n\n");
}

function placeSection(catalog: Catalog, place: NamedRow): string {
  const { mapping, row } = place;
  return [
    `# ${escapeMarkdown(placeName(place))}`,
    link(mapping.instrument, addressOf(place)),
    targetsText(catalog, row)
      .map((it) => `- ${escapeMarkdown(it)}`)
      .join("\n"),
    escapeMarkdown(`Basis: ${basisOf(place)}, ${confidenceOf(place)} confidence.`),
    ...(mapping.remark === undefined ? [] : [escapeMarkdown(mapping.remark)]),
  ].join("\n\n");
}

function documentSection(document: ExplainedDocument): string {
  return [
    `# ${escapeMarkdown(`${document.designation} ${document.title}`)}`,
    ...documentLines(document).map(escapeMarkdown),
    ...(document.url === null ? [] : [link(document.designation, document.url)]),
  ].join("\n\n");
}

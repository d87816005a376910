import { publicationOf, surroundingsOf } from "../../catalog/documents.ts";
import { groupOf } from "../../catalog/groups.ts";
import {
  type Catalog,
  COMPONENT_NAMES,
  COMPONENT_TYPES,
  type Requirement,
  SECURITY_LEVELS,
  type SecurityLevel,
  type StandardDocument,
} from "../../catalog.ts";
import { isOfSeries } from "../../reference.ts";
import { escapeMarkdown, link, table } from "../markdown.ts";
import { type LinkTo, nameOf } from "./links.ts";

/** Name, place, summary, levels, component types and enhancements, as Markdown, a section each. */
export function requirementSections(
  catalog: Catalog,
  requirement: Requirement,
  linkTo: LinkTo,
): readonly string[] {
  return [
    `# ${escapeMarkdown(`${requirement.id} ${requirement.title ?? "(title not known)"}`)}`,
    placeOf(catalog, requirement, linkTo),
    ...summaryOf(catalog, requirement, linkTo),
    ...levelsOf(requirement),
    ...componentsOf(requirement),
    ...enhancementsOf(requirement),
  ];
}

/** Document, foundational requirement and clause, in one line. */
function placeOf(catalog: Catalog, requirement: Requirement, linkTo: LinkTo): string {
  const { part, edition, clause, isGroup } = requirement;
  const designation = catalog.documentOf(requirement)?.designation ?? `${part}:${edition}`;
  const group = groupOf(catalog, requirement);
  return [
    escapeMarkdown(designation),
    ...(group === undefined || isGroup ? [] : [linkTo(group, nameOf(group))]),
    ...(clause === undefined ? [] : [escapeMarkdown(`clause ${clause}`)]),
  ].join(" · ");
}

function summaryOf(catalog: Catalog, requirement: Requirement, linkTo: LinkTo): readonly string[] {
  const { summary, note } = requirement;
  return [
    ...[summary, note].filter((it) => it !== undefined).map(escapeMarkdown),
    ...(isHardlyKnown(requirement) ? [NOTHING_KNOWN] : []),
    ...redirectOf(catalog, requirement, linkTo),
  ];
}

/** Whether the series asks something under an id of which no more is known than that. */
export function isHardlyKnown({ part, summary, redirectsTo, isGroup }: Requirement): boolean {
  return summary === undefined && redirectsTo === undefined && !isGroup && isOfSeries(part);
}

/** Where no more than an id is known, nothing is made up. */
export const NOTHING_KNOWN =
  "What it asks is not known here. Look it up in your copy of the document.";

/** Where a heading without a requirement leads. */
function redirectOf(
  catalog: Catalog,
  { part, edition, redirectsTo }: Requirement,
  linkTo: LinkTo,
): readonly string[] {
  if (redirectsTo === undefined || redirectsTo.length === 0) return [];
  const lines = redirectsTo.map((id) => {
    const title = catalog.find({ part, edition, id })?.title;
    return `- ${linkTo({ part, edition, id }, [id, title].filter(Boolean).join(" "))}`;
  });
  return ["The requirements of each component type:", lines.join("\n")];
}

function levelsOf(requirement: Requirement): readonly string[] {
  const { id, levels, enhancements } = requirement;
  const known = [levels, ...enhancements.map((it) => it.levels)].some((it) => it.length > 0);
  if (!known) return [];
  const row = (name: string, title: string | undefined, at: readonly SecurityLevel[]) => [
    escapeMarkdown(name),
    escapeMarkdown(title ?? "title not known"),
    ...SECURITY_LEVELS.map((level) => (at.includes(level) ? "yes" : "–")),
  ];
  return [
    "## Security levels",
    table(
      ["", "", ...SECURITY_LEVELS.map((it) => `SL-C ${it}`)],
      [
        row(id, requirement.title, levels),
        ...enhancements.map((it) => row(`RE(${it.number})`, it.title, it.levels)),
      ],
    ),
  ];
}

function componentsOf({ componentTypes, redirectsTo }: Requirement): readonly string[] {
  if (componentTypes.length === 0 || redirectsTo !== undefined) return [];
  if (componentTypes.length === COMPONENT_TYPES.length) return ["Applies to every component type."];
  const names = componentTypes.map((it) => `${COMPONENT_NAMES[it]} (${it})`);
  return [`Applies to: ${names.join(", ")}.`];
}

function enhancementsOf({ enhancements }: Requirement): readonly string[] {
  if (enhancements.length === 0) return [];
  return [
    "## Requirement enhancements",
    ...enhancements.flatMap((it) => [
      `### ${escapeMarkdown(`RE(${it.number}) ${it.title ?? "(title not known)"}`)}`,
      ...(it.summary === undefined ? [] : [escapeMarkdown(it.summary)]),
    ]),
  ];
}

/** Where the binding words are, how sure the facts are, and who works with the document. */
export function sourceSection(catalog: Catalog, requirement: Requirement): readonly string[] {
  const { part, confidence, summary, wordingFrom } = requirement;
  const document = catalog.documentOf(requirement);
  const ours = summary === undefined ? "" : "The text above is our own summary. ";
  const own =
    wordingFrom === undefined ? ours : `The text above is from ${escapeMarkdown(wordingFrom)}. `;
  return [
    "## Source",
    ...(confidence === "high"
      ? []
      : [
          `Checked against public secondary sources only, with ${confidence} confidence: confirm titles and levels in the document.`,
        ]),
    ...(document === undefined
      ? []
      : [`${own}The binding words are in ${linkTo(document)}, ${escapeMarkdown(document.title)}.`]),
    ...usersOf(catalog, part),
  ];
}

/** Where a document can be had; one of your own may have no page. */
function linkTo(document: StandardDocument): string {
  const page = publicationOf(document);
  return page === undefined
    ? escapeMarkdown(document.designation)
    : link(document.designation, page);
}

function usersOf(catalog: Catalog, part: string): readonly string[] {
  const { roles, laws } = surroundingsOf(catalog, part);
  return [
    ...roles.map((it) => escapeMarkdown(`Part ${part} is for the ${it.role}, who ${it.does}.`)),
    ...laws.map((it) => escapeMarkdown(`It helps to meet the ${it.law}, ${it.designation}.`)),
  ];
}

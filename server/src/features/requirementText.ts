import { RELATIONS } from "../core/annotation.ts";
import { groupOf } from "../core/catalog/groups.ts";
import {
  type Catalog,
  COMPONENT_NAMES,
  COMPONENT_TYPES,
  type Confidence,
  enhancementOf,
  type Requirement,
  type SecurityLevel,
} from "../core/catalog.ts";
import type { Project } from "../core/project.ts";
import { formatReference, type Reference } from "../core/reference.ts";
import { nameOf, pageUri } from "../core/report/page/links.ts";
import { count } from "../core/report/terminal.ts";
import { catalogOf, type Snapshot } from "../core/snapshot.ts";
import { connectionText } from "./connectionText.ts";
import { type Markup, type MarkupKind, markupOf } from "./markup.ts";
import { stateText } from "./stateText.ts";

export interface TextOptions {
  readonly format: MarkupKind;
  /** Whether the client can show a requirement's page. */
  readonly pages: boolean;
}

/** A requirement and what names it: perhaps an enhancement of it, or an item. */
export interface NamedRequirement {
  readonly requirement: Requirement;
  readonly reference: Reference;
}

/** A hover longer than about 25 lines is not read: what is cut off stands on the page. */
const MOST_ENHANCEMENTS = 6;

/**
 * What a requirement of a project's catalog asks for, short enough to be read beside the code; and how
 * far the project has come with it, where that is wanted.
 */
export function requirementText(
  snapshot: Snapshot,
  project: Project,
  { requirement, reference }: NamedRequirement,
  { format, pages, hasState = false }: TextOptions & { readonly hasState?: boolean },
): string {
  const markup = markupOf(format);
  const catalog = catalogOf(snapshot, project);
  return [
    headline(markup, requirement, reference),
    placeOf(markup, catalog, requirement, pages),
    redirectOf(markup, requirement, pages),
    summaryOf(markup, requirement, reference),
    hasState ? stateOf(markup, snapshot, requirement, reference, project) : undefined,
    levelsOf(markup, requirement, reference),
    [componentsOf(requirement), claimsOf(snapshot, requirement)].filter(Boolean).join(" "),
    markup.list(connectionText(markup, catalog, requirement, reference, pages)),
    confidenceOf(markup, requirement),
    addressOf(markup, catalog, requirement),
  ]
    .filter((it) => it !== undefined && it !== "")
    .join("\n\n");
}

/** An enhancement that the catalog does not have is left to the finding about it. */
function headline(markup: Markup, requirement: Requirement, reference: Reference): string {
  const enhancement = enhancementOf(requirement, reference);
  const { part, id } = requirement;
  const isWhole = enhancement === undefined;
  const name = isWhole && reference.enhancement !== undefined ? { part, id } : reference;
  const title = isWhole ? requirement.title : enhancement.title;
  return `${markup.strong(formatReference(name))} ${markup.text(title ?? "(title not known)")}`;
}

/** The links stand up here: an editor cuts the end of a long hover off. Plain text has none to click. */
function placeOf(
  markup: Markup,
  catalog: Catalog,
  requirement: Requirement,
  pages: boolean,
): string {
  const { part, edition } = requirement;
  const document = catalog.documentOf(requirement);
  const group = groupOf(catalog, requirement);
  const designation = document?.designation ?? `${part}:${edition}`;
  const isLinked = markup.kind === "markdown" && document !== undefined;
  return [
    isLinked ? markup.link(designation, document.url) : markup.text(designation),
    ...(group === undefined ? [] : [markup.text(nameOf(group))]),
    ...(pages ? [markup.link("Requirement page", pageUri(requirement))] : []),
  ].join(" · ");
}

/** Where a heading without a requirement leads. */
function redirectOf(
  markup: Markup,
  { part, edition, redirectsTo }: Requirement,
  pages: boolean,
): string | undefined {
  if (redirectsTo === undefined || redirectsTo.length === 0) return undefined;
  const typed = redirectsTo.map((id) =>
    pages ? markup.link(id, pageUri({ part, edition, id })) : markup.text(id),
  );
  return `See ${typed.join(", ")}.`;
}

function summaryOf(
  markup: Markup,
  requirement: Requirement,
  reference: Reference,
): string | undefined {
  const summary = enhancementOf(requirement, reference)?.summary ?? requirement.summary;
  const item =
    reference.item === undefined
      ? ""
      : ` The claim names item (${reference.item}) of its list only.`;
  return summary === undefined ? undefined : `${markup.text(summary)}${item}`;
}

function stateOf(
  markup: Markup,
  snapshot: Snapshot,
  requirement: Requirement,
  reference: Reference,
  project: Project,
): string {
  return stateText(snapshot, project, requirement, reference).map(markup.text).join(" ");
}

function levelsOf(
  markup: Markup,
  requirement: Requirement,
  reference: Reference,
): string | undefined {
  const { id, levels, enhancements } = requirement;
  if (levels.length === 0 && enhancements.length === 0) return undefined;
  const knowsLevels = [levels, ...enhancements.map((it) => it.levels)].some((it) => it.length > 0);
  if (!knowsLevels) return `${count(enhancements.length, "requirement enhancement")}.`;
  if (enhancements.length === 0) return `${levelWords(levels)}.`;
  const row = (name: string, at: readonly SecurityLevel[], isNamed: boolean) =>
    `${isNamed ? markup.strong(name) : markup.text(name)} · ${levelWords(at)}`;
  const shown = enhancements.slice(0, MOST_ENHANCEMENTS);
  const rows = shown.map(({ number, title, levels }) =>
    row(`RE(${number}) ${title ?? ""}`.trim(), levels, number === reference.enhancement),
  );
  const more = enhancements.length - shown.length;
  return markup.list([
    row(id, levels, reference.enhancement === undefined),
    ...rows,
    ...(more > 0 ? [`and ${more} more requirement enhancements`] : []),
  ]);
}

function levelWords(levels: readonly SecurityLevel[]): string {
  return levels.length === 0 ? "no level" : `SL-C ${levels.join(", ")}`;
}

function componentsOf({ componentTypes, redirectsTo }: Requirement): string | undefined {
  if (componentTypes.length === 0 || redirectsTo !== undefined) return undefined;
  if (componentTypes.length === COMPONENT_TYPES.length) return "For every component type.";
  return `Only for: ${componentTypes.map((it) => COMPONENT_NAMES[it]).join(", ")}.`;
}

function claimsOf({ index }: Snapshot, { part, id }: Requirement): string {
  const sites = index.sitesOf(part, id);
  const counts = RELATIONS.map((relation) => ({
    relation,
    count: sites.filter((it) => it.annotation.relation === relation).length,
  })).filter(({ count }) => count > 0);
  if (counts.length === 0) return "In this workspace: no claim yet.";
  return `In this workspace: ${counts.map((it) => `${it.count} × ${it.relation}`).join(", ")}.`;
}

function confidenceOf(
  markup: Markup,
  { confidence, note, title, levels, wordingFrom }: Requirement,
): string | undefined {
  const doubt = confidence === "high" ? [] : [doubtOf(title, levels, confidence)];
  const from = wordingFrom === undefined ? [] : [markup.text(`The text is from ${wordingFrom}.`)];
  return [...doubt, ...(note === undefined ? [] : [markup.text(note)]), ...from].join(" ");
}

/** Says only of what is known at all how sure it is. */
function doubtOf(
  title: string | undefined,
  levels: readonly SecurityLevel[],
  confidence: Confidence,
): string {
  const sure = `known with ${confidence} confidence only`;
  if (title === undefined) return `The id is ${sure}: look up in the document what it asks.`;
  if (levels.length === 0) return `The title is ${sure}: confirm it.`;
  return `Title and levels are ${sure}: confirm them.`;
}

/** Where plain text says what Markdown links to. */
function addressOf(markup: Markup, catalog: Catalog, requirement: Requirement): string | undefined {
  const document = catalog.documentOf(requirement);
  if (markup.kind === "markdown" || document === undefined) return undefined;
  return markup.link(document.designation, document.url);
}

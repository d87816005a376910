import { groupOf } from "../core/catalog/groups.ts";
import { type Catalog, enhancementOf, type Requirement } from "../core/catalog.ts";
import { relationCounts } from "../core/coverage/relationCounts.ts";
import type { Project } from "../core/project.ts";
import { formatReference, type Reference } from "../core/reference.ts";
import { nameOf, pageUri } from "../core/report/page/links.ts";
import { catalogOf, type Snapshot } from "../core/snapshot.ts";
import { confidenceText } from "./confidenceText.ts";
import { connectionText } from "./connectionText.ts";
import { componentsText, levelsText } from "./levelsText.ts";
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
    levelsText(markup, requirement, reference),
    [componentsText(requirement), claimsOf(snapshot, requirement)].filter(Boolean).join(" "),
    markup.list(connectionText(markup, catalog, requirement, reference, pages)),
    confidenceText(markup, requirement),
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

function claimsOf({ index }: Snapshot, { part, id }: Requirement): string {
  const counts = [...relationCounts(index.sitesOf(part, id))];
  if (counts.length === 0) return "In this workspace: no claim yet.";
  return `In this workspace: ${counts.map(([relation, count]) => `${count} × ${relation}`).join(", ")}.`;
}

/** Where plain text says what Markdown links to. */
function addressOf(markup: Markup, catalog: Catalog, requirement: Requirement): string | undefined {
  const document = catalog.documentOf(requirement);
  if (markup.kind === "markdown" || document === undefined) return undefined;
  return markup.link(document.designation, document.url);
}

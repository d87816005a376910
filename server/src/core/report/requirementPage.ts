import type { Site } from "../annotationIndex.ts";
import {
  type Catalog,
  COMPONENT_NAMES,
  COMPONENT_TYPES,
  type Requirement,
  type SecurityLevel,
} from "../catalog.ts";
import { formatReference } from "../reference.ts";
import { projectOf, type Snapshot } from "../snapshot.ts";
import { displayPath } from "./displayPath.ts";
import { codeSpan, escapeMarkdown, link, table } from "./markdown.ts";

/** More links than this make no page better: the editor's list of references has them all. */
const MOST_CLAIMS = 200;

/** The uri of a requirement's read-only page: `iec62443:/4-2/2019/CR%201.5.md`. */
export function pageUri({ part, edition, id }: Pick<Requirement, "part" | "edition" | "id">) {
  return `iec62443:/${[part, edition, `${id}.md`].map(encodeURIComponent).join("/")}`;
}

/** The requirement that a page's uri names. */
export function requirementOfPage(catalog: Catalog, uri: string): Requirement | undefined {
  const wanted = uri.replaceAll(" ", "%20");
  return catalog.requirements.find((it) => pageUri(it) === wanted);
}

/** All that is known of one requirement, as Markdown, or nothing when the uri names none. */
export function requirementPage(snapshot: Snapshot, uri: string): string | undefined {
  const requirement = requirementOfPage(snapshot.catalog, uri);
  if (requirement === undefined) return undefined;
  const sections = [
    `# ${escapeMarkdown([requirement.id, requirement.title].filter(Boolean).join(" "))}`,
    placeOf(snapshot.catalog, requirement),
    ...summaryOf(snapshot.catalog, requirement),
    ...levelsOf(requirement),
    componentsOf(requirement),
    ...enhancementsOf(requirement),
    ...claimsOf(snapshot, requirement),
    ...sourceOf(snapshot.catalog, requirement),
  ];
  return `${sections.filter((it) => it !== undefined).join("\n\n")}\n`;
}

/** Document, foundational requirement and clause, in one line. */
function placeOf(catalog: Catalog, requirement: Requirement): string {
  const { part, edition, fr, clause } = requirement;
  const designation = catalog.documentOf(requirement)?.designation ?? `${part}:${edition}`;
  const frTitle = catalog.foundational.find((it) => it.number === fr)?.title;
  return [
    designation,
    ...(fr === undefined ? [] : [`FR ${fr} ${frTitle ?? ""}`.trim()]),
    ...(clause === undefined ? [] : [`clause ${clause}`]),
  ]
    .map(escapeMarkdown)
    .join(" · ");
}

function summaryOf(catalog: Catalog, requirement: Requirement): readonly string[] {
  const { summary, note } = requirement;
  return [
    ...[summary, note].filter((it) => it !== undefined).map(escapeMarkdown),
    ...redirectOf(catalog, requirement),
  ];
}

/** Where a heading without a requirement leads. */
function redirectOf(
  catalog: Catalog,
  { part, edition, redirectsTo }: Requirement,
): readonly string[] {
  if (redirectsTo === undefined || redirectsTo.length === 0) return [];
  const lines = redirectsTo.map((id) => {
    const title = catalog.find({ part, edition, id })?.title;
    return `- ${link([id, title].filter(Boolean).join(" "), pageUri({ part, edition, id }))}`;
  });
  return ["The requirements of each component type:", lines.join("\n")];
}

function levelsOf(requirement: Requirement): readonly string[] {
  const { id, levels, enhancements } = requirement;
  if (levels.length === 0 && enhancements.length === 0) return [];
  const row = (name: string, title: string | undefined, at: readonly SecurityLevel[]) => [
    escapeMarkdown(name),
    escapeMarkdown(title ?? "title not known"),
    ...([1, 2, 3, 4] as const).map((level) => (at.includes(level) ? "yes" : "–")),
  ];
  return [
    "## Security levels",
    table(
      ["", "", "SL-C 1", "SL-C 2", "SL-C 3", "SL-C 4"],
      [
        row(id, requirement.title, levels),
        ...enhancements.map((it) => row(`RE(${it.number})`, it.title, it.levels)),
      ],
    ),
  ];
}

function componentsOf({ componentTypes, redirectsTo }: Requirement): string | undefined {
  if (componentTypes.length === 0 || redirectsTo !== undefined) return undefined;
  if (componentTypes.length === COMPONENT_TYPES.length) return "Applies to every component type.";
  return `Applies to: ${componentTypes.map((it) => `${COMPONENT_NAMES[it]} (${it})`).join(", ")}.`;
}

function enhancementsOf({ enhancements }: Requirement): readonly string[] {
  if (enhancements.length === 0) return [];
  return [
    "## Requirement enhancements",
    ...enhancements.flatMap((it) => [
      `### ${escapeMarkdown(`RE(${it.number}) ${it.title ?? ""}`)}`,
      ...(it.summary === undefined ? [] : [escapeMarkdown(it.summary)]),
    ]),
  ];
}

function claimsOf(snapshot: Snapshot, { part, id }: Requirement): readonly string[] {
  const sites = snapshot.index.sitesOf(part, id);
  if (sites.length === 0) return ["## In this workspace", "No annotation names it yet."];
  const more = sites.length - MOST_CLAIMS;
  return [
    "## In this workspace",
    sites
      .slice(0, MOST_CLAIMS)
      .map((it) => claimLine(snapshot, it))
      .join("\n"),
    ...(more > 0 ? [`And ${more} more: *Find All References* on the id lists them.`] : []),
  ];
}

function claimLine(snapshot: Snapshot, { uri, annotation, claim }: Site): string {
  const line = claim.range.start.line + 1;
  const path = displayPath(uri, projectOf(snapshot, uri).root);
  const subject = annotation.subject === undefined ? "" : ` ${codeSpan(annotation.subject.text)}`;
  const text = annotation.text === undefined ? "" : `: ${escapeMarkdown(annotation.text)}`;
  const what = `${formatReference(claim.reference)} ${annotation.relation}`;
  return `- ${what} ${link(`${path}:${line}`, `${uri}#L${line}`)}${subject}${text}`;
}

function sourceOf(catalog: Catalog, requirement: Requirement): readonly (string | undefined)[] {
  const document = catalog.documentOf(requirement);
  return [
    "## Source",
    requirement.confidence === "high"
      ? undefined
      : `Checked against public secondary sources only, with ${requirement.confidence} confidence: confirm titles and levels in the document.`,
    document === undefined
      ? undefined
      : `The text above is our own summary. The binding words are in ${link(document.designation, document.url)}, ${escapeMarkdown(document.title)}.`,
  ];
}

import type { Site } from "../annotationIndex.ts";
import type { Catalog, Requirement } from "../catalog.ts";
import { formatReference } from "../reference.ts";
import { catalogOf, projectOf, type Snapshot } from "../snapshot.ts";
import { displayPath } from "./displayPath.ts";
import { codeSpan, escapeMarkdown, link } from "./markdown.ts";
import { connectionsOf } from "./page/connections.ts";
import { pageUri, toPage } from "./page/links.ts";
import { requirementSections, sourceSection } from "./page/requirementSections.ts";

/** More links than this make no page better: the editor's list of references has them all. */
const MOST_CLAIMS = 200;

/** The requirement that a page's uri names. */
export function requirementOfPage(catalog: Catalog, uri: string): Requirement | undefined {
  const wanted = uri.replaceAll(" ", "%20");
  return catalog.requirements.find((it) => pageUri(it) === wanted);
}

/** All that is known of one requirement, as Markdown, or nothing when the uri names none. */
export function requirementPage(snapshot: Snapshot, uri: string): string | undefined {
  const { catalog, requirement } = describedBy(snapshot, uri) ?? {};
  if (catalog === undefined || requirement === undefined) return undefined;
  const sections = [
    ...requirementSections(catalog, requirement, toPage),
    ...claimsOf(snapshot, requirement),
    ...connectionsOf(catalog, requirement, toPage),
    ...sourceSection(catalog, requirement),
  ];
  return `${sections.join("\n\n")}\n`;
}

/** A page belongs to no project: the words of a project's own catalog come first, then ours. */
function describedBy(snapshot: Snapshot, uri: string) {
  const own = snapshot.projects.map((it) => catalogOf(snapshot, it));
  for (const catalog of new Set([...own, snapshot.catalog])) {
    const requirement = requirementOfPage(catalog, uri);
    if (requirement !== undefined) return { catalog, requirement };
  }
  return undefined;
}

function claimsOf(snapshot: Snapshot, requirement: Requirement): readonly string[] {
  if (requirement.isGroup) return [];
  const { part, edition, id } = requirement;
  const sites = snapshot.index
    .sitesOf(part, id)
    .filter(({ claim }) => (claim.reference.edition ?? edition) === edition);
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

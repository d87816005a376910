import type { Catalog, Requirement } from "../core/catalog.ts";
import { asks, itemsOfRequirement } from "../core/coverage/items.ts";
import type { ItemState } from "../core/coverage.ts";
import { pageUri } from "../core/report/page/links.ts";
import { catalogOf, type Snapshot } from "../core/snapshot.ts";

/** A requirement or heading as a list to choose from shows it. */
export interface ListedRequirement {
  readonly id: string;
  readonly title?: string;
  readonly document: string;
  readonly page: string;
  readonly words: string;
  readonly state?: ItemState;
}

/** Every requirement and heading that has a page: first those that a project of the workspace asks for. */
export function requirementList(snapshot: Snapshot): readonly ListedRequirement[] {
  const catalogs = [...snapshot.projects.map((it) => catalogOf(snapshot, it)), snapshot.catalog];
  const listed = new Map<string, ListedRequirement>();
  for (const catalog of new Set(catalogs)) {
    for (const requirement of catalog.requirements) {
      const page = pageUri(requirement);
      if (!listed.has(page)) listed.set(page, toListed(snapshot, catalog, requirement, page));
    }
  }
  const all = [...listed.values()];
  return [
    ...all.filter((it) => it.state !== undefined),
    ...all.filter((it) => it.state === undefined),
  ];
}

function toListed(
  snapshot: Snapshot,
  catalog: Catalog,
  requirement: Requirement,
  page: string,
): ListedRequirement {
  const { part, edition, id, title, enhancements, keywords = [] } = requirement;
  const state = stateOf(snapshot, requirement);
  return {
    id,
    ...(title !== undefined && { title }),
    document: catalog.documentOf(requirement)?.designation ?? `${part}:${edition}`,
    page,
    words: [...enhancements.map((it) => it.title ?? ""), ...keywords].filter(Boolean).join(", "),
    ...(state !== undefined && { state }),
  };
}

function stateOf(snapshot: Snapshot, requirement: Requirement): ListedRequirement["state"] {
  const project = snapshot.projects.find((it) => asks(catalogOf(snapshot, it), it, requirement));
  return project && itemsOfRequirement(snapshot, project, requirement)[0]?.state;
}

import type { Catalog, Requirement } from "../catalog.ts";
import { asks, itemsOfRequirement } from "../coverage/items.ts";
import type { Item } from "../coverage.ts";
import type { Project, Statement } from "../project.ts";
import type { Reference } from "../reference.ts";
import { catalogOf, projectOf, type Snapshot } from "../snapshot.ts";

/**
 * The requirements that a reference speaks of in a project: what a heading stands for are its typed
 * requirements, as far as the project asks for them.
 */
export function requirementsNamed(
  catalog: Catalog,
  project: Project,
  reference: Reference,
): readonly Requirement[] {
  const found = catalog.find(reference);
  if (found?.redirectsTo === undefined) return found === undefined ? [] : [found];
  const { part, edition, redirectsTo } = found;
  return redirectsTo
    .flatMap((id) => catalog.find({ part, edition, id }) ?? [])
    .filter((it) => asks(catalog, project, it));
}

/** The items that a reference speaks of: of several only where it names a heading. */
export function itemsNamed(
  snapshot: Snapshot,
  project: Project,
  reference: Reference,
): readonly Item[] {
  return requirementsNamed(catalogOf(snapshot, project), project, reference).flatMap(
    (requirement) =>
      itemsOfRequirement(snapshot, project, requirement).find(
        (it) => it.reference.enhancement === reference.enhancement,
      ) ?? [],
  );
}

/** The statements that a file makes: none where it is no project file. */
export function statementsIn(snapshot: Snapshot, uri: string): readonly Statement[] {
  const project = projectOf(snapshot, uri);
  return project.file === uri ? project.statements : [];
}

import type { Requirement } from "../catalog.ts";
import { itemsOfRequirement } from "../coverage/items.ts";
import type { Project } from "../project.ts";
import { catalogOf, projectOf, type Snapshot } from "../snapshot.ts";
import { requirementsNamed } from "./named.ts";

/**
 * Answers steps that work out the items which findings in a file rest on, a requirement a step: after a batch the first
 * file would pay for all that others claim. What is known already costs next to nothing.
 */
export function groundworkIn(snapshot: Snapshot): (uri: string) => Generator<undefined> {
  const done = new Map<Project, Set<Requirement>>();
  return function* (uri) {
    const project = projectOf(snapshot, uri);
    const ofProject = done.get(project) ?? new Set<Requirement>();
    done.set(project, ofProject);
    for (const it of requirementsBehind(snapshot, project, uri)) {
      if (ofProject.has(it)) continue;
      itemsOfRequirement(snapshot, project, it);
      ofProject.add(it);
      yield;
    }
  };
}

/** A project file answers for all of its project, other files for what they name. */
function* requirementsBehind(
  snapshot: Snapshot,
  project: Project,
  uri: string,
): Iterable<Requirement> {
  const catalog = catalogOf(snapshot, project);
  if (uri === project.file) yield* catalog.requirements;
  for (const { claims } of snapshot.index.inFile(uri)?.annotations ?? [])
    for (const { reference } of claims) yield* requirementsNamed(catalog, project, reference);
}

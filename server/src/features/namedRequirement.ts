import { readReferences } from "../core/annotation/references.ts";
import { enhancementOf } from "../core/catalog.ts";
import { formsOf, type Project } from "../core/project.ts";
import { formatReference, nameOfPart, type Reference } from "../core/reference.ts";
import { catalogOf, type Snapshot } from "../core/snapshot.ts";

/** The one requirement or enhancement that a text names in a project, or a sentence that says why it names none. */
export function namedRequirement(
  snapshot: Snapshot,
  project: Project,
  written: string,
): Reference | { readonly problem: string } {
  const { references, problem } = readReferences(written, formsOf(project));
  const [reference, ...others] = references;
  if (problem !== undefined) return { problem };
  if (reference === undefined || others.length > 0) {
    return { problem: "One requirement is expected, such as CR 1.5." };
  }
  const requirement = catalogOf(snapshot, project).find(reference);
  const isKnown =
    requirement !== undefined &&
    (reference.enhancement === undefined || enhancementOf(requirement, reference) !== undefined);
  if (isKnown) return reference;
  return {
    problem: `There is no ${formatReference(reference)} in ${nameOfPart(reference.part)}. Look the id up.`,
  };
}

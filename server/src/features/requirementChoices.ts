import type { AnnotationLine } from "../core/annotation/annotationLine.ts";
import { spokenOf } from "../core/coverage/spokenOf.ts";
import type { Project } from "../core/project.ts";
import { formatReference } from "../core/reference.ts";
import { catalogOf, type Snapshot } from "../core/snapshot.ts";
import type { Choice } from "./choice.ts";
import { type PreparedChoices, preparedChoices } from "./preparedChoices.ts";

/**
 * Every requirement and enhancement that the line may name and does not name yet: first what the project
 * needs and nobody claims, then the rest of what it covers, then what it does not.
 */
export function requirementChoices(
  snapshot: Snapshot,
  project: Project,
  { part, others }: Pick<AnnotationLine, "part" | "others">,
): readonly Choice[] {
  const offered = preparedChoices(catalogOf(snapshot, project), project, part);
  const choices = offered.flatMap((it) => choicesOf(snapshot, project, it));
  if (others.length === 0) return choices;
  const named = new Set(others.map((it) => keyOf(it.part, formatReference(it))));
  return choices.filter(({ data, label }) => !named.has(keyOf(data.part, label)));
}

function keyOf(part: string, label: string): string {
  return `${part} ${label}`;
}

/** Most requirements are of no component of the project: their choices are the same list each time. */
function choicesOf(
  snapshot: Snapshot,
  project: Project,
  { requirement, isAsked, plain, needed }: PreparedChoices,
): PreparedChoices["plain"] {
  if (!isAsked) return plain;
  const spoken = spokenOf(snapshot, project, requirement);
  if (spoken.size === 0) return needed;
  return plain.map((it, index) => (spoken.has(it.data.enhancement) ? it : (needed[index] ?? it)));
}

import { readReferences } from "../core/annotation/references.ts";
import { coverageOf } from "../core/coverage.ts";
import type { Project } from "../core/project.ts";
import { formatReference, type Reference } from "../core/reference.ts";
import { catalogOf, type Snapshot } from "../core/snapshot.ts";
import type { Range } from "../core/text.ts";
import type { Asked } from "./projectFileCompletion.ts";
import { idAt } from "./projectFileIds.ts";
import { type Choice, requirementChoices } from "./requirementChoices.ts";

/** The requirements that can be named; first those that the project needs and nobody claims. */
export function idChoices(asked: Asked): {
  readonly choices: readonly Choice[];
  readonly range: Range;
} {
  const { snapshot, project, text, position, at, path, isJson, prefix } = asked;
  const { range, others } = idAt(text, at, position);
  const inList = path.at(-1) === "[]" ? at.others : [];
  const named = [...others, ...inList.flatMap((it) => readReferences(it).references)];
  const missing = new Set(missingOf(snapshot, project).map(keyOf));
  const quote = isJson && at.quote === "" ? '"' : "";
  const catalog = catalogOf(snapshot, project);
  const choices = requirementChoices(catalog, project, { others: named }).map(
    ({ newText, sortText, ...it }) => ({
      ...it,
      newText: `${prefix}${quote}${newText}${quote}`,
      sortText: `${it.data !== undefined && missing.has(keyOf(it.data)) ? 0 : 1}${sortText}`,
    }),
  );
  return { choices, range };
}

/** What the project needs and nobody says anything of, in the order of the catalog. */
export function missingOf(snapshot: Snapshot, project: Project): readonly Reference[] {
  return coverageOf(snapshot, project)
    .items.filter((it) => it.state === "missing")
    .map((it) => it.reference);
}

function keyOf(reference: Reference): string {
  return `${reference.part} ${formatReference(reference)}`;
}

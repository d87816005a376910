import { readReferences } from "../core/annotation/references.ts";
import { coverageOf } from "../core/coverage.ts";
import { formsOf, type Project } from "../core/project.ts";
import type { Reference } from "../core/reference.ts";
import type { Snapshot } from "../core/snapshot.ts";
import type { Range } from "../core/text.ts";
import type { Choice } from "./choice.ts";
import type { Asked } from "./projectFileCompletion.ts";
import { idAt } from "./projectFileIds.ts";
import { requirementChoices } from "./requirementChoices.ts";

/** The requirements that can be named; first those that the project needs and nobody claims. */
export function idChoices(asked: Asked): {
  readonly choices: readonly Choice[];
  readonly range: Range;
} {
  const { snapshot, project, text, position, at, path, isJson, prefix } = asked;
  const forms = formsOf(project);
  const { range, others } = idAt(text, at, position, forms);
  const inList = path.at(-1) === "[]" ? at.others : [];
  const named = [...others, ...inList.flatMap((it) => readReferences(it, forms).references)];
  const quote = isJson && at.quote === "" ? '"' : "";
  const choices = requirementChoices(snapshot, project, { others: named }).map(
    ({ newText, ...it }) => ({ ...it, newText: `${prefix}${quote}${newText}${quote}` }),
  );
  return { choices, range };
}

/** What the project needs and nobody says anything of, in the order of the catalog. */
export function missingOf(snapshot: Snapshot, project: Project): readonly Reference[] {
  return coverageOf(snapshot, project)
    .items.filter((it) => it.state === "missing")
    .map((it) => it.reference);
}

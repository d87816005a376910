import type { CompletionItem } from "vscode-languageserver-types";
import { readReferences } from "../core/annotation/references.ts";
import { formsOf } from "../core/project.ts";
import type { Forms } from "../core/reference/forms.ts";
import { formatReference, type Reference } from "../core/reference.ts";
import { catalogOf, projectOf, type Snapshot } from "../core/snapshot.ts";
import { readRequirementData } from "./requirementData.ts";
import { requirementText, type TextOptions } from "./requirementText.ts";

/** The item with what its requirement asks for: worked out only for the items that are looked at. */
export function completionResolve(
  snapshot: Snapshot,
  item: CompletionItem,
  options: TextOptions,
): CompletionItem {
  const data = readRequirementData(item.data);
  if (data === undefined) return item;
  const project = projectOf(snapshot, data.uri);
  const reference = data.reference ?? writtenIn(item.label, formsOf(project));
  if (reference === undefined) return item;
  const requirement = catalogOf(snapshot, project).find(reference);
  if (requirement === undefined) return item;
  const value = requirementText(snapshot, project, { requirement, reference }, options);
  return { ...item, documentation: { kind: options.format, value } };
}

/** Most items are called what their requirement is called, and carry no more of it. */
function writtenIn(label: string, forms: Forms): Reference | undefined {
  const [reference] = readReferences(label, forms).references;
  return reference !== undefined && formatReference(reference) === label ? reference : undefined;
}

import type { CompletionItem } from "vscode-languageserver-types";
import type { Reference } from "../core/reference.ts";
import { catalogOf, projectOf, type Snapshot } from "../core/snapshot.ts";
import { requirementText, type TextOptions } from "./requirementText.ts";

/** The item with what its requirement asks for: worked out only for the items that are looked at. */
export function completionResolve(
  snapshot: Snapshot,
  item: CompletionItem,
  options: TextOptions,
): CompletionItem {
  const { reference, uri } = readData(item.data);
  if (reference === undefined) return item;
  const project = projectOf(snapshot, uri);
  const requirement = catalogOf(snapshot, project).find(reference);
  if (requirement === undefined) return item;
  const value = requirementText(snapshot, project, { requirement, reference }, options);
  return { ...item, documentation: { kind: options.format, value } };
}

/** The data comes back from the client: nothing is believed of it. */
function readData(data: unknown): { readonly reference?: Reference; readonly uri: string } {
  if (typeof data !== "object" || data === null) return { uri: "" };
  const { part, edition, id, enhancement, item, uri } = data as Record<string, unknown>;
  const file = typeof uri === "string" ? uri : "";
  if (typeof part !== "string" || typeof id !== "string") return { uri: file };
  const reference = {
    part,
    id,
    ...(typeof edition === "string" ? { edition } : {}),
    ...(typeof enhancement === "number" ? { enhancement } : {}),
    ...(typeof item === "string" ? { item } : {}),
  };
  return { reference, uri: file };
}

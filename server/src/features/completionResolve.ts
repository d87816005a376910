import type { CompletionItem } from "vscode-languageserver-types";
import type { Reference } from "../core/reference.ts";
import type { Snapshot } from "../core/snapshot.ts";
import { requirementText, type TextOptions } from "./requirementText.ts";

/** The item with what its requirement asks for: worked out only for the items that are looked at. */
export function completionResolve(
  snapshot: Snapshot,
  item: CompletionItem,
  options: TextOptions,
): CompletionItem {
  const reference = readReference(item.data);
  const requirement = reference === undefined ? undefined : snapshot.catalog.find(reference);
  if (reference === undefined || requirement === undefined) return item;
  const value = requirementText(snapshot, requirement, reference, options);
  return { ...item, documentation: { kind: options.format, value } };
}

/** The data comes back from the client: nothing is believed of it. */
function readReference(data: unknown): Reference | undefined {
  if (typeof data !== "object" || data === null) return undefined;
  const { part, id, enhancement, item } = data as Record<string, unknown>;
  if (typeof part !== "string" || typeof id !== "string") return undefined;
  return {
    part,
    id,
    ...(typeof enhancement === "number" ? { enhancement } : {}),
    ...(typeof item === "string" ? { item } : {}),
  };
}

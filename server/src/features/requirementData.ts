import type { Reference } from "../core/reference.ts";

/** What an item of a list, or a hint, carries so that its requirement is found when it is looked at. */
export interface RequirementData {
  /** Absent where the label names it. */
  readonly reference?: Reference;
  /** The file tells whose catalog is meant. */
  readonly uri: string;
}

/** Reads what comes back from the client: nothing is believed of it. */
export function readRequirementData(data: unknown): RequirementData | undefined {
  if (typeof data !== "object" || data === null) return undefined;
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

import type { WireItem } from "../../server/src/protocol/coverage.ts";

type ItemAddress = Pick<WireItem, "part" | "reference">;

/** Tells the items of a project apart. */
export function itemKey({ part, reference }: ItemAddress): string {
  return `${part} ${reference}`;
}

/** Part and reference of such a key; a part has no blank in its name. */
export function addressOf(key: string): ItemAddress {
  const blank = key.indexOf(" ");
  return { part: key.slice(0, blank), reference: key.slice(blank + 1) };
}

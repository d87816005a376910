import type { Requirement } from "../../server/src/core/catalog.ts";

/** A base requirement or an enhancement, with all that people read of it. */
export interface NamedItem {
  readonly name: string;
  readonly title: string;
  readonly summary: string;
  readonly isHeading: boolean;
}

/** Every base requirement and every enhancement by its full name. */
export function namedItems(requirements: readonly Requirement[]): readonly NamedItem[] {
  return requirements.flatMap(({ id, title = "", summary = "", redirectsTo, enhancements }) => [
    { name: id, title, summary, isHeading: redirectsTo !== undefined },
    ...enhancements.map((it) => ({
      name: `${id} RE(${it.number})`,
      title: it.title ?? "",
      summary: it.summary ?? "",
      isHeading: false,
    })),
  ]);
}

const KINDS = ["CCSC", "CR", "SAR", "EDR", "HDR", "NDR"];

/** The common constraints first; then by number, and under one number by kind. */
export function compareIds(a: string, b: string): number {
  const [left, right] = [placeOf(a), placeOf(b)];
  const i = left.findIndex((it, at) => it !== right[at]);
  return (left[i] ?? 0) - (right[i] ?? 0);
}

function placeOf(id: string): readonly number[] {
  const [kind = "", number = ""] = id.split(" ");
  const [fr = 0, n = 0] = number.split(".").map(Number);
  return kind === "CCSC" ? [0, fr, 0] : [fr, n, KINDS.indexOf(kind)];
}

import type { Requirement } from "../../server/src/core/catalog.ts";

/** A base requirement or an enhancement, with all that people read of it. */
export interface NamedItem {
  /** With its part and edition: `4-2:2019 CR 1.1 RE(1)`. */
  readonly name: string;
  readonly title: string;
  readonly summary: string | undefined;
  /** Whether there is something to meet: neither a heading nor a group. */
  readonly isAsked: boolean;
}

/** Every base requirement and every enhancement by its full name. */
export function namedItems(requirements: readonly Requirement[]): readonly NamedItem[] {
  return requirements.flatMap((requirement) => {
    const { part, edition, id, title = "", summary, enhancements } = requirement;
    const isAsked = requirement.redirectsTo === undefined && !requirement.isGroup;
    const name = `${part}:${edition} ${id}`;
    return [
      { name, title, summary, isAsked },
      ...enhancements.map((it) => ({
        name: `${name} RE(${it.number})`,
        title: it.title ?? "",
        summary: it.summary,
        isAsked: true,
      })),
    ];
  });
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

import type { Foundational } from "../../catalog.ts";
import { isMet } from "../../coverage/state.ts";
import { nameOfPart } from "../../reference.ts";
import type { ReportedProject } from "./report.ts";
import type { ReportedItem } from "./reportItem.ts";

/** Items that are told together: those of one foundational requirement, or of what has none. */
export interface ReportGroup {
  /** `FR 1`, `CCSC`, or a part: `IEC 62443-4-1`. */
  readonly name: string;
  /** Empty where the name says it all. */
  readonly title: string;
  readonly items: readonly ReportedItem[];
  readonly applicable: number;
  readonly met: number;
  /** Of a foundational requirement. */
  readonly level?: ReportedProject["levels"][number];
}

/** The foundational requirements in their order, then the common constraints, then the other parts. */
export function groupsOf(
  { items, levels }: Pick<ReportedProject, "items" | "levels">,
  foundational: readonly Foundational[],
): readonly ReportGroup[] {
  const ofFrs = levels.map((level) => {
    const title = foundational.find((it) => it.number === level.fr)?.title ?? "";
    const own = items.filter((it) => it.fr === level.fr);
    return { ...groupOf(`FR ${level.fr}`, title, own), level };
  });
  const others = items.filter((it) => it.fr === null);
  const names = new Set(others.map(nameOfOther));
  return [
    ...ofFrs,
    ...[...names].map((name) =>
      groupOf(
        name,
        name === CCSC ? "common constraints" : "",
        others.filter((it) => nameOfOther(it) === name),
      ),
    ),
  ];
}

const CCSC = "CCSC";

function groupOf(name: string, title: string, items: readonly ReportedItem[]): ReportGroup {
  const applicable = items.filter((it) => it.state !== "not-applicable");
  const met = applicable.filter((it) => isMet(it.state)).length;
  return { name, title, items, applicable: applicable.length, met };
}

function nameOfOther({ part, reference }: ReportedItem): string {
  return reference.startsWith(CCSC) ? CCSC : nameOfPart(part);
}

import type { Foundational } from "../../catalog.ts";
import { nameOfPart } from "../../reference.ts";
import { bar, pad, type Style, safe, widthOf } from "../terminal.ts";
import type { ReportedProject } from "./report.ts";
import type { ReportedItem } from "./reportItem.ts";

interface Row {
  readonly name: string;
  readonly items: readonly ReportedItem[];
  readonly reached: string;
}

/** A line for each foundational requirement: its name, how much is met, the SL-C reached. */
export function reachedText(
  project: ReportedProject,
  foundational: readonly Foundational[],
  style: Style,
): string {
  const rows = [...frRows(project, foundational, style), ...otherRows(project)];
  const width = Math.max(0, ...rows.map((it) => widthOf(it.name)));
  return rows
    .map(({ name, items, reached }) => {
      const applicable = items.filter((it) => it.state !== "not-applicable");
      const met = applicable.filter((it) => MET.has(it.state)).length;
      const numbers = pad(`${met} of ${applicable.length}`, 8);
      const line = `  ${pad(name, width)}  ${numbers}  ${bar(met, applicable.length, 16, style)}`;
      return `${line}  ${reached}`.trimEnd();
    })
    .join("\n");
}

const MET: ReadonlySet<string> = new Set(["verified", "implemented", "compensated"]);

function frRows(
  { items, levels }: ReportedProject,
  foundational: readonly Foundational[],
  style: Style,
): readonly Row[] {
  return levels.map(({ fr, target, reached }) => ({
    name: `FR ${fr}  ${foundational.find((it) => it.number === fr)?.title ?? ""}`,
    items: items.filter((it) => it.fr === fr),
    reached: reachedOf(reached, target, style),
  }));
}

/** `SL-C 1, target 2`. */
export function reachedOf(reached: number, target: number | null, style: Style): string {
  if (target === null) return `SL-C ${reached}`;
  const colour = reached < target ? style.yellow : style.green;
  return colour(`SL-C ${reached}, target ${target}`);
}

/** What belongs to no foundational requirement: the common constraints, then the other parts. */
function otherRows({ items }: ReportedProject): readonly Row[] {
  const others = items.filter((it) => it.fr === null);
  const names = new Set(others.map(nameOfOther));
  return [...names].map((name) => ({
    name,
    items: others.filter((it) => nameOfOther(it) === name),
    reached: "",
  }));
}

function nameOfOther({ part, reference }: ReportedItem): string {
  return reference.startsWith("CCSC") ? "CCSC  common constraints" : safe(nameOfPart(part));
}

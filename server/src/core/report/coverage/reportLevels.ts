import type { Foundational } from "../../catalog.ts";
import { bar, pad, type Style, safe, widthOf } from "../terminal.ts";
import type { ReportedProject } from "./report.ts";
import { groupsOf, type ReportGroup } from "./reportGroups.ts";

/** A line for each foundational requirement: its name, how much is met, the SL-C reached. */
export function reachedText(
  project: ReportedProject,
  foundational: readonly Foundational[],
  style: Style,
): string {
  const rows = groupsOf(project, foundational);
  const width = Math.max(0, ...rows.map((it) => widthOf(nameOf(it))));
  return rows
    .map((group) => {
      const { met, applicable, level } = group;
      const numbers = pad(`${met} of ${applicable}`, 8);
      const line = `  ${pad(nameOf(group), width)}  ${numbers}  ${bar(met, applicable, 16, style)}`;
      const reached = level === undefined ? "" : reachedOf(level.reached, level.target, style);
      return `${line}  ${reached}`.trimEnd();
    })
    .join("\n");
}

function nameOf({ name, title, level }: ReportGroup): string {
  return level === undefined && title === "" ? safe(name) : `${name}  ${title}`;
}

/** `SL-C 1, target 2`. */
export function reachedOf(reached: number, target: number | null, style: Style): string {
  if (target === null) return `SL-C ${reached}`;
  const colour = reached < target ? style.yellow : style.green;
  return colour(`SL-C ${reached}, target ${target}`);
}

import { isOpen } from "../../coverage/state.ts";
import type { ReportedProject } from "./report.ts";
import type { ReportedItem } from "./reportItem.ts";

/** The SL-C aimed at for an item: that of its FR, or the highest of all where it belongs to none. */
export function targetOfItem(
  { target }: Pick<ReportedProject, "target">,
  { fr }: Pick<ReportedItem, "fr">,
): number | null {
  if (target === null || typeof target === "number") return target;
  if (fr !== null) return target[`FR ${fr}`] ?? null;
  const aimed = Object.values(target);
  return aimed.length === 0 ? null : Math.max(...aimed);
}

/** Whether an item keeps the project from its target: where nothing is aimed at nothing does. */
export function blocksTarget(
  project: Pick<ReportedProject, "target">,
  item: Pick<ReportedItem, "fr" | "state">,
): boolean {
  return isOpen(item.state) && targetOfItem(project, item) !== null;
}

/** `SL-C 2, 3, 4`; never digits alone, which a spreadsheet might read as one number. */
export function levelsText(levels: readonly number[]): string {
  return levels.length === 0 ? "every level" : `SL-C ${levels.join(", ")}`;
}

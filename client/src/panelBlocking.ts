import type { WireProject } from "../../server/src/protocol/coverage.ts";
import type { groupItems } from "./itemGroups.ts";
import { itemKey } from "./itemKey.ts";
import type { PanelBlocking, PanelNote } from "./panelMessages.ts";
import { counted } from "./states.ts";

/** What stands between a project and its target, by group. */
export function panelBlocking(
  project: WireProject,
  groups: ReturnType<typeof groupItems>,
): PanelBlocking {
  if (project.target === undefined) return { note: noTarget(project), groups: [] };
  const open = groups.flatMap(({ key, title, requirements }) => {
    const items = requirements
      .flatMap(({ base, enhancements }) => [...(base === undefined ? [] : [base]), ...enhancements])
      .filter(({ item }) => item.isOpen)
      .map(({ item }) => itemKey(item));
    return items.length === 0 ? [] : [{ key, title, said: `${items.length} open`, items }];
  });
  const count = open.reduce((sum, { items }) => sum + items.length, 0);
  return { note: { text: targetSentence(project, count), links: [] }, groups: open };
}

function noTarget({ totals: { partial, planned, missing } }: WireProject): PanelNote {
  const open = counted(partial + planned + missing, "item");
  return {
    text: `No target level is set, so every level counts: ${open} of all levels are open. With a target this is the list of what to do for it.`,
    links: [],
    run: { label: "Set Target Level…", command: "setTarget" },
  };
}

function targetSentence({ target = "", totals }: WireProject, count: number): string {
  if (totals.applicable === 0) return `Nothing applies at the target ${target}.`;
  if (count === 0) return `Nothing: all ${totals.applicable} that apply at ${target} are met.`;
  return `${counted(count, "item")} of ${totals.applicable} ${count === 1 ? "stands" : "stand"} in the way of ${target}.`;
}

import type { WireProject } from "../../server/src/protocol/coverage.ts";
import type { groupItems } from "./itemGroups.ts";
import { itemKey } from "./itemKey.ts";
import { t } from "./l10n.ts";
import { counted } from "./nouns.ts";
import type { PanelBlocking, PanelNote } from "./panelMessages.ts";

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
    return items.length === 0 ? [] : [{ key, title, said: t("{0} open", items.length), items }];
  });
  const count = open.reduce((sum, { items }) => sum + items.length, 0);
  return { note: { text: targetSentence(project, count), links: [] }, groups: open };
}

function noTarget({ totals: { partial, planned, missing } }: WireProject): PanelNote {
  const open = counted(partial + planned + missing, "item");
  return {
    text: t(
      "No target level is set, so every level counts: {0} of all levels are open. With a target this is the list of what to do for it.",
      open,
    ),
    links: [],
    run: { label: t("Set Target Level…"), command: "setTarget" },
  };
}

function targetSentence({ target = "", totals }: WireProject, count: number): string {
  if (totals.applicable === 0) return t("Nothing applies at the target {0}.", target);
  if (count === 0)
    return t("Nothing: all {0} that apply at {1} are met.", totals.applicable, target);
  const items = counted(count, "item");
  return count === 1
    ? t("{0} of {1} stands in the way of {2}.", items, totals.applicable, target)
    : t("{0} of {1} stand in the way of {2}.", items, totals.applicable, target);
}

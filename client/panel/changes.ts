import { t } from "../src/l10n.ts";
import type { PanelProject } from "../src/panelMessages.ts";
import { element } from "./element.ts";
import { host, saved } from "./host.ts";
import type { ListRow } from "./listRow.ts";
import { drawNote } from "./notes.ts";
import { section } from "./section.ts";
import { VirtualList } from "./virtualList.ts";

let groups: PanelProject["changes"]["groups"] = [];

const list = new VirtualList({
  id: "change",
  name: t("Changes since the baseline"),
  onToggle: ({ key, isOpen }) => {
    saved.setOpen([key], isOpen === true ? "shut" : "open");
    draw();
  },
  onOpen: ({ link }) => {
    if (link !== undefined) host.post({ type: "open", link });
  },
});

/** What was lost and gained since the baseline; the list keeps itself up to date. */
export const changes = {
  node: list.node,
  show: (project: PanelProject): void => {
    groups = project.changes.groups;
    draw();
  },
};

export function drawChanges({ key, changes: { note, groups: told } }: PanelProject): HTMLElement {
  return section(
    "changes",
    t("Since the baseline"),
    drawNote(note, { key: "baseline", project: key, className: "lead" }),
    told.length === 0 ? undefined : element("div", { attributes: { "data-keep": "changes" } }),
  );
}

function draw(): void {
  list.show(changeRows(groups, saved.isOpen));
}

/** The changes as a tree laid flat: what happened, and of each the lines. */
export function changeRows(
  told: PanelProject["changes"]["groups"],
  isOpen: (key: string) => boolean,
): readonly ListRow[] {
  const rows: ListRow[] = [];
  told.forEach(({ key: name, title, lines }, at) => {
    const key = `change ${name}`;
    const row = { key, level: 1, position: at + 1, size: told.length, label: title, said: "" };
    rows.push({ ...row, isOpen: isOpen(key) });
    if (!isOpen(key)) return;
    lines.forEach((line, index) => {
      const place = { level: 2, position: index + 1, size: lines.length };
      rows.push({ ...line, key: `${key} ${index}`, ...place });
    });
  });
  return rows;
}

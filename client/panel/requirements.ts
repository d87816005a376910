import { t } from "../src/l10n.ts";
import type { ItemAddress, PanelLine, PanelProject, ToPage } from "../src/panelMessages.ts";
import { element } from "./element.ts";
import { filterBar } from "./filterBar.ts";
import { host, saved } from "./host.ts";
import { type ItemFilter, NO_FILTER } from "./pageState.ts";
import { itemRowKey, passingItems, requirementRows } from "./requirementRows.ts";
import { VirtualList } from "./virtualList.ts";

let project: PanelProject | undefined;
const claims = new Map<string, readonly PanelLine[]>();
let watched = "[]";
let isRestored = false;

const bar = filterBar((change) => setFilter(change));
const shown = element("p", { className: "quiet", attributes: { role: "status" } });
const list = new VirtualList({
  id: "requirement",
  name: t("Requirements and enhancements"),
  onToggle: ({ key, isOpen, level }) => {
    // A group is remembered when it is folded, an item when it is unfolded.
    const isKept = level === 1 ? isOpen === true : isOpen !== true;
    saved.setOpen([key], isKept ? "open" : "shut");
    draw();
  },
  onOpen: ({ link }) => {
    if (link !== undefined) host.post({ type: "open", link });
  },
  onMove: (place) => saved.update({ list: place }),
});

const buttons = element(
  "div",
  { className: "list-buttons" },
  shown,
  button(t("Unfold All"), () => foldItems("open")),
  button(t("Fold All"), () => foldItems("shut")),
  button(t("Clear Filter"), () => setFilter({ ...NO_FILTER, sort: saved.get().filter.sort })),
);

/** Every requirement of the project with its claims, filtered. It keeps itself up to date. */
export const requirements = {
  node: element("div", {}, bar.node, buttons, list.node),
  show: (next: PanelProject): void => {
    if (project?.key !== next.key) claims.clear();
    project = next;
    draw();
    if (!isRestored) list.restore(saved.get().list);
    isRestored = true;
  },
  tell: (message: Extract<ToPage, { type: "claims" }>): void => {
    if (message.project !== project?.key) return;
    claims.set(message.item, message.claims);
    draw();
  },
};

/** Lists what stands behind a number, and goes there. */
export function showInList(change: Partial<ItemFilter>): void {
  setFilter({ ...NO_FILTER, sort: saved.get().filter.sort, ...change });
  requirements.node.closest("section")?.scrollIntoView();
  list.node.focus({ preventScroll: true });
}

function setFilter(change: Partial<ItemFilter>): void {
  saved.update({ filter: { ...saved.get().filter, ...change } });
  draw();
  list.rewind();
}

function foldItems(kind: "open" | "shut"): void {
  if (project === undefined) return;
  const keys = passingItems(project, saved.get().filter).map(({ key }) => itemRowKey(key));
  saved.setOpen(keys, kind);
  draw();
}

function draw(): void {
  if (project === undefined) return;
  const { filter } = saved.get();
  bar.show(filter, project);
  watch(project, filter);
  list.show(
    requirementRows({
      project,
      filter,
      isOpen: saved.isOpen,
      claims: (item) => claims.get(item),
    }),
  );
  say(project, filter);
}

function say({ groups }: PanelProject, filter: ItemFilter): void {
  if (project === undefined) return;
  const all = groups.reduce((sum, { items }) => sum + items.length, 0);
  const count = passingItems(project, filter).length;
  const text =
    count === 0 ? t("Nothing passes the filter.") : t("{0} of {1} items shown", count, all);
  if (shown.textContent !== text) shown.textContent = text;
  list.node.hidden = count === 0;
}

/** Asks for the claims of what is unfolded, and of nothing else. */
function watch(of: PanelProject, filter: ItemFilter): void {
  const items: readonly ItemAddress[] = passingItems(of, filter)
    .filter(({ key, claims: count }) => count > 0 && saved.isOpen(itemRowKey(key)))
    .map(({ key }) => ({ project: of.key, item: key }));
  const text = JSON.stringify(items);
  if (text === watched) return;
  watched = text;
  const keys = new Set(items.map(({ item }) => item));
  for (const key of claims.keys()) if (!keys.has(key)) claims.delete(key);
  host.post({ type: "watch", items });
}

function button(label: string, onClick: () => void): HTMLElement {
  return element("button", { className: "button", attributes: { type: "button" }, onClick }, label);
}

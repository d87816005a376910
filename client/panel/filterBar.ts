import { t } from "../src/l10n.ts";
import type { PanelProject } from "../src/panelMessages.ts";
import { element } from "./element.ts";
import type { ItemFilter } from "./pageState.ts";

export interface FilterBar {
  readonly node: HTMLElement;
  /** Shows a filter in the fields, and which groups there are to choose from. */
  show(filter: ItemFilter, project: PanelProject): void;
}

const SHOWS = {
  all: t("All"),
  open: t("Not met"),
  met: t("Met"),
  verified: t("Verified"),
  implemented: t("Implemented"),
  compensated: t("Compensated"),
  partial: t("Partial"),
  planned: t("Planned"),
  missing: t("Missing"),
  "not-applicable": t("Not applicable"),
  contradicted: t("Contradicted"),
};

const LEVELS = { 0: t("Any"), 1: "SL 1", 2: "SL 2", 3: "SL 3", 4: "SL 4" };

const SORTS = {
  requirement: t("Requirement"),
  state: t("State, open first"),
  claims: t("Most claims"),
};

/** The fields that choose which requirements are listed, and how. */
export function filterBar(onChange: (change: Partial<ItemFilter>) => void): FilterBar {
  const text = element("input", {
    attributes: { type: "search", placeholder: t("CR 1.5, password…") },
  });
  const [show, group, level, sort] = [choice(SHOWS), choice({}), choice(LEVELS), choice(SORTS)];
  text.addEventListener("input", () => onChange({ text: text.value }));
  show.addEventListener("change", () => onChange({ show: show.value }));
  group.addEventListener("change", () => onChange({ group: group.value }));
  level.addEventListener("change", () => onChange({ level: Number(level.value) }));
  sort.addEventListener("change", () => onChange({ sort: sort.value }));
  const node = element(
    "div",
    { className: "filter", attributes: { role: "search", "aria-label": t("Requirements") } },
    labelled(t("Id, title or state"), text),
    labelled(t("State"), show),
    labelled(t("Group"), group),
    labelled(t("Level"), level),
    labelled(t("Order"), sort),
  );
  return {
    node,
    show: (filter, { groups }) => {
      fill(group, { "": t("All"), ...Object.fromEntries(groups.map(({ key }) => [key, key])) });
      // Writing the same text would move the caret to the end.
      if (text.value !== filter.text) text.value = filter.text;
      show.value = filter.show;
      group.value = filter.group;
      level.value = String(filter.level);
      sort.value = filter.sort;
    },
  };
}

function labelled(label: string, field: HTMLElement): HTMLElement {
  return element("label", {}, element("span", {}, label), field);
}

function choice(options: Readonly<Record<string, string>>): HTMLSelectElement {
  const select = element("select", {});
  fill(select, options);
  return select;
}

function fill(select: HTMLSelectElement, options: Readonly<Record<string, string>>): void {
  const there = [...select.options].map(({ value }) => value);
  const wanted = Object.keys(options);
  if (there.length === wanted.length && there.every((it, index) => it === wanted[index])) return;
  select.replaceChildren(
    ...Object.entries(options).map(([value, label]) =>
      element("option", { attributes: { value } }, label),
    ),
  );
}

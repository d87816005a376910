import type { PanelProject } from "../src/panelMessages.ts";
import { element } from "./element.ts";
import type { ItemFilter } from "./pageState.ts";

export interface FilterBar {
  readonly node: HTMLElement;
  /** Shows a filter in the fields, and which groups there are to choose from. */
  show(filter: ItemFilter, project: PanelProject): void;
}

const SHOWS = {
  all: "All",
  open: "Not met",
  met: "Met",
  verified: "Verified",
  implemented: "Implemented",
  compensated: "Compensated",
  partial: "Partial",
  planned: "Planned",
  missing: "Missing",
  "not-applicable": "Not applicable",
  contradicted: "Contradicted",
};

const LEVELS = { 0: "Any", 1: "SL 1", 2: "SL 2", 3: "SL 3", 4: "SL 4" };

const SORTS = { requirement: "Requirement", state: "State, open first", claims: "Most claims" };

/** The fields that choose which requirements are listed, and how. */
export function filterBar(onChange: (change: Partial<ItemFilter>) => void): FilterBar {
  const text = element("input", {
    attributes: { type: "search", placeholder: "CR 1.5, password…" },
  });
  const [show, group, level, sort] = [choice(SHOWS), choice({}), choice(LEVELS), choice(SORTS)];
  text.addEventListener("input", () => onChange({ text: text.value }));
  show.addEventListener("change", () => onChange({ show: show.value }));
  group.addEventListener("change", () => onChange({ group: group.value }));
  level.addEventListener("change", () => onChange({ level: Number(level.value) }));
  sort.addEventListener("change", () => onChange({ sort: sort.value }));
  const node = element(
    "div",
    { className: "filter", attributes: { role: "search", "aria-label": "Requirements" } },
    labelled("Id, title or state", text),
    labelled("State", show),
    labelled("Group", group),
    labelled("Level", level),
    labelled("Order", sort),
  );
  return {
    node,
    show: (filter, { groups }) => {
      fill(group, { "": "All", ...Object.fromEntries(groups.map(({ key }) => [key, key])) });
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

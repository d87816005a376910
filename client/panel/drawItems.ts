import type { PanelClaim, PanelGroup, PanelItem, PanelProject } from "../src/panelMessages.ts";
import { element } from "./element.ts";
import { host, type PageState, saved } from "./host.ts";

/** The items of a project, a group at a time, with a choice of the states to see. */
export function drawItems(project: PanelProject): readonly HTMLElement[] {
  const list = element("div", {});
  const draw = (): void => list.replaceChildren(...drawGroups(project));
  draw();
  return [drawChoice(project.key, draw), list];
}

const CHOICES: Readonly<Record<PageState["show"], string>> = {
  all: "All",
  open: "Not met",
  missing: "Missing only",
};

function drawChoice(project: string, draw: () => void): HTMLElement {
  const select = element(
    "select",
    { attributes: { "data-key": `${project}/show` } },
    ...Object.entries(CHOICES).map(([value, label]) =>
      element("option", { attributes: { value } }, label),
    ),
  );
  select.value = saved.get().show;
  select.addEventListener("change", () => {
    saved.update({ show: select.value as PageState["show"] });
    draw();
  });
  return element("label", { className: "choice" }, "Show ", select);
}

function drawGroups({ key, groups }: PanelProject): readonly HTMLElement[] {
  const drawn = groups.flatMap((group) => {
    const items = group.items.filter(({ state }) => isShown(state));
    return items.length === 0 ? [] : [drawGroup(key, group, items)];
  });
  if (drawn.length > 0) return drawn;
  return [element("p", { className: "quiet" }, "No requirement is in this state.")];
}

function drawGroup(project: string, group: PanelGroup, items: readonly PanelItem[]): HTMLElement {
  const key = `${project}/${group.key}`;
  const shown = items.length === group.items.length ? "" : `, ${items.length} shown`;
  const summary = element(
    "summary",
    { attributes: { "data-key": key } },
    element("span", {}, `${group.key}  ${group.title}  `),
    element("span", { className: "quiet" }, `${group.met} met${shown}`),
  );
  const details = element("details", {}, summary);
  // A closed group costs nothing: its rows are drawn when it is opened.
  const draw = (): void => {
    if (details.open && details.children.length === 1) details.append(drawTable(key, group, items));
  };
  details.open = saved.get().open.includes(key);
  draw();
  details.addEventListener("toggle", () => {
    const others = saved.get().open.filter((it) => it !== key);
    saved.update({ open: details.open ? [...others, key] : others });
    draw();
  });
  return details;
}

function isShown(state: string): boolean {
  const { show } = saved.get();
  if (show === "missing") return state === "missing";
  return show === "all" || ["missing", "planned", "partial"].includes(state);
}

function drawTable(key: string, group: PanelGroup, items: readonly PanelItem[]): HTMLElement {
  const heads = ["Requirement", "Title", "State", "Claims"];
  return element(
    "table",
    { className: "items", attributes: { "aria-label": `${group.key} ${group.title}` } },
    element(
      "thead",
      {},
      element("tr", {}, ...heads.map((it) => element("th", { attributes: { scope: "col" } }, it))),
    ),
    element("tbody", {}, ...items.map((it) => drawItem(key, it))),
  );
}

/** Shapes beside the words; the same meaning as the icons of the tree. */
const MARKS: Readonly<Record<string, string>> = {
  verified: "✔✔",
  implemented: "✔",
  compensated: "◆",
  partial: "◐",
  planned: "◷",
  missing: "○",
  "not-applicable": "⊘",
};

function drawItem(parent: string, item: PanelItem): HTMLElement {
  const mark = element("span", { className: "mark", attributes: { "aria-hidden": "true" } });
  mark.textContent = MARKS[item.state] ?? "";
  return element(
    "tr",
    { attributes: { "data-state": item.state } },
    element("th", { attributes: { scope: "row" } }, drawReference(parent, item)),
    element("td", {}, item.title),
    element("td", { className: "state" }, mark, item.said),
    element("td", {}, drawClaims(parent, item)),
  );
}

function drawClaims(parent: string, item: PanelItem): HTMLElement {
  const { claims, more } = item;
  const rest = more === undefined ? [] : [element("li", { className: "quiet" }, more)];
  return element(
    "ul",
    {},
    ...claims.map((it) => drawClaim(`${parent}/${item.reference}`, it)),
    ...rest,
  );
}

function drawReference(parent: string, { reference, page }: PanelItem): HTMLElement | string {
  if (page === undefined) return reference;
  return element(
    "button",
    {
      className: "link",
      attributes: { "data-key": `${parent}/${reference}`, title: `Open the page of ${reference}` },
      onClick: () => host.post({ type: "page", uri: page }),
    },
    reference,
  );
}

function drawClaim(parent: string, claim: PanelClaim): HTMLElement {
  const { uri, line, character, place, said } = claim;
  const button = element(
    "button",
    {
      className: "link",
      attributes: { "data-key": `${parent} ${uri} ${line}`, "aria-label": `${place}, ${said}` },
      onClick: () => host.post({ type: "open", uri, line, character }),
    },
    place,
  );
  return element("li", {}, button, element("span", { className: "quiet" }, ` ${said}`));
}

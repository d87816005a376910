import type { PanelBar, PanelGroup, PanelProject, PanelView } from "../src/panelMessages.ts";
import { drawItems } from "./drawItems.ts";
import { element } from "./element.ts";

/** The page's content for a view. */
export function drawView({ note, projects }: PanelView): readonly HTMLElement[] {
  return [
    element("h1", {}, "IEC 62443 coverage"),
    ...(note === undefined ? [] : [element("p", { className: "note" }, note)]),
    ...projects.map(drawProject),
  ];
}

function drawProject(project: PanelProject): HTMLElement {
  const { product, profile, bars, counts, groups } = project;
  return element(
    "section",
    { attributes: { "aria-label": product } },
    element("h2", {}, product),
    element("p", { className: "profile" }, profile),
    element("div", { className: "bars" }, ...bars.map(drawBar)),
    element("p", { className: "counts" }, counts.join(" · ")),
    element("h3", {}, "By foundational requirement"),
    drawLevels(groups),
    element("h3", {}, "Requirements and enhancements"),
    ...drawItems(project),
  );
}

function drawBar({ label, value, max }: PanelBar): HTMLElement {
  const range = { value: String(value), max: String(Math.max(max, 1)), "aria-label": label };
  return element(
    "div",
    { className: "bar" },
    element("span", { attributes: { "aria-hidden": "true" } }, label),
    element("progress", { attributes: range }),
  );
}

function drawLevels(groups: readonly PanelGroup[]): HTMLElement {
  const heads = ["", "Foundational requirement", "Met", "SL-C reached", "SL-C target"];
  return element(
    "table",
    { className: "levels" },
    element(
      "thead",
      {},
      element("tr", {}, ...heads.map((it) => element("th", { attributes: { scope: "col" } }, it))),
    ),
    element("tbody", {}, ...groups.map(drawLevel)),
  );
}

function drawLevel({ key, title, met, reached, target }: PanelGroup): HTMLElement {
  return element(
    "tr",
    {},
    element("th", { attributes: { scope: "row" } }, key),
    ...[title, met, reached, target].map((it) => element("td", {}, it)),
  );
}

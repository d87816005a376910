import { t } from "../src/l10n.ts";
import type { PanelProject, PanelView } from "../src/panelMessages.ts";
import { drawBlockers } from "./blockers.ts";
import { drawChanges } from "./changes.ts";
import { element } from "./element.ts";
import { drawHeadline } from "./headline.ts";
import { saved } from "./host.ts";
import { drawMatrix } from "./matrix.ts";
import { drawNote } from "./notes.ts";
import { drawProjects } from "./projects.ts";
import { drawReasons } from "./reasons.ts";
import { section } from "./section.ts";

/** The project that the page shows: the chosen one, or the first. */
export function chosenProject({ projects }: PanelView): PanelProject | undefined {
  return projects.find(({ key }) => key === saved.get().project) ?? projects[0];
}

/** The page's content for a view. `redraw` draws it anew after the page has changed what is open. */
export function drawView(view: PanelView, redraw: () => void): HTMLElement {
  const chosen = chosenProject(view);
  return element(
    "main",
    {},
    element("h1", {}, t("IEC 62443 coverage")),
    ...view.notes.map((it, index) => drawNote(it, { key: `note ${index}`, className: "note" })),
    ...(chosen === undefined ? [] : [drawProject(view, chosen, redraw)]),
  );
}

function drawProject(view: PanelView, project: PanelProject, redraw: () => void): HTMLElement {
  const items = new Map(
    project.groups.flatMap((group) => group.items.map((it) => [it.key, it] as const)),
  );
  const choose = (key: string): void => {
    saved.update({ project: key });
    redraw();
  };
  return element(
    "div",
    { attributes: { "data-key": `shown ${project.key}` } },
    drawProjects(view.projects, project, choose),
    ...drawHeadline(project),
    drawMatrix(project, items, redraw),
    drawBlockers(project, items),
    drawReasons(project),
    drawChanges(project),
    section(
      "requirements",
      t("All requirements"),
      element("div", { attributes: { "data-keep": "requirements" } }),
    ),
  );
}

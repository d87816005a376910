import { t } from "../src/l10n.ts";
import type { PanelProject } from "../src/panelMessages.ts";
import { element } from "./element.ts";

/** The projects side by side, where there are several; a click shows one. */
export function drawProjects(
  projects: readonly PanelProject[],
  chosen: PanelProject,
  choose: (key: string) => void,
): HTMLElement | undefined {
  if (projects.length < 2) return undefined;
  const heads = [
    t("Project"),
    t("Component"),
    t("Target"),
    t("SL-C reached"),
    ...ringLabels(chosen),
  ];
  return element(
    "nav",
    { className: "scroller", attributes: { "aria-label": t("Projects") } },
    element(
      "table",
      {},
      element(
        "thead",
        {},
        element(
          "tr",
          {},
          ...heads.map((it) => element("th", { attributes: { scope: "col" } }, it)),
        ),
      ),
      element("tbody", {}, ...projects.map((it) => drawProject(it, it === chosen, choose))),
    ),
  );
}

function ringLabels({ rings }: PanelProject): readonly string[] {
  return rings.map(({ label }) => label);
}

function drawProject(
  { key, product, profile, target, reached, rings }: PanelProject,
  isChosen: boolean,
  choose: (key: string) => void,
): HTMLElement {
  const name = element(
    "button",
    {
      className: "link",
      attributes: {
        type: "button",
        "data-key": `project ${key}`,
        "aria-current": isChosen ? "true" : undefined,
      },
      onClick: () => choose(key),
    },
    product,
  );
  const texts = [
    profile,
    target,
    reached,
    ...rings.map(({ value, max }) => t("{0} of {1}", value, max)),
  ];
  return element(
    "tr",
    { className: isChosen ? "chosen" : undefined, attributes: { "data-key": `row ${key}` } },
    element("th", { attributes: { scope: "row" } }, name),
    ...texts.map((it) => element("td", {}, it)),
  );
}

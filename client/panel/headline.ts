import { t } from "../src/l10n.ts";
import type { PanelProject, PanelState } from "../src/panelMessages.ts";
import { element } from "./element.ts";
import { mark } from "./mark.ts";
import { drawNote, runButton } from "./notes.ts";
import { showInList } from "./requirements.ts";
import { drawRing } from "./ring.ts";

/** The numbers of a project at a glance; each leads to the items behind it. */
export function drawHeadline(project: PanelProject): readonly HTMLElement[] {
  const { product, warnings, rings, key } = project;
  const shows = ["met", "verified"];
  return [
    element("h2", { attributes: { id: "heading-project" } }, product),
    drawFacts(project),
    ...warnings.map((it, index) =>
      drawNote(it, { key: `warning ${index}`, project: key, className: "note warning" }),
    ),
    element(
      "div",
      { className: "rings" },
      ...rings.map((it, index) => drawRing(it, () => showInList({ show: shows[index] ?? "all" }))),
    ),
    drawCounts(project),
    runButton("export", { label: t("Export Report…"), command: "exportReport" }, key),
  ];
}

function drawFacts({ profile, target, reached }: PanelProject): HTMLElement {
  const facts = [
    [t("Component"), profile],
    [t("Target"), target],
    [t("SL-C reached"), reached],
  ];
  return element(
    "dl",
    { className: "facts" },
    ...facts.map(([term, fact]) =>
      element("div", {}, element("dt", {}, term), element("dd", {}, fact)),
    ),
  );
}

function drawCounts({ counts, notApplicable }: PanelProject): HTMLElement {
  return element(
    "ul",
    { className: "counts", attributes: { "aria-label": t("Items by state") } },
    ...counts.map(({ state, said }) => element("li", {}, countButton(state, said))),
    element(
      "li",
      { className: "apart" },
      countButton("not-applicable", notApplicable),
      element("span", { className: "quiet" }, ` ${t("(left out of the count)")}`),
    ),
  );
}

function countButton(state: PanelState, said: string): HTMLElement {
  return element(
    "button",
    {
      className: "link",
      attributes: { type: "button", "data-key": `count ${state}` },
      onClick: () => showInList({ show: state }),
    },
    mark(state),
    said,
  );
}

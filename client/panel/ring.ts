import type { PanelRing } from "../src/panelMessages.ts";
import { element, picture } from "./element.ts";

/** A share as a ring; what it says stands beside it and leads to the items. */
export function drawRing(ring: PanelRing, onClick: () => void): HTMLElement {
  const { label, said, percent, value, max } = ring;
  return element(
    "div",
    { className: "ring" },
    picture(
      "svg",
      { attributes: { viewBox: "0 0 64 64", "aria-hidden": "true", focusable: "false" } },
      picture("circle", { className: "track", attributes: CIRCLE }),
      ...(value === 0 ? [] : [arc(value / Math.max(max, 1))]),
      picture("text", { attributes: { x: "32", y: "37" } }, percent),
    ),
    element(
      "div",
      {},
      element("div", { className: "ring-label" }, label),
      element(
        "button",
        { className: "link", attributes: { type: "button", "data-key": `ring ${label}` }, onClick },
        said,
      ),
    ),
  );
}

const CIRCLE = { cx: "32", cy: "32", r: "27" };

function arc(share: number): SVGElement {
  return picture("circle", {
    className: "arc",
    attributes: {
      ...CIRCLE,
      pathLength: "100",
      "stroke-dasharray": `${(100 * share).toFixed(2)} 100`,
      transform: "rotate(-90 32 32)",
    },
  });
}

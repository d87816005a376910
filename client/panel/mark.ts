import type { PanelCell, PanelState } from "../src/panelMessages.ts";
import { picture } from "./element.ts";

type Shape = PanelState | `cell-${PanelCell["shape"]}`;

/** A shape for a state, beside its word; the same meaning as the icons of the tree. */
export function mark(shape: Shape): SVGElement {
  return picture(
    "svg",
    {
      className: `mark mark-${shape}`,
      attributes: { viewBox: "0 0 16 16", "aria-hidden": "true", focusable: "false" },
    },
    ...PATHS[shape].map(({ d, kind }) => picture("path", { className: kind, attributes: { d } })),
  );
}

interface Path {
  readonly d: string;
  readonly kind: "line" | "area" | "gap";
}

const CIRCLE = "M8 1.75a6.25 6.25 0 1 1 0 12.5a6.25 6.25 0 0 1 0-12.5Z";
const CHECK = "M4.9 8.3l2.2 2.2l4.1-4.8";

function line(d: string): Path {
  return { d, kind: "line" };
}
function area(d: string): Path {
  return { d, kind: "area" };
}
function gap(d: string): Path {
  return { d, kind: "gap" };
}

const HALF = [line(CIRCLE), area("M8 1.75a6.25 6.25 0 0 1 0 12.5Z")];

const PATHS: Readonly<Record<Shape, readonly Path[]>> = {
  verified: [area(CIRCLE), gap(CHECK)],
  implemented: [line(CIRCLE), line(CHECK)],
  compensated: [line("M8 1.5l5.5 2v4c0 3.4-2.2 5.8-5.5 7c-3.3-1.2-5.5-3.6-5.5-7v-4Z")],
  partial: HALF,
  planned: [line(CIRCLE), line("M8 4.5v3.75l2.5 1.5")],
  missing: [line(CIRCLE)],
  "not-applicable": [line(CIRCLE), line("M3.6 3.6l8.8 8.8")],
  "cell-complete": [area(CIRCLE), gap(CHECK)],
  "cell-open": HALF,
  "cell-none": [line("M4.5 8h7")],
};

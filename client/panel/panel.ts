import "./words.ts";
import { type PanelView, readToPage } from "../src/panelMessages.ts";
import { listenToDetails } from "./blockers.ts";
import { changes } from "./changes.ts";
import { chosenProject, drawView } from "./drawView.ts";
import { listenToClicks } from "./element.ts";
import { host, saved } from "./host.ts";
import { morphChildren } from "./morph.ts";
import { requirements } from "./requirements.ts";
import { restoringFocus } from "./restoringFocus.ts";

/** What keeps itself up to date, by the place in the page that is kept for it. */
const KEPT = { requirements, changes };

let view: PanelView | undefined;

function draw(main: HTMLElement): void {
  if (view === undefined) return;
  const next = drawView(view, () => draw(main));
  restoringFocus(main, () => morphChildren(main, next));
  const project = chosenProject(view);
  for (const [name, kept] of Object.entries(KEPT)) {
    const place = main.querySelector(`[data-keep="${name}"]`);
    if (place === null || project === undefined) continue;
    if (kept.node.parentElement !== place) place.append(kept.node);
    kept.show(project);
  }
}

/** Says the numbers when they changed, not when they are first seen. */
function announce(before: PanelView | undefined, after: PanelView): void {
  const status = document.getElementById("status");
  const [old, now] = [before, after].map((it) => it && chosenProject(it)?.summary);
  if (status !== null && old !== undefined && now !== undefined && old !== now) {
    status.textContent = now;
  }
}

function begin(main: HTMLElement): void {
  listenToClicks(main);
  listenToDetails(main);
  window.addEventListener("message", ({ data }) => {
    const message = readToPage(data);
    if (message?.type === "claims") requirements.tell(message);
    if (message?.type !== "view") return;
    const before = view;
    view = message.view;
    draw(main);
    announce(before, view);
    if (before === undefined) window.scrollTo({ top: saved.get().scroll });
  });
  window.addEventListener("scroll", () => saved.update({ scroll: window.scrollY }), {
    passive: true,
  });
  host.post({ type: "ready" });
}

const main = document.getElementById("coverage");
if (main !== null) begin(main);

import { t } from "../src/l10n.ts";
import type { PanelItem } from "../src/panelMessages.ts";
import { element } from "./element.ts";
import { mark } from "./mark.ts";
import { linkButton } from "./notes.ts";

/** Items that are not met, each with what to do next. `place` tells the same item apart in two lists. */
export function drawOpenItems(place: string, items: readonly PanelItem[]): HTMLElement {
  return element("ul", { className: "open-items" }, ...items.map((it) => drawOpenItem(place, it)));
}

function drawOpenItem(place: string, item: PanelItem): HTMLElement {
  const { key, reference, title, state, word, page } = item;
  const at = `${place} ${key}`;
  return element(
    "li",
    { attributes: { "data-key": at } },
    element("span", { className: "state" }, mark(state), word),
    element(
      "div",
      {},
      element(
        "div",
        {},
        page === undefined ? reference : linkButton(`${at} page`, reference, page),
        ` ${title}`,
      ),
      drawNext(at, item),
    ),
  );
}

function drawNext(at: string, { next, reference }: PanelItem): HTMLElement | undefined {
  if (next === undefined) return undefined;
  const { text, label, link } = next;
  return element(
    "div",
    { className: "quiet" },
    text,
    " ",
    link && linkButton(`${at} next`, label, link, t("{0}, next step for {1}", label, reference)),
  );
}

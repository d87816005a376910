import { element, picture } from "./element.ts";
import type { ListRow } from "./listRow.ts";
import { mark } from "./mark.ts";

/** A row of a virtual list. */
export function drawRow(row: ListRow, onClick: () => void): HTMLElement {
  const { level, position, size, isOpen, label, said, detail, link } = row;
  return element(
    "div",
    {
      className: `row level-${level}${link === undefined ? "" : " leads"}`,
      attributes: {
        role: "treeitem",
        "aria-level": String(level),
        "aria-posinset": String(position),
        "aria-setsize": String(size),
        "aria-expanded": isOpen === undefined ? undefined : String(isOpen),
      },
      onClick,
    },
    isOpen === undefined ? undefined : twistie(),
    row.mark && mark(row.mark),
    element("span", { className: "label" }, label),
    ...(said === "" ? [] : [pause(), element("span", { className: "said" }, said)]),
    ...(detail === undefined ? [] : [pause(), element("span", { className: "detail" }, detail)]),
  );
}

/** The row is read out in one breath without it. */
function pause(): HTMLElement {
  return element("span", { className: "unseen" }, ", ");
}

function twistie(): SVGElement {
  return picture(
    "svg",
    { className: "twistie", attributes: { viewBox: "0 0 16 16", "aria-hidden": "true" } },
    picture("path", { className: "line", attributes: { d: "M6 3.5L10.5 8L6 12.5" } }),
  );
}

import { t } from "../src/l10n.ts";
import type { PanelCell, PanelItem, PanelMatrixRow, PanelProject } from "../src/panelMessages.ts";
import { element } from "./element.ts";
import { saved } from "./host.ts";
import { mark } from "./mark.ts";
import { drawOpenItems } from "./openItems.ts";
import { showInList } from "./requirements.ts";
import { section } from "./section.ts";

/** Foundational requirements by level; a cell opens what is not met in it. */
export function drawMatrix(
  { matrix }: PanelProject,
  items: ReadonlyMap<string, PanelItem>,
  redraw: () => void,
): HTMLElement {
  if (matrix.length === 0) {
    const text = t("None of the parts that are covered has security levels.");
    return section("matrix", t("Security levels"), element("p", { className: "quiet" }, text));
  }
  return section(
    "matrix",
    t("Security levels"),
    element("div", { className: "scroller" }, drawTable(matrix, redraw)),
    drawLegend(),
    drawOpened(matrix, items),
  );
}

function drawTable(rows: readonly PanelMatrixRow[], redraw: () => void): HTMLElement {
  const levels = rows[0]?.cells.map(({ level }) => `SL ${level}`) ?? [];
  const heads = [t("Foundational requirement"), ...levels, t("Target"), t("Reached")];
  return element(
    "table",
    { className: "matrix" },
    element("caption", { className: "unseen" }, t("Met and applicable items by security level")),
    element(
      "thead",
      {},
      element("tr", {}, ...heads.map((it) => element("th", { attributes: { scope: "col" } }, it))),
    ),
    element("tbody", {}, ...rows.map((it) => drawRow(it, redraw))),
  );
}

function drawRow({ key, title, target, reached, cells }: PanelMatrixRow, redraw: () => void) {
  return element(
    "tr",
    { attributes: { "data-key": `matrix ${key}` } },
    element(
      "th",
      { attributes: { scope: "row" } },
      element("span", { className: "fr" }, key),
      " ",
      element("span", { className: "quiet" }, title),
    ),
    ...cells.map((it) => element("td", {}, drawCell(key, it, redraw))),
    element("td", {}, target),
    element("td", {}, reached),
  );
}

function drawCell(row: string, cell: PanelCell, redraw: () => void): HTMLElement {
  const { level, shape, isTarget } = cell;
  const className = `cell${isTarget ? " is-target" : ""}`;
  const content = cellContent(row, cell);
  if (shape === "none") return element("div", { className }, ...content);
  const key = cellKey(row, level);
  return element(
    "button",
    {
      className,
      attributes: {
        type: "button",
        "data-key": key,
        "aria-expanded": String(saved.isOpen(key)),
      },
      onClick: () => {
        toggleCell(key);
        redraw();
        document.querySelector('[data-key="behind"]')?.scrollIntoView({ block: "nearest" });
      },
    },
    ...content,
  );
}

/** What is seen is a part of what is heard, so that people who speak to their computer can name it. */
function cellContent(row: string, { level, said, shape, isTarget, isReached }: PanelCell) {
  const tags = [isTarget ? t("target") : undefined, isReached ? t("reached") : undefined];
  return [
    element("span", { className: "unseen" }, `${row}, SL ${level}: `),
    element("span", { className: "amount" }, mark(`cell-${shape}`), said),
    element(
      "span",
      { className: "unseen" },
      ` ${shape === "none" ? t("nothing asked") : t("met")} `,
    ),
    element(
      "span",
      { className: "tags" },
      ...tags.flatMap((it) =>
        it === undefined ? [] : [element("span", { className: "tag" }, it), " "],
      ),
    ),
  ];
}

/** One cell at a time. */
function toggleCell(key: string): void {
  const wasOpen = saved.isOpen(key);
  const opened = saved.get().open.filter((it) => it.startsWith(CELL));
  saved.setOpen(opened, "shut");
  if (!wasOpen) saved.setOpen([key], "open");
}

const CELL = "cell ";

function cellKey(row: string, level: number): string {
  return `${CELL}${row} ${level}`;
}

function drawLegend(): HTMLElement {
  const entries = [
    ["cell-complete", t("all met")],
    ["cell-open", t("some open")],
    ["cell-none", t("nothing asked")],
  ] as const;
  return element(
    "p",
    { className: "legend quiet" },
    ...entries.map(([shape, word]) => element("span", {}, mark(shape), word)),
    element("span", {}, t("met / applicable")),
  );
}

/** What stands behind the cell that is open. */
function drawOpened(
  rows: readonly PanelMatrixRow[],
  items: ReadonlyMap<string, PanelItem>,
): HTMLElement | undefined {
  for (const row of rows) {
    const cell = row.cells.find(({ level }) => saved.isOpen(cellKey(row.key, level)));
    if (cell !== undefined && cell.shape !== "none") return drawBehind(row, cell, items);
  }
  return undefined;
}

function drawBehind(
  row: PanelMatrixRow,
  { level, blockers, said, heard }: PanelCell,
  items: ReadonlyMap<string, PanelItem>,
): HTMLElement {
  const known = [...items.values()];
  const open = blockers.flatMap((it) => known.find(({ reference }) => reference === it) ?? []);
  const beyond = blockers.filter((it) => !open.some(({ reference }) => reference === it));
  const id = "heading-cell";
  return element(
    "div",
    {
      className: "behind",
      attributes: { role: "group", "aria-labelledby": id, "data-key": "behind", tabindex: "-1" },
    },
    element("h4", { attributes: { id } }, `${row.key}, ${heard}`),
    open.length === 0 ? undefined : drawOpenItems("cell", open),
    beyond.length === 0
      ? undefined
      : element("p", {}, t("Not met and not asked for by the target: {0}.", beyond.join(", "))),
    element(
      "button",
      {
        className: "link",
        attributes: { type: "button", "data-key": "behind all" },
        onClick: () => showInList({ group: row.key, level }),
      },
      t("Show all of {0} at SL {1} in the list ({2})", row.key, level, said),
    ),
  );
}

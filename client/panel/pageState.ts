/** What the page remembers of itself. */
export interface PageState {
  /** The project that is shown; the first where it is gone. */
  readonly project: string;
  /** Keys of what was opened. */
  readonly open: readonly string[];
  readonly filter: ItemFilter;
  readonly scroll: number;
  /** In the list of requirements: the row at the top, how far it is scrolled out, and the active row. */
  readonly list: { readonly top: string; readonly within: number; readonly active: string };
}

/** Which requirements are listed, and in which order. */
export interface ItemFilter {
  readonly text: string;
  /** A state, or one of `all`, `open`, `met`, `contradicted`. */
  readonly show: string;
  /** Key of a group; empty for all. */
  readonly group: string;
  /** 0 for any. */
  readonly level: number;
  readonly sort: string;
}

export const NO_FILTER: ItemFilter = {
  text: "",
  show: "all",
  group: "",
  level: 0,
  sort: "requirement",
};

/** A state as the editor kept it; what is not understood is as at the first time. */
export function readPageState(raw: unknown): PageState {
  const { project, open, filter, scroll, list } = fieldsOf(raw);
  const { top, within, active } = fieldsOf(list);
  return {
    project: textOf(project),
    open: Array.isArray(open) ? open.filter((it) => typeof it === "string") : [],
    filter: readFilter(filter),
    scroll: numberOf(scroll),
    list: { top: textOf(top), within: numberOf(within), active: textOf(active) },
  };
}

function readFilter(raw: unknown): ItemFilter {
  const { text, show, group, level, sort } = fieldsOf(raw);
  return {
    text: textOf(text),
    show: textOf(show) || NO_FILTER.show,
    group: textOf(group),
    level: [1, 2, 3, 4].includes(numberOf(level)) ? numberOf(level) : 0,
    sort: textOf(sort) || NO_FILTER.sort,
  };
}

function fieldsOf(raw: unknown): Readonly<Record<string, unknown>> {
  return typeof raw === "object" && raw !== null ? { ...raw } : {};
}

function textOf(raw: unknown): string {
  return typeof raw === "string" ? raw : "";
}

function numberOf(raw: unknown): number {
  return typeof raw === "number" && Number.isFinite(raw) && raw > 0 ? raw : 0;
}

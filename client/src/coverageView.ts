import {
  type CoverageFilter,
  describeFilter,
  isShown,
  NO_FILTER,
  type OpenWord,
} from "./coverageFilter.ts";
import { GROUPING_WORDS, GROUPINGS, type Grouping, isByPlace } from "./grouping.ts";

/** How a person looks at the coverage. */
export interface CoverageView {
  readonly grouping: Grouping;
  readonly filter: CoverageFilter;
}

export const FIRST_VIEW: CoverageView = { grouping: "fr", filter: NO_FILTER };

/** Whether the rows cannot be told without the claims of all items. */
export function needsAllClaims({ grouping, filter }: CoverageView): boolean {
  return isByPlace(grouping) || filter.text.trim() !== "";
}

/** What is not as at first, beside the view's name: `by state · missing`. */
export function describeView({ grouping, filter }: CoverageView, openWord: OpenWord): string {
  const group = grouping === FIRST_VIEW.grouping ? undefined : GROUPING_WORDS[grouping].short;
  return [group, describeFilter(filter, openWord)].filter((it) => it !== undefined).join(" · ");
}

/** A view that was remembered, as far as it is understood. */
export function readView(raw: unknown): CoverageView {
  if (!isRecord(raw)) return FIRST_VIEW;
  return {
    grouping: GROUPINGS.find((it) => it === raw["grouping"]) ?? FIRST_VIEW.grouping,
    filter: readFilter(raw["filter"]),
  };
}

function readFilter(raw: unknown): CoverageFilter {
  if (!isRecord(raw)) return NO_FILTER;
  const { show, text } = raw;
  return {
    show: Array.isArray(show) ? show.filter(isShown) : NO_FILTER.show,
    text: typeof text === "string" ? text : NO_FILTER.text,
  };
}

function isRecord(raw: unknown): raw is Record<string, unknown> {
  return typeof raw === "object" && raw !== null;
}

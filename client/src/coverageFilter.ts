import type { WireClaim, WireItem, WireState } from "../../server/src/protocol/coverage.ts";
import { isMet, STATE_LOOKS } from "./states.ts";

/** What the tree shows: by state, and of that only what holds the text. */
export interface CoverageFilter {
  readonly show: "all" | "open" | "missing";
  /** Words, each of which must be found; empty for no text. */
  readonly text: string;
}

export const NO_FILTER: CoverageFilter = { show: "all", text: "" };

export function isActive(filter: CoverageFilter): boolean {
  return filter.show !== "all" || filter.text.trim() !== "";
}

/** The filter as people read it beside the view's name; nothing for no filter. */
export function describeFilter(filter: CoverageFilter): string | undefined {
  const text = filter.text.trim();
  const parts = [SHOW_WORDS[filter.show], text === "" ? undefined : `“${text}”`];
  const words = parts.filter((it) => it !== undefined).join(" · ");
  return words === "" ? undefined : words;
}

const SHOW_WORDS: Readonly<Record<CoverageFilter["show"], string | undefined>> = {
  all: undefined,
  open: "not met",
  missing: "missing",
};

/** An item that passed the filter, with the claims to be shown below it. */
export interface Entry {
  readonly item: WireItem;
  readonly claims: readonly WireClaim[];
}

/**
 * The entry of an item that passes: with all its claims where the item itself holds the text, else
 * with those claims that hold it.
 */
export function passing(item: WireItem, filter: CoverageFilter): Entry | undefined {
  if (!passesState(item.state, filter.show)) return undefined;
  const words = filter.text.toLowerCase().split(/\s+/).filter(Boolean);
  const own = textOfItem(item);
  if (words.every((word) => own.includes(word))) return { item, claims: item.claims };
  const claims = item.claims.filter((claim) => {
    const text = `${own} ${textOfClaim(claim)}`;
    return words.every((word) => text.includes(word));
  });
  return claims.length === 0 ? undefined : { item, claims };
}

function passesState(state: WireState, show: CoverageFilter["show"]): boolean {
  switch (show) {
    case "all":
      return true;
    case "open":
      return !isMet(state) && state !== "not-applicable";
    case "missing":
      return state === "missing";
  }
}

/** The id is found written with or without its blank: `CR 1.5`, `cr1.5`. */
function textOfItem({ reference, title, state, reason }: WireItem): string {
  const parts = [reference, reference.replaceAll(" ", ""), title, STATE_LOOKS[state].word, reason];
  return parts.join(" ").toLowerCase();
}

function textOfClaim({ relation, subject, path, text }: WireClaim): string {
  return [relation, subject, path, text].join(" ").toLowerCase();
}

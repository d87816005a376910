import type { WireClaim, WireItem, WireProject } from "../../server/src/protocol/coverage.ts";
import { t } from "./l10n.ts";
import { STATE_LOOKS, STATES } from "./states.ts";

/** What an item may be, to be shown: in a state, in the target's way, or said to be two things at once. */
export const SHOWN = [...STATES, "open", "contradicted"] as const;
export type Shown = (typeof SHOWN)[number];

/** What the tree shows: items that are any of these, and of them only what holds the text. */
export interface CoverageFilter {
  /** Empty for everything. */
  readonly show: readonly Shown[];
  /** Words, each of which must be found; empty for no text. */
  readonly text: string;
}

export const NO_FILTER: CoverageFilter = { show: [], text: "" };

export function isShown(raw: unknown): raw is Shown {
  return SHOWN.some((it) => it === raw);
}

export function isActive(filter: CoverageFilter): boolean {
  return filter.show.length > 0 || filter.text.trim() !== "";
}

/** What stands in the way is called by what it is in the way of. */
export type OpenWord = "blocks the target" | "not met";

export function openWordFor(projects: readonly WireProject[]): OpenWord {
  const isAimed = projects.length > 0 && projects.every(({ target }) => target !== undefined);
  return isAimed ? "blocks the target" : "not met";
}

/** The filter as people read it beside the view's name; nothing for no filter. */
export function describeFilter(filter: CoverageFilter, openWord: OpenWord): string | undefined {
  const text = filter.text.trim();
  const shown = filter.show.map((it) => shownWord(it, openWord)).join(t(" or "));
  const parts = [shown, text === "" ? "" : `“${text}”`].filter((it) => it !== "");
  return parts.length === 0 ? undefined : parts.join(" · ");
}

export function shownWord(shown: Shown, openWord: OpenWord): string {
  if (shown === "open") return openWord === "not met" ? t("not met") : t("blocks the target");
  return shown === "contradicted" ? t("contradicted") : STATE_LOOKS[shown].word;
}

/** An item that passed the filter, with the claims to be shown below it. */
export interface Entry {
  /** Uri of the project. */
  readonly project: string;
  readonly item: WireItem;
  /** Absent: all of them, and they are asked for when they are to be seen. */
  readonly claims?: readonly WireClaim[];
}

/**
 * The entry of an item that passes: with all its claims where the item itself holds the text, else
 * with those claims that hold it. `claims` has to be all of them where the filter has a text.
 */
export function passing(
  project: string,
  item: WireItem,
  filter: CoverageFilter,
  claims: readonly WireClaim[] | undefined,
): Entry | undefined {
  if (filter.show.length > 0 && !filter.show.some((it) => isSuch(item, it))) return undefined;
  const words = filter.text.toLowerCase().split(/\s+/).filter(Boolean);
  const own = textOfItem(item);
  if (words.every((word) => own.includes(word))) {
    return { project, item, ...(claims !== undefined && { claims }) };
  }
  const found = (claims ?? []).filter((claim) => {
    const text = `${own} ${textOfClaim(claim)}`;
    return words.every((word) => text.includes(word));
  });
  return found.length === 0 ? undefined : { project, item, claims: found };
}

function isSuch(item: WireItem, shown: Shown): boolean {
  if (shown === "open") return item.isOpen;
  return shown === "contradicted" ? item.isContradicted : item.state === shown;
}

/** The id is found written with or without its blank: `CR 1.5`, `cr1.5`. */
function textOfItem({ reference, title, state, reason, statements }: WireItem): string {
  const said = statements.flatMap((it) => [it.reason, it.owner]);
  const { word } = STATE_LOOKS[state];
  const parts = [reference, reference.replaceAll(" ", ""), title, word, reason, ...said];
  return parts.join(" ").toLowerCase();
}

function textOfClaim({ relation, subject, path, text }: WireClaim): string {
  return [relation, subject, path, text].join(" ").toLowerCase();
}

import type { CoverageResult, WireItem, WireProject } from "../../server/src/protocol/coverage.ts";
import { collect } from "./collect.ts";
import { t } from "./l10n.ts";
import { isMet } from "./states.ts";

/** An item, with whatever the caller keeps beside it. */
export interface HasItem {
  readonly item: WireItem;
}

/** Requirements that stand together: a foundational requirement, or a family without one. */
export interface ItemGroup<E extends HasItem = HasItem> {
  /** `FR 1`, `CCSC`, `4-1`. */
  readonly key: string;
  readonly title: string;
  readonly requirements: readonly RequirementGroup<E>[];
}

/** How many items there are, how many of them apply, and how many of those are met. */
export interface Counts {
  readonly met: number;
  readonly applicable: number;
  readonly all: number;
}

/** One base requirement and its enhancements, as far as they passed the filter. */
export interface RequirementGroup<E extends HasItem = HasItem> {
  readonly part: string;
  /** `CR 1.1`. */
  readonly id: string;
  readonly base?: E;
  readonly enhancements: readonly E[];
  readonly title?: string;
}

/** What the groups are called. */
export type GroupTitles = Pick<CoverageResult, "foundational"> & Pick<WireProject, "documents">;

/** The entries by group and requirement: foundational requirements first, ids in natural order. */
export function groupItems<E extends HasItem>(
  entries: readonly E[],
  titles: GroupTitles,
): readonly ItemGroup<E>[] {
  const byKey = collect(entries, (entry) => groupKey(entry.item));
  const keys = [...byKey.keys()].sort(compareKeys);
  return keys.map((key) => ({
    key,
    title: groupTitle(key, titles),
    requirements: groupRequirements(byKey.get(key) ?? []),
  }));
}

/** The counts of a whole group, whatever a filter leaves of it. */
export function countsOfGroup(key: string, items: readonly WireItem[]): Counts {
  return countMet(items.filter((item) => groupKey(item) === key));
}

export function countMet(items: readonly WireItem[]): Counts {
  const applicable = items.filter(({ state }) => state !== "not-applicable");
  return {
    met: applicable.filter(({ state }) => isMet(state)).length,
    applicable: applicable.length,
    all: items.length,
  };
}

/** How many places claim an item. */
export function claimCount({ counts }: WireItem): number {
  return Object.values(counts).reduce((sum, count) => sum + count, 0);
}

/** The key of an item's group: by its foundational requirement, or by what else it belongs to. */
export function groupKey({ fr, part, requirement }: WireItem): string {
  if (fr !== undefined) return `FR ${fr}`;
  return requirement.startsWith("CCSC") ? "CCSC" : part;
}

/** Nothing where the key says all that is known. */
export function groupTitle(key: string, { foundational, documents }: GroupTitles): string {
  if (key === "CCSC") return "Common component security constraints";
  const fr = foundational.find(({ number }) => `FR ${number}` === key);
  if (fr !== undefined) return fr.title;
  if (key.startsWith("FR ")) return t("Foundational requirement");
  const title = documents.find(({ part }) => part === key)?.title ?? "";
  return title === key ? "" : title;
}

/** Foundational requirements first. */
export function compareKeys(a: string, b: string): number {
  return rank(a) - rank(b) || natural.compare(a, b);
}

function rank(key: string): number {
  if (key.startsWith("FR ")) return 0;
  return key === "CCSC" ? 1 : 2;
}

const natural = new Intl.Collator("en", { numeric: true });

/** The entries by their base requirement, in the order of the standard. */
export function groupRequirements<E extends HasItem>(
  entries: readonly E[],
): readonly RequirementGroup<E>[] {
  const byId = collect(entries, ({ item }) => `${item.part} ${item.requirement}`);
  return [...byId.values()].flatMap((them) => requirementGroup(them) ?? []).sort(compareGroups);
}

function requirementGroup<E extends HasItem>(
  entries: readonly E[],
): RequirementGroup<E> | undefined {
  const [first] = entries;
  if (first === undefined) return undefined;
  const { part, requirement: id } = first.item;
  const base = entries.find(({ item }) => item.reference === item.requirement);
  return {
    part,
    id,
    enhancements: entries.filter((entry) => entry !== base),
    ...(base !== undefined && { base }),
    ...(base?.item.title !== undefined && { title: base.item.title }),
  };
}

/** By part, then by number, so that `EDR 3.2` stands between `CR 3.1` and `CR 3.3`. */
function compareGroups(a: RequirementGroup, b: RequirementGroup): number {
  return (
    natural.compare(a.part, b.part) ||
    natural.compare(numberOf(a.id), numberOf(b.id)) ||
    natural.compare(a.id, b.id)
  );
}

/** The number of an id that has one after a blank; other ids are compared whole: `SM-4`. */
function numberOf(id: string): string {
  return /^[A-Z]+ (\d.*)$/.exec(id)?.[1] ?? id;
}

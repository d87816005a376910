import { t } from "../src/l10n.ts";
import { counted } from "../src/nouns.ts";
import type { PanelGroup, PanelItem, PanelLine, PanelProject } from "../src/panelMessages.ts";
import type { ListRow } from "./listRow.ts";
import type { ItemFilter } from "./pageState.ts";

interface Listed {
  readonly project: PanelProject;
  readonly filter: ItemFilter;
  readonly isOpen: (key: string) => boolean;
  /** The claims of an item, by its key; nothing while they are not known. */
  readonly claims: (item: string) => readonly PanelLine[] | undefined;
}

/** The rows of all that passes the filter and is not folded away. */
export function requirementRows(listed: Listed): readonly ListRow[] {
  const { project, filter, isOpen } = listed;
  const groups = passingGroups(project, filter);
  const rows: ListRow[] = [];
  groups.forEach(({ group, items }, index) => {
    const { key, title, said } = group;
    const open = !isOpen(foldedKey(key));
    rows.push({
      key: foldedKey(key),
      level: 1,
      position: index + 1,
      size: groups.length,
      isOpen: open,
      label: key,
      said: title,
      detail:
        items.length === group.items.length ? said : `${said} · ${t("{0} shown", items.length)}`,
    });
    if (open) for (const row of itemRows(items, listed)) rows.push(row);
  });
  return rows;
}

/** The items that pass the filter. */
export function passingItems(project: PanelProject, filter: ItemFilter): readonly PanelItem[] {
  return passingGroups(project, filter).flatMap(({ items }) => items);
}

/** Groups are open by themselves: what is remembered is that one was folded. */
export function foldedKey(group: string): string {
  return `folded ${group}`;
}

export function itemRowKey(item: string): string {
  return `item ${item}`;
}

interface Passing {
  readonly group: PanelGroup;
  readonly items: readonly PanelItem[];
}

function passingGroups({ groups }: PanelProject, filter: ItemFilter): readonly Passing[] {
  const words = filter.text.toLowerCase().split(/\s+/).filter(Boolean);
  return groups
    .filter(({ key }) => filter.group === "" || filter.group === key)
    .map((group) => ({
      group,
      items: sorted(
        group.items.filter((it) => passes(it, filter) && hasWords(it, words)),
        filter.sort,
      ),
    }))
    .filter(({ items }) => items.length > 0);
}

function passes(item: PanelItem, { show, level }: ItemFilter): boolean {
  if (level !== 0 && !item.levels.includes(level)) return false;
  switch (show) {
    case "all":
      return true;
    case "open":
      return item.isOpen;
    case "met":
      return !item.isOpen && item.state !== "not-applicable";
    case "contradicted":
      return item.isContradicted;
    default:
      return item.state === show;
  }
}

/** The id is found written with or without its blank: `CR 1.5`, `cr1.5`. */
function hasWords({ reference, title, word }: PanelItem, words: readonly string[]): boolean {
  const text = `${reference} ${reference.replaceAll(" ", "")} ${title} ${word}`.toLowerCase();
  return words.every((it) => text.includes(it));
}

const WORST_FIRST = [
  "missing",
  "planned",
  "partial",
  "compensated",
  "implemented",
  "verified",
  "not-applicable",
];

/** Items come in the order of the standard; equals stay in it. */
function sorted(items: readonly PanelItem[], sort: string): readonly PanelItem[] {
  const rank = ({ state }: PanelItem): number => WORST_FIRST.indexOf(state);
  if (sort === "state") return items.toSorted((a, b) => rank(a) - rank(b));
  if (sort === "claims") return items.toSorted((a, b) => b.claims - a.claims);
  return items;
}

function* itemRows(items: readonly PanelItem[], listed: Listed): Iterable<ListRow> {
  let position = 0;
  for (const item of items) {
    const key = itemRowKey(item.key);
    const isOpen = listed.isOpen(key);
    position++;
    yield {
      key,
      level: 2,
      position,
      size: items.length,
      isOpen,
      mark: item.state,
      label: item.reference,
      said: item.title,
      detail: stateAndClaims(item),
    };
    if (isOpen) yield* rowsBelow(item, listed.claims(item.key));
  }
}

function stateAndClaims({ word, claims, isContradicted }: PanelItem): string {
  const count = claims === 0 ? [] : [counted(claims, "claim")];
  return [word, ...(isContradicted ? [t("contradicted")] : []), ...count].join(" · ");
}

/** What to do next, what the project file says, the page, and every claim. */
function rowsBelow(item: PanelItem, claims: readonly PanelLine[] | undefined): readonly ListRow[] {
  const lines: readonly PanelLine[] = [
    ...nextLine(item),
    ...item.statements,
    ...pageLine(item),
    ...(claims ?? waiting(item)),
  ];
  return lines.map((line, index) => ({
    ...line,
    key: `${item.key} line ${index}`,
    level: 3,
    position: index + 1,
    size: lines.length,
  }));
}

function nextLine({ next }: PanelItem): readonly PanelLine[] {
  if (next === undefined) return [];
  const { text, link } = next;
  return [{ label: t("Next"), said: text, ...(link !== undefined && { link }) }];
}

function pageLine({ page, reference }: PanelItem): readonly PanelLine[] {
  return page === undefined
    ? []
    : [{ label: t("Page"), said: t("What {0} asks", reference), link: page }];
}

function waiting({ claims }: PanelItem): readonly PanelLine[] {
  if (claims === 0) return [{ label: t("No claim"), said: t("No code claims it.") }];
  return [{ label: t("Claims"), said: t("Asking for {0}…", counted(claims, "claim")) }];
}

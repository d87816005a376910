import type { WireProject } from "../../server/src/protocol/coverage.ts";
import { collect } from "./collect.ts";
import type { Entry } from "./coverageFilter.ts";
import type { CoverageNode, GroupNode, ItemNode, RequirementNode } from "./coverageNode.ts";
import {
  compareKeys,
  countMet,
  type GroupTitles,
  groupKey,
  groupRequirements,
  groupTitle,
  type HasItem,
} from "./itemGroups.ts";
import { t } from "./l10n.ts";
import { capital, STATE_LOOKS, STATES } from "./states.ts";

/** What a project's rows are made of. */
export interface ProjectParts {
  /** Where the ids of its rows begin. */
  readonly id: string;
  readonly project: WireProject;
  readonly titles: GroupTitles;
  /** The items that passed the filter. */
  readonly entries: readonly Entry[];
  readonly open: boolean;
  readonly openClaims: boolean;
}

export function foundationalGroups(parts: ProjectParts): readonly GroupNode[] {
  return groupsBy(parts, ({ item }) => groupKey(item))
    .sort((a, b) => compareKeys(a.label, b.label))
    .map((it) => ({ ...it, title: groupTitle(it.label, parts.titles) }));
}

export function stateGroups(parts: ProjectParts): readonly GroupNode[] {
  const groups = groupsBy(parts, ({ item }) => item.state);
  return STATES.flatMap((state) =>
    groups
      .filter(({ label }) => label === state)
      .map((it): GroupNode => ({ ...it, label: capital(STATE_LOOKS[state].word), state })),
  );
}

/** What is asked of every type comes first. */
export function componentGroups(parts: ProjectParts): readonly GroupNode[] {
  return groupsBy(parts, ({ item }) => item.components.join(", "))
    .sort((a, b) => a.label.localeCompare(b.label))
    .map((it) =>
      it.label === ""
        ? { ...it, label: t("Common"), title: t("Asked of every component type") }
        : { ...it, label: capital(it.label) },
    );
}

function groupsBy(parts: ProjectParts, key: (entry: HasItem) => string): GroupNode[] {
  const all = collect(
    parts.project.items.map((item) => ({ item })),
    key,
  );
  return [...collect(parts.entries, key)].map(([label, entries]) => ({
    kind: "group",
    id: `${parts.id}/${label}`,
    label,
    counts: countMet((all.get(label) ?? []).map(({ item }) => item)),
    entries,
    open: parts.open,
    openClaims: parts.openClaims,
  }));
}

/** The rows below a group: in a list of states an enhancement need not stand with its base. */
export function groupRows(node: GroupNode): readonly CoverageNode[] {
  if (node.state !== undefined) return flatItems(node);
  return groupRequirements(node.entries).map(
    (requirement): RequirementNode => ({
      kind: "requirement",
      id: `${node.id}/${requirement.part} ${requirement.id}`,
      requirement,
      open: node.open,
      openClaims: node.openClaims,
    }),
  );
}

function flatItems({ id, entries, openClaims }: GroupNode): readonly ItemNode[] {
  return groupRequirements(entries)
    .flatMap(({ base, enhancements }) => [...(base === undefined ? [] : [base]), ...enhancements])
    .map((entry) => ({
      kind: "item",
      id: `${id}/${entry.item.part} ${entry.item.reference}`,
      label: entry.item.reference,
      entry,
      openClaims,
    }));
}

export function enhancementRows(node: RequirementNode): readonly ItemNode[] {
  return node.requirement.enhancements.map((entry) => ({
    kind: "item",
    id: `${node.id}/${entry.item.reference}`,
    label: shortReference(entry),
    entry,
    openClaims: node.openClaims,
  }));
}

/** Below its requirement the id need not be said again: `RE(1)`. */
function shortReference({ item: { reference, requirement } }: Entry): string {
  return reference.startsWith(`${requirement} `)
    ? reference.slice(requirement.length + 1)
    : reference;
}

import type { Baseline, BaselineClaim, BaselineItem } from "../baseline.ts";
import { itemsOf } from "../coverage/items.ts";
import { appliesAt } from "../coverage/levels.ts";
import { isMet } from "../coverage/state.ts";
import type { Item, ItemState } from "../coverage.ts";
import type { Project } from "../project.ts";
import { formatReference } from "../reference.ts";
import type { Snapshot } from "../snapshot.ts";
import { finished, type StepsTo } from "../steps.ts";
import type { ClaimNow, MovedClaim } from "./match.ts";
import { matchInPieces } from "./matchInPieces.ts";

/** What is otherwise than in a baseline. */
export interface Changes {
  readonly states: readonly StateChange[];
  readonly lost: readonly BaselineClaim[];
  readonly gained: readonly ClaimNow[];
  readonly moved: readonly MovedClaim[];
}

/** An item in another state; an end that is absent: it was not asked for there. */
export interface StateChange {
  readonly part: string;
  readonly reference: string;
  readonly from?: ItemState;
  readonly to?: ItemState;
  readonly direction: "better" | "worse" | "other";
}

/** What has changed in a project since a baseline, one item after the other. */
export function changesSince(
  baseline: Baseline,
  snapshot: Snapshot,
  project: Project,
): readonly Changes[] {
  return finished(changesInSteps(baseline, snapshot, project));
}

/** The same in steps, an item at most in each. */
export function* changesInSteps(
  baseline: Baseline,
  snapshot: Snapshot,
  project: Project,
): StepsTo<readonly Changes[]> {
  const groups = groupsOf(baseline);
  const present = new Set<string>();
  const changes: Changes[] = [];
  for (const item of itemsOf(snapshot, project)) {
    const key = keyOf(item.reference.part, nameOf(item));
    present.add(key);
    changes.push(yield* changesOfItem(item, groups.get(key) ?? NOTHING, project));
    yield;
  }
  const gone = [...groups].filter(([key]) => !present.has(key));
  return [...changes, ...gone.map(([, before]) => changesOfGone(before))].filter(
    (it) => it !== NO_CHANGES,
  );
}

/** What a baseline says of one item. */
interface Before {
  readonly item?: BaselineItem;
  readonly claims: readonly BaselineClaim[];
}

const NOTHING: Before = { claims: [] };
const NO_CHANGES: Changes = { states: [], lost: [], gained: [], moved: [] };

const knownGroups = new WeakMap<Baseline, ReadonlyMap<string, Before>>();

function groupsOf(baseline: Baseline): ReadonlyMap<string, Before> {
  const groups = knownGroups.get(baseline) ?? groupByItem(baseline);
  knownGroups.set(baseline, groups);
  return groups;
}

function groupByItem({ items, claims }: Baseline): ReadonlyMap<string, Before> {
  const groups = new Map<string, { item?: BaselineItem; claims: BaselineClaim[] }>();
  for (const item of items) groups.set(keyOf(item.part, item.reference), { item, claims: [] });
  for (const claim of claims) {
    const key = keyOf(claim.part, claim.reference.replace(/\([a-z]\)$/, ""));
    const group = groups.get(key) ?? { claims: [] };
    groups.set(key, group);
    group.claims.push(claim);
  }
  return groups;
}

function keyOf(part: string, reference: string): string {
  return `${part} ${reference}`;
}

function nameOf({ reference }: Item): string {
  return formatReference(reference);
}

const known = new WeakMap<Item, { readonly before: Before; readonly changes: Changes }>();

/** An item is one of one project: as long as it is the same value its changes are. */
function* changesOfItem(item: Item, before: Before, project: Project): StepsTo<Changes> {
  const told = known.get(item);
  if (told?.before === before) return told.changes;
  const found = {
    states: stateChanges(item, before, project),
    ...(yield* matchInPieces(item, before, project)),
  };
  const changes = isNothing(found) ? NO_CHANGES : found;
  known.set(item, { before, changes });
  return changes;
}

function isNothing(changes: Changes): boolean {
  return Object.values(changes).every((it) => it.length === 0);
}

function stateChanges(item: Item, before: Before, project: Project): readonly StateChange[] {
  const from = before.item?.state;
  const to = appliesAt(project.target, item) ? item.state : undefined;
  if (from === to) return [];
  return [
    {
      part: item.reference.part,
      reference: nameOf(item),
      ...(from !== undefined && { from }),
      ...(to !== undefined && { to }),
      direction: directionOf(from, to),
    },
  ];
}

/** An item that the project's parts and components do not have any more. */
function changesOfGone({ item, claims }: Before): Changes {
  const states =
    item === undefined
      ? []
      : [
          {
            part: item.part,
            reference: item.reference,
            from: item.state,
            direction: "other" as const,
          },
        ];
  return { ...NO_CHANGES, states, lost: claims };
}

/**
 * Nearer to being met is better. What did not apply and is open now is worse: it blocks. What does not
 * apply any more is neither, and no more is what was not asked for: a person has to judge that.
 */
function directionOf(
  from: ItemState | undefined,
  to: ItemState | undefined,
): StateChange["direction"] {
  if (from === undefined || to === undefined || to === "not-applicable") return "other";
  if (from === "not-applicable") return isMet(to) ? "other" : "worse";
  const difference = NEARNESS[to] - NEARNESS[from];
  if (difference === 0) return "other";
  return difference > 0 ? "better" : "worse";
}

const NEARNESS: Readonly<Record<Exclude<ItemState, "not-applicable">, number>> = {
  missing: 0,
  planned: 1,
  partial: 2,
  compensated: 3,
  implemented: 3,
  verified: 4,
};

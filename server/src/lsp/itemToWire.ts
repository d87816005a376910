import { COMPONENT_NAMES, COMPONENT_TYPES, enhancementOf } from "../core/catalog.ts";
import { isContradicted } from "../core/coverage/contradictions.ts";
import { nextStepOf } from "../core/coverage/nextStep.ts";
import { relationCounts } from "../core/coverage/relationCounts.ts";
import { reasonOf } from "../core/coverage/sayings.ts";
import { isOpen } from "../core/coverage/state.ts";
import type { Item } from "../core/coverage.ts";
import { hasExpired, type Project, type Statement } from "../core/project.ts";
import { formatReference } from "../core/reference.ts";
import { pageUri } from "../core/report/page/links.ts";
import type { Snapshot } from "../core/snapshot.ts";
import type { WireItem, WireStatement, WireStep } from "../protocol/coverage.ts";

const knownItems = new WeakMap<Item, WireItem>();

/** An item is one of one project on one day: as long as it is the same value, what is sent of it is. */
export function wireItemOf(item: Item, project: Project, snapshot: Snapshot): WireItem {
  const wire = knownItems.get(item) ?? toWireItem(item, project, snapshot);
  knownItems.set(item, wire);
  return wire;
}

function toWireItem(item: Item, project: Project, { today }: Snapshot): WireItem {
  const { reference, requirement, title, fr, levels, state, statements } = item;
  const summary = enhancementOf(requirement, reference)?.summary ?? requirement.summary;
  const reason = reasonOf(item);
  const next = nextOnWire(item, project);
  const { file } = project;
  return {
    part: reference.part,
    reference: formatReference(reference),
    requirement: requirement.id,
    ...(title === undefined ? {} : { title }),
    ...(summary === undefined ? {} : { summary }),
    ...(fr === undefined ? {} : { fr }),
    levels,
    components: componentsOf(item),
    state,
    counts: Object.fromEntries(relationCounts(item.claims)),
    isOpen: isOpen(state),
    isContradicted: isContradicted(item),
    statements: file === undefined ? [] : statements.map((it) => toWireStatement(it, file, today)),
    ...(reason === undefined ? {} : { reason }),
    ...(next === undefined ? {} : { next }),
    page: pageUri(requirement),
  };
}

/** What every type has says nothing about types. */
function componentsOf({ requirement: { componentTypes } }: Item): readonly string[] {
  if (componentTypes.length === COMPONENT_TYPES.length) return [];
  return componentTypes.map((it) => COMPONENT_NAMES[it]);
}

function nextOnWire(item: Item, project: Project): WireStep | undefined {
  const next = nextStepOf(item, project);
  return next && { text: next.text, ...next.place };
}

function toWireStatement(statement: Statement, uri: string, today: string): WireStatement {
  const { range, status, reason, owner, reviewed, expires, evidence } = statement;
  return {
    uri,
    range,
    status,
    ...(reason === undefined ? {} : { reason }),
    ...(owner === undefined ? {} : { owner }),
    ...(reviewed === undefined ? {} : { reviewed }),
    ...(expires === undefined ? {} : { expires }),
    isExpired: hasExpired(statement, today),
    evidence,
  };
}

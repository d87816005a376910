import { aComponent, type Requirement } from "../core/catalog.ts";
import { contradictionOf } from "../core/coverage/contradictions.ts";
import { asks, itemsOfRequirement, nameOf } from "../core/coverage/items.ts";
import { appliesAt, targetOf } from "../core/coverage/levels.ts";
import { nextStepOf } from "../core/coverage/nextStep.ts";
import { reasonOf, type Saying } from "../core/coverage/sayings.ts";
import { isOpen } from "../core/coverage/state.ts";
import type { Item } from "../core/coverage.ts";
import { coversPart, hasExpired, type Project } from "../core/project.ts";
import { nameOfPart, type Reference } from "../core/reference.ts";
import { displayPath } from "../core/report/displayPath.ts";
import { catalogOf, isOutside, type Snapshot } from "../core/snapshot.ts";

/** A whole text as a reason would push everything else out of the hover. */
const LONGEST_REASON = 200;

/** Longer lists are not read in a hover. */
const MOST_NAMED = 4;

/**
 * How far one project has come with a requirement, in sentences of plain text: its state, what is
 * open of it, what to do next, and what is wrong with what was said. Nothing where no project is.
 */
export function stateText(
  snapshot: Snapshot,
  project: Project,
  requirement: Requirement,
  reference: Reference,
): readonly string[] {
  if (isOutside(project)) return [];
  const catalog = catalogOf(snapshot, project);
  if (requirement.redirectsTo === undefined) {
    return asks(catalog, project, requirement)
      ? textOfRequirement(snapshot, project, requirement, reference)
      : [notAsked(project, requirement)];
  }
  const typed = requirement.redirectsTo.flatMap((id) => catalog.find({ ...reference, id }) ?? []);
  const asked = typed.filter((it) => asks(catalog, project, it));
  const [first] = typed;
  if (first !== undefined && asked.length === 0) return [notAsked(project, first)];
  const texts = asked.map((it) =>
    textOfRequirement(snapshot, project, it, { ...reference, id: it.id }, it.id),
  );
  // Of several ids the state alone: nobody reads four paragraphs.
  return texts.length > 1 ? texts.flatMap((it) => it.slice(0, 1)) : texts.flat();
}

function notAsked(project: Project, { part, componentTypes }: Requirement): string {
  const { product, components, parts } = project;
  if (!coversPart(project, part)) {
    return `Not asked for in ${product}, which covers ${parts.map(nameOfPart).join(" and ")}.`;
  }
  const isOther =
    componentTypes.length > 0 && !componentTypes.some((it) => components.includes(it));
  if (!isOther) return `Not asked for in ${product}: another edition is.`;
  return `Not asked of ${product}: it is ${components.map(aComponent).join(" and ")}.`;
}

function textOfRequirement(
  snapshot: Snapshot,
  project: Project,
  requirement: Requirement,
  reference: Reference,
  name?: string,
): readonly string[] {
  const items = itemsOfRequirement(snapshot, project, requirement);
  const item = items.find((it) => it.reference.enhancement === reference.enhancement);
  if (item === undefined) return [];
  const open = items.filter((it) => isOpen(it.state) && appliesAt(project.target, it));
  const others = open.filter((it) => it !== item);
  const next = open.includes(item) ? item : others[0];
  return [
    stateOf(project, item, name),
    stillOpen(others),
    next && nextStepOf(next, project)?.text,
    ...faultsOf(snapshot, project, item),
  ].filter((it) => it !== undefined);
}

function stateOf(project: Project, item: Item, name: string | undefined): string {
  const { product, target } = project;
  const state = item.state.replace("-", " ");
  const where = name === undefined ? `In ${product}` : `${name} in ${product}`;
  if (!appliesAt(target, item)) {
    const level = item.fr === undefined ? undefined : targetOf(target, item.fr);
    const anyway = item.claims.length + item.statements.length > 0 ? ` Said of it: ${state}.` : "";
    const whole = name === undefined ? "Not asked for" : `${name}: not asked for`;
    return `${whole} at SL ${level} in ${product}.${anyway}`;
  }
  const reason = shortReason(item);
  const why = reason === undefined ? "" : `: ${reason}`;
  return `${where}: ${state}${blocks(project, item)}${why}${/[.!?…]$/.test(why) ? "" : "."}`;
}

/** The level that is not reached before the item is met: the target, else the lowest that asks for it. */
function blocks({ target }: Project, { state, fr, levels }: Item): string {
  if (!isOpen(state)) return "";
  const aimed = fr === undefined ? undefined : targetOf(target, fr);
  const level = aimed ?? levels[0];
  return level === undefined ? ", blocks every level" : `, blocks SL ${level}`;
}

function shortReason(item: Item): string | undefined {
  const reason = reasonOf(item);
  if (reason === undefined || reason.length <= LONGEST_REASON) return reason;
  return `${reason.slice(0, LONGEST_REASON)}…`;
}

function stillOpen(items: readonly Item[]): string | undefined {
  if (items.length === 0) return undefined;
  const names = items.slice(0, MOST_NAMED).map(nameOf);
  const more = items.length - names.length;
  return `Still open: ${names.join(", ")}${more > 0 ? ` and ${more} more` : ""}.`;
}

function faultsOf({ today }: Snapshot, project: Project, item: Item): readonly string[] {
  const contradiction = contradictionOf(item);
  const expired = item.statements.filter((it) => hasExpired(it, today));
  return [
    ...(contradiction === undefined
      ? []
      : [
          `Contradiction: ${placeOf(project, contradiction.denies)} says that it does not apply, ${placeOf(project, contradiction.claims)} says ${contradiction.claims.relation}.`,
        ]),
    ...expired.map(
      ({ status, expires }) =>
        `The statement ${status} in the project file expired on ${expires} and counts for nothing.`,
    ),
  ].slice(0, MOST_NAMED);
}

function placeOf({ root, file = "" }: Project, { from }: Saying): string {
  const isSite = "annotation" in from;
  const { line } = isSite ? from.claim.range.start : from.range.start;
  return `${displayPath(isSite ? from.uri : file, root)}:${line + 1}`;
}

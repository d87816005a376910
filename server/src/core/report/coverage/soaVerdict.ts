import { aComponent, type Catalog } from "../../catalog.ts";
import { contradictionOf } from "../../coverage/contradictions.ts";
import { asks } from "../../coverage/items.ts";
import { aimedFor, appliesAt } from "../../coverage/levels.ts";
import { reasonOf, type Saying } from "../../coverage/sayings.ts";
import type { Item } from "../../coverage.ts";
import { hasExpired, type Project } from "../../project.ts";
import { levelsText } from "./itemFacts.ts";
import { sourceOf } from "./reportItem.ts";

/** Whether something applies, and why. */
export interface Verdict {
  readonly applies: boolean;
  /** What decides it. */
  readonly basis: "component type" | "target" | "statement" | "claim";
  /** In sentences. */
  readonly why: string;
  /** What says so, where somebody does. */
  readonly from?: Saying["from"];
}

/** Whether an item applies to a project: by its component types, its target, or what is said of the item. */
export function verdictOf(item: Item, project: Project, catalog: Catalog): Verdict {
  const { requirement, levels, state } = item;
  if (!asks(catalog, project, requirement)) {
    const [asked, is] = [requirement.componentTypes, project.components].map((types) =>
      types.map(aComponent).join(" or "),
    );
    const why = `It is asked of ${asked}, and the product is ${is}.`;
    return { applies: false, basis: "component type", why };
  }
  const aimed = aimedFor(project.target, item);
  if (!appliesAt(project.target, item)) {
    const why = `It is asked for at ${levelsText(levels)}, and the target is SL-C ${aimed}.`;
    return { applies: false, basis: "target", why };
  }
  return state === "not-applicable" ? deniedBy(item) : askedFor(item, aimed);
}

/** Each reason why it does not apply: there may be one for each letter. */
function deniedBy({ kinds }: Item): Verdict {
  const denials = kinds.filter((it) => it.relation === "not-applicable" && it.isJustified);
  const why = denials.map(({ from, letter }) => {
    const reason = "annotation" in from ? from.annotation.text : from.reason;
    return letter === undefined ? reason : `(${letter}) ${reason}`;
  });
  const from = denials[0]?.from;
  const basis = from !== undefined && "annotation" in from ? "claim" : "statement";
  return { applies: false, basis, why: why.join(" "), ...(from !== undefined && { from }) };
}

function askedFor(item: Item, aimed: number | undefined): Verdict {
  const asked = whyAsked(item, aimed);
  const elsewhere = item.state === "compensated" ? reasonOf(item) : undefined;
  const why = elsewhere === undefined ? asked : `${asked} Met elsewhere: ${elsewhere}`;
  return { applies: true, basis: "target", why };
}

function whyAsked({ levels }: Item, aimed: number | undefined): string {
  if (aimed === undefined) return "No target is set for it, so that every level is listed.";
  if (levels.length === 0) return "It knows no levels and is asked for at every target.";
  return `It is asked for at the target, SL-C ${aimed}.`;
}

/** A reason that people wrote, so that a sentence may follow. */
function ended(text: string): string {
  return /[.!?]$/.test(text) ? text : `${text}.`;
}

/** Why, with what speaks against the verdict: what has expired, and what contradicts it. */
export function whyWithDoubts(
  item: Item,
  verdict: Verdict,
  { today, base }: { readonly today: string; readonly base: string },
): string {
  const doubts = verdict.applies ? expiredOf(item, today) : contradictedOf(item, base);
  return doubts.length === 0 ? verdict.why : [ended(verdict.why), ...doubts].join(" ");
}

function expiredOf({ statements }: Item, today: string): readonly string[] {
  const expired = statements.find((it) => it.status === "not-applicable" && hasExpired(it, today));
  if (expired === undefined) return [];
  return [`The statement that it does not apply expired on ${expired.expires}.`];
}

function contradictedOf(item: Item, base: string): readonly string[] {
  const contradiction = contradictionOf(item);
  if (contradiction === undefined) return [];
  return [`This is contradicted by ${sourceOf(contradiction.claims, base)}.`];
}

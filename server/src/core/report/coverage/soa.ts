import { groupOf } from "../../catalog/groups.ts";
import { aComponent, type Catalog, componentWord, type Requirement } from "../../catalog.ts";
import { contradictionOf } from "../../coverage/contradictions.ts";
import { asks, covers, itemsOfRequirement } from "../../coverage/items.ts";
import { aimedFor, appliesAt } from "../../coverage/levels.ts";
import { reasonOf, type Saying } from "../../coverage/sayings.ts";
import type { Item, ItemState } from "../../coverage.ts";
import { countProblems, hasExpired, type Project, type Statement } from "../../project.ts";
import { formatReference, nameOfPart } from "../../reference.ts";
import { catalogOf, type Snapshot } from "../../snapshot.ts";
import { nameOf } from "../page/links.ts";
import { partSentences } from "../parts.ts";
import type { ReportPlaces } from "../permalink.ts";
import { problemSentences } from "../problems.ts";
import { levelsText } from "./itemFacts.ts";
import { pathOfProject, projectsToReport } from "./report.ts";
import { type ReportedClaim, reportedClaim, sourceOf } from "./reportItem.ts";

/** The Statement of Applicability of one project: all that its parts hold, asked for or not. */
export interface Soa {
  readonly product: string;
  /** As in the report. */
  readonly path: string;
  readonly parts: readonly string[];
  /** As in the project file: `embedded-device`. */
  readonly components: readonly string[];
  /** What a reader has to know before relying on any row, in sentences. */
  readonly remarks: readonly string[];
  /** In catalog order, each base requirement before its enhancements. */
  readonly rows: readonly SoaRow[];
}

/** What decides whether a requirement applies. */
export type SoaBasis = "component type" | "target" | "statement" | "claim";

/** A base requirement or an enhancement: whether it applies, and why. */
export interface SoaRow {
  readonly part: string;
  readonly reference: string;
  readonly title: string | undefined;
  readonly fr: number | undefined;
  /** What it stands under: `FR 1 Identification and authentication control`. */
  readonly group: string;
  readonly levels: readonly number[];
  readonly applies: boolean;
  readonly basis: SoaBasis;
  /** In sentences. */
  readonly why: string;
  /** Who answers for it, and how long that holds: of the statement that decides, or else counts. */
  readonly statement?: Statement;
  /** The claim that decides. */
  readonly claim?: ReportedClaim;
  readonly state: ItemState | "not asked for";
  readonly claims: readonly ReportedClaim[];
  /** What statements that count name as evidence. */
  readonly evidence: readonly string[];
}

/** Every requirement and enhancement of the parts of each project, of every component type and level. */
export function soaOf(snapshot: Snapshot, places: ReportPlaces): readonly Soa[] {
  return projectsToReport(snapshot).map((project) => {
    const catalog = catalogOf(snapshot, project);
    return {
      product: project.product,
      path: pathOfProject(project, places.base),
      parts: project.parts,
      components: project.components.map(componentWord),
      remarks: [...partSentences([project]), ...problemSentences(countProblems(project))],
      rows: catalog.requirements
        .filter((it) => asksSomething(it) && covers(catalog, project, it))
        .flatMap((it) => rowsOf(snapshot, project, it, places)),
    };
  });
}

/** A heading asks nothing itself. */
function asksSomething({ redirectsTo, isGroup }: Requirement): boolean {
  return redirectsTo === undefined && isGroup === undefined;
}

function rowsOf(
  snapshot: Snapshot,
  project: Project,
  requirement: Requirement,
  places: ReportPlaces,
): readonly SoaRow[] {
  const catalog = catalogOf(snapshot, project);
  const group = groupName(catalog, requirement);
  return itemsOfRequirement(snapshot, project, requirement).map((item) => {
    const { from, ...verdict } = verdictOf(item, project, catalog);
    const doubts = doubtsOf(item, verdict, snapshot.today, places);
    const why = doubts.length === 0 ? verdict.why : [ended(verdict.why), ...doubts].join(" ");
    const counting = item.statements.filter((it) => !hasExpired(it, snapshot.today));
    const statement = from === undefined || "annotation" in from ? counting[0] : from;
    const isUnasked = !verdict.applies && item.state === "missing";
    return {
      part: item.reference.part,
      reference: formatReference(item.reference),
      title: item.title,
      fr: item.fr,
      group,
      levels: item.levels,
      ...verdict,
      why,
      ...(statement !== undefined && { statement }),
      ...(from !== undefined && "annotation" in from && { claim: reportedClaim(from, places) }),
      state: isUnasked ? "not asked for" : item.state,
      claims: item.claims.map((it) => reportedClaim(it, places)),
      evidence: [...new Set(counting.flatMap((it) => it.evidence))],
    };
  });
}

function groupName(catalog: Catalog, requirement: Requirement): string {
  const group = groupOf(catalog, requirement);
  if (group !== undefined) return nameOf(group);
  return requirement.kind === "CCSC" ? "Common constraints" : nameOfPart(requirement.part);
}

interface Verdict extends Pick<SoaRow, "applies" | "basis" | "why"> {
  /** What says so, where somebody does. */
  readonly from?: Saying["from"];
}

function verdictOf(item: Item, project: Project, catalog: Catalog): Verdict {
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

/** What speaks against the verdict, in sentences: what has expired, and what contradicts it. */
function doubtsOf(
  item: Item,
  { applies }: Verdict,
  today: string,
  { base }: ReportPlaces,
): readonly string[] {
  if (applies) {
    const expired = item.statements.find(
      (it) => it.status === "not-applicable" && hasExpired(it, today),
    );
    if (expired === undefined) return [];
    return [`The statement that it does not apply expired on ${expired.expires}.`];
  }
  const contradiction = contradictionOf(item);
  if (contradiction === undefined) return [];
  return [`This is contradicted by ${sourceOf(contradiction.claims, base)}.`];
}

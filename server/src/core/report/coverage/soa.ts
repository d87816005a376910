import { groupOf } from "../../catalog/groups.ts";
import { type Catalog, componentWord, type Requirement } from "../../catalog.ts";
import { covers, itemsOfRequirement } from "../../coverage/items.ts";
import type { ItemState } from "../../coverage.ts";
import { countProblems, hasExpired, type Project, type Statement } from "../../project.ts";
import { formatReference, nameOfPart } from "../../reference.ts";
import { catalogOf, type Snapshot } from "../../snapshot.ts";
import { nameOf } from "../page/links.ts";
import { partSentences } from "../parts.ts";
import type { ReportPlaces } from "../permalink.ts";
import { problemSentences } from "../problems.ts";
import { pathOfProject, projectsToReport } from "./report.ts";
import { type ReportedClaim, reportedClaim } from "./reportItem.ts";
import { type Verdict, verdictOf, whyWithDoubts } from "./soaVerdict.ts";

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

/** A base requirement or an enhancement: whether it applies, and why. */
export interface SoaRow extends Omit<Verdict, "from"> {
  readonly part: string;
  readonly reference: string;
  readonly title: string | undefined;
  readonly fr: number | undefined;
  /** What it stands under: `FR 1 Identification and authentication control`. */
  readonly group: string;
  readonly levels: readonly number[];
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
  const { today } = snapshot;
  return itemsOfRequirement(snapshot, project, requirement).map((item) => {
    const { from, ...verdict } = verdictOf(item, project, catalog);
    const counting = item.statements.filter((it) => !hasExpired(it, today));
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
      why: whyWithDoubts(item, verdict, { today, base: places.base }),
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

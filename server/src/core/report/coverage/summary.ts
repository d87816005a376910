import { isMet, isOpen } from "../../coverage/state.ts";
import type { ItemState } from "../../coverage.ts";
import { nameOfPart } from "../../reference.ts";
import { problemSentences } from "../problems.ts";
import { type Column, column } from "../table.ts";
import type { ReportedProject, ReportResult } from "./report.ts";
import type { ReportedItem } from "./reportItem.ts";

/** A project as a whole, or one foundational requirement of it. */
export interface SummaryRow {
  readonly revision: string | undefined;
  readonly project: ReportedProject;
  /** Absent: the whole. */
  readonly fr?: number;
  readonly target: string | number | undefined;
  /** SL-C; absent where there is none to reach. */
  readonly reached: number | undefined;
  readonly items: readonly ReportedItem[];
}

/** Each project as a whole, and behind it each of its foundational requirements. */
export function summaryRows({ revision, projects }: ReportResult): readonly SummaryRow[] {
  return projects.flatMap((project) => {
    const { items, levels, reached } = project;
    const whole = {
      revision,
      project,
      target: targetText(project),
      reached: levels.length === 0 ? undefined : reached,
      items,
    };
    const ofFrs = levels.map(({ fr, target, reached }) => ({
      revision,
      project,
      fr,
      target: target ?? undefined,
      reached,
      items: items.filter((it) => it.fr === fr),
    }));
    return [whole, ...ofFrs];
  });
}

/** A number as one, a vector as `FR 1: 3, FR 2: 2`. */
function targetText({ target }: ReportedProject): string | number | undefined {
  if (target === null || typeof target === "number") return target ?? undefined;
  return Object.entries(target)
    .map(([fr, level]) => `${fr}: ${level}`)
    .join(", ");
}

function counted(header: string, counts: (state: ItemState) => boolean): Column<SummaryRow> {
  return column(header, 11, ({ items }) => items.filter((it) => counts(it.state)).length);
}

/** Where each project stands. */
export const SUMMARY: readonly Column<SummaryRow>[] = [
  column("Product", 20, ({ project }) => project.product),
  column("Project path", 16, ({ project }) => project.path),
  column("Of", 14, ({ fr }) => (fr === undefined ? "the whole" : `FR ${fr}`)),
  column("Target SL-C", 12, ({ target }) => target),
  column("SL-C reached", 12, ({ reached }) => reached),
  counted("Applicable", (it) => it !== "not-applicable"),
  counted("Met", isMet),
  counted("Open", isOpen),
  counted("Verified", (it) => it === "verified"),
  counted("Implemented", (it) => it === "implemented"),
  counted("Compensated", (it) => it === "compensated"),
  counted("Partial", (it) => it === "partial"),
  counted("Planned", (it) => it === "planned"),
  counted("Missing", (it) => it === "missing"),
  counted("Not applicable", (it) => it === "not-applicable"),
  column("Parts", 20, ({ project, fr }) =>
    fr === undefined ? project.parts.map(nameOfPart).join(", ") : undefined,
  ),
  column("Component types", 22, ({ project, fr }) =>
    fr === undefined ? project.components.join(", ") : undefined,
  ),
  column("Revision", 14, ({ revision }) => revision),
  column("Remark", 50, ({ project, fr }) =>
    fr === undefined ? problemSentences(project.problems)[0] : undefined,
  ),
];

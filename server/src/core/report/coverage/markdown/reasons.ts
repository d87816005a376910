import { row } from "../../markdown.ts";
import { count } from "../../terminal.ts";
import type { ReportedProject } from "../report.ts";
import type { ReportedItem, ReportedStatement } from "../reportItem.ts";
import { wordOf } from "../reportWords.ts";
import type { Block } from "./blocks.ts";
import { code, place, quiet } from "./quiet.ts";
import { rowsOf } from "./rows.ts";
import { nameOf } from "./sections.ts";

/** What does not apply: why, and who answers for it how long. */
export function notApplicableBlocks({ items }: ReportedProject): readonly Block[] {
  const rows = items
    .filter((it) => it.state === "not-applicable")
    .map((it) => row([nameOf(it), reasonsOf(it).join("<br>")]));
  if (rows.length === 0) return [];
  const title = `Not applicable (${rows.length})`;
  return [rowsOf({ title, header: ["Requirement", "Reason"], rows, fold: "always" })];
}

const MOST_REASONS = 5;

function reasonsOf({ statements, claims }: ReportedItem): readonly string[] {
  const all = [
    ...statements
      .filter((it) => it.status === "not-applicable" && it.expired === undefined)
      .slice(0, MOST_REASONS)
      .map(statementCell),
    ...claims
      .filter((it) => it.relation === "not-applicable" && it.text !== undefined)
      .slice(0, MOST_REASONS)
      .map((it) => `${quiet(it.text ?? "")} (${place(it.path, it.line, it.link)})`),
  ];
  return all.slice(0, MOST_REASONS);
}

function statementCell({ reason, owner, reviewed, expires }: ReportedStatement): string {
  const about = [
    ...(owner === undefined ? [] : [`owner ${quiet(owner)}`]),
    ...(reviewed === undefined ? [] : [`reviewed ${quiet(reviewed)}`]),
    ...(expires === undefined ? [] : [`expires ${quiet(expires)}`]),
  ];
  const why = reason === undefined ? "no reason" : quiet(reason);
  return about.length === 0 ? why : `${why} (${about.join(", ")})`;
}

/** Statements that count no more, so that their items are judged without them. */
export function expiredBlocks({ items }: ReportedProject): readonly Block[] {
  const rows = items.flatMap((item) =>
    item.statements
      .filter((it) => it.expired)
      .map((it) =>
        row([nameOf(item), wordOf(it.status), quiet(it.expires ?? ""), statementCell(it)]),
      ),
  );
  if (rows.length === 0) return [];
  return [
    `### ${count(rows.length, "statement")} expired, which ${rows.length === 1 ? "counts" : "count"} no more`,
    rowsOf({
      title: "Expired statements",
      header: ["Requirement", "Status", "Expired on", "Reason"],
      rows,
    }),
  ];
}

/** Items that do not apply by one word, and are met by another. */
export function contradictionsBlocks({ items }: ReportedProject): readonly Block[] {
  const rows = items.flatMap((item) =>
    item.contradiction === undefined
      ? []
      : [row([nameOf(item), code(item.contradiction.denies), code(item.contradiction.claims)])],
  );
  if (rows.length === 0) return [];
  return [
    `### ${count(rows.length, "contradiction")}, of which one side is wrong`,
    rowsOf({
      title: "Contradictions",
      header: ["Requirement", "Does not apply by", "Is met by"],
      rows,
    }),
  ];
}

import type { Foundational } from "../../../catalog.ts";
import { isOpen } from "../../../coverage/state.ts";
import type { ItemState } from "../../../coverage.ts";
import { bar, count, PLAIN } from "../../terminal.ts";
import type { ReportedProject } from "../report.ts";
import { groupsOf, type ReportGroup } from "../reportGroups.ts";
import type { ReportedItem } from "../reportItem.ts";
import { wordOf } from "../reportWords.ts";
import type { Block } from "./blocks.ts";
import { place, quiet } from "./quiet.ts";
import { row, rowsOf } from "./rows.ts";

const MARKS: Readonly<Record<ItemState, string>> = {
  verified: "✔",
  implemented: "✓",
  compensated: "⛨",
  partial: "◐",
  planned: "◷",
  missing: "○",
  "not-applicable": "⊘",
};

/** What keeps the project from its target, and what to do about it. */
export function blockersBlocks({ items, target }: ReportedProject): readonly Block[] {
  const open = items.filter((it) => isOpen(it.state));
  if (open.length === 0) return [];
  const what = target === null ? "Open" : "What blocks the target";
  return [
    `### ${what} (${open.length})`,
    rowsOf({
      title: count(open.length, "requirement"),
      header: ["Requirement", "State", "What is said of it", "Next step"],
      rows: open.map((it) =>
        row([
          nameOf(it),
          `${MARKS[it.state]} ${wordOf(it.state)}`,
          saidOf(it),
          quiet(it.next ?? ""),
        ]),
      ),
    }),
  ];
}

/** `**CR 1.5** Authenticator management`. */
export function nameOf({ reference, title }: ReportedItem): string {
  return `**${quiet(reference)}** ${quiet(title ?? "")}`.trimEnd();
}

/** So many sayings of one requirement are shown, the rest is counted. */
const MOST_SAID = 3;

function saidOf({ claims, statements }: ReportedItem): string {
  const said = [
    ...statements
      .slice(0, MOST_SAID)
      .map((it) => withText(`project file: ${wordOf(it.status)}`, it.reason)),
    ...claims
      .slice(0, MOST_SAID)
      .map((it) => withText(`${place(it.path, it.line, it.link)} ${it.relation}`, it.text)),
  ].slice(0, MOST_SAID);
  const left = claims.length + statements.length - said.length;
  return [...said, ...(left > 0 ? [`and ${left} more`] : [])].join("<br>");
}

function withText(what: string, text: string | undefined): string {
  return text === undefined ? what : `${what}: ${quiet(text)}`;
}

/** How much of each foundational requirement is met, as a bar and in numbers. */
export function groupsBlocks(
  project: ReportedProject,
  foundational: readonly Foundational[],
): readonly Block[] {
  const groups = groupsOf(project, foundational);
  if (groups.length === 0) return [];
  return [
    rowsOf({
      title: "By foundational requirement",
      header: ["", "Met", "", "SL-C reached", "Target"],
      rows: groups.map(groupRow),
      fold: "always",
    }),
  ];
}

function groupRow({ name, title, met, applicable, level }: ReportGroup): string {
  const drawn = bar(met, applicable, 16, PLAIN.style);
  return row([
    `**${quiet(name)}** ${quiet(title)}`.trimEnd(),
    `${met} of ${applicable}`,
    drawn === "" ? "" : `\`${drawn}\``,
    level === undefined ? "–" : String(level.reached),
    level?.target === undefined || level.target === null ? "–" : String(level.target),
  ]);
}

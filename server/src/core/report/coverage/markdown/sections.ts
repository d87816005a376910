import type { Foundational } from "../../../catalog.ts";
import { isOpen } from "../../../coverage/state.ts";
import type { ItemState } from "../../../coverage.ts";
import { row } from "../../markdown.ts";
import { bar, count, PLAIN } from "../../terminal.ts";
import type { ReportedProject } from "../report.ts";
import { groupsOf, type ReportGroup } from "../reportGroups.ts";
import type { ReportedItem } from "../reportItem.ts";
import { isSpokenOf, wordOf } from "../reportWords.ts";
import type { Block } from "./blocks.ts";
import { place, quiet } from "./quiet.ts";
import { rowsOf } from "./rows.ts";

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
  const [said, silent] = [open.filter(isSpokenOf), open.filter((it) => !isSpokenOf(it))];
  return [`### ${what} (${open.length})`, ...saidBlocks(said), ...silentBlocks(silent)];
}

function saidBlocks(items: readonly ReportedItem[]): readonly Block[] {
  if (items.length === 0) return [];
  const rows = items.map((it) => row([nameOf(it), stateOf(it), saidOf(it), quiet(it.next ?? "")]));
  const title = `${count(rows.length, "requirement")} of which something is said`;
  return [
    rowsOf({ title, header: ["Requirement", "State", "What is said of it", "Next step"], rows }),
  ];
}

function silentBlocks(items: readonly ReportedItem[]): readonly Block[] {
  if (items.length === 0) return [];
  const rows = items.map((it) => row([nameOf(it), stateOf(it), quiet(it.next ?? "")]));
  const title = `${count(rows.length, "requirement")} of which nothing is said`;
  return [rowsOf({ title, header: ["Requirement", "State", "Next step"], rows })];
}

function stateOf({ state }: ReportedItem): string {
  return `${MARKS[state]} ${wordOf(state)}`;
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

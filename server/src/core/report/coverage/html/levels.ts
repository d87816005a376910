import type { ReportedCell } from "../report.ts";
import type { ReportGroup } from "../reportGroups.ts";
import { type Html, html, type Part } from "./html.ts";
import { mark, shareHtml } from "./marks.ts";
import { heading, type ProjectView, table } from "./view.ts";

/** How much each foundational requirement has met, and at which level. */
export function* levelsHtml({ groups, anchors, depth }: ProjectView): Iterable<Html> {
  if (groups.length === 0) return;
  yield heading(depth, anchors.ofSection("levels"), "Security levels by foundational requirement");
  yield table(
    {
      name: "Met of applicable requirements, and the SL-C reached; an outlined level is the target",
      className: "levels",
      columns: ["Belongs to", "Met", "SL 1", "SL 2", "SL 3", "SL 4", "Reached", "Target"],
    },
    groups.map((it) => rowOf(it, anchors.ofSection(it.name))),
  );
}

function rowOf(group: ReportGroup, anchor: string): readonly Part[] {
  const { name, title, met, applicable, level, items } = group;
  const isListed = items.some((it) => it.state !== "not-applicable");
  return [
    [
      isListed ? html`<a href="#${anchor}">${name}</a> ` : html`${name} `,
      html`<span>${title}</span>`,
    ],
    shareHtml(met, applicable),
    ...[0, 1, 2, 3].map((at) => cellHtml(level?.cells[at], level?.target)),
    level === undefined ? "–" : level.reached,
    level?.target ?? "–",
  ];
}

function cellHtml(cell: ReportedCell | undefined, target: number | null | undefined): Part {
  if (cell === undefined || cell.applicable === 0) return "–";
  const { met, applicable, level } = cell;
  const shape = mark(met === applicable ? "verified" : met === 0 ? "missing" : "partial");
  const aim = level === target ? html` is-target` : undefined;
  return html`<span class="cell${aim}">${shape}<span>${met} of ${applicable}</span></span>`;
}

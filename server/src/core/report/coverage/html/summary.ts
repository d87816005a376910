import { nameOfPart } from "../../../reference.ts";
import { problemSentences } from "../../problems.ts";
import type { ReportedProject } from "../report.ts";
import { countIn, percentOf, STATES_BY_WORK, verdictOf, wordOf } from "../reportWords.ts";
import { type Html, html, joined, type Part } from "./html.ts";
import { bar, mark } from "./marks.ts";
import type { ProjectView } from "./view.ts";

/** What a reader wants to know first: is the target reached, and how much is met and verified. */
export function* summaryHtml({ project }: ProjectView): Iterable<Html> {
  const { totals, problems } = project;
  const { met, verified, applicable } = totals;
  yield html`<p class="verdict">${verdictOf(project)}</p>
${
  problems === 0
    ? undefined
    : html`<p class="note">${problemSentences(problems).join(" ")}</p>
`
}<ul class="figures">
${levelFigure(project)}${shareFigure("met", met, applicable)}${shareFigure("verified by a test", verified, applicable)}</ul>
<ul class="counts">
${STATES_BY_WORK.map(
  (it) => html`<li>${mark(it)}<b>${countIn(totals, it)}</b> ${wordOf(it)}</li>
`,
)}</ul>
`;
}

function levelFigure({ levels, reached, target }: ReportedProject): Part {
  if (levels.length === 0) return undefined;
  const aimed =
    target === null
      ? "no target is set"
      : `target ${typeof target === "number" ? levelsOf(target) : "by FR"}`;
  return html`<li><span class="number">SL-C ${reached}</span> <span>reached</span> <span class="quiet">${aimed}</span></li>
`;
}

function shareFigure(what: string, part: number, whole: number): Html {
  return html`<li><span class="number">${part} <small>of ${whole}</small></span> <span>${what}</span> ${bar(part, whole)} <span class="quiet">${percentOf(part, whole)}</span></li>
`;
}

/** What the product is measured by. */
export function factsHtml(
  { parts, components, path }: ReportedProject,
  more: Part = undefined,
): Html {
  return html`<dl class="facts">
${fact("Measured by", joined(parts.map(nameOfPart), html`, `))}${fact("Component", joined(components.map(wordOf), html`, `))}${path === "." ? undefined : fact("Folder", html`<code>${path}</code>`)}${more}</dl>
`;
}

/** What is aimed at. */
export function targetFact({ target }: ReportedProject): Html {
  return fact("Target", target === null ? "none: every level is counted" : levelsOf(target));
}

/** `SL-C 2`, or `FR 1: SL-C 3, FR 2: SL-C 2`. */
function levelsOf(target: NonNullable<ReportedProject["target"]>): string {
  if (typeof target === "number") return `SL-C ${target}`;
  const each = Object.entries(target).map(([fr, level]) => `${fr}: SL-C ${level}`);
  return each.join(", ");
}

/** A line of the facts. */
export function fact(name: string, value: Part): Html {
  return html`<div><dt>${name}</dt><dd>${value}</dd></div>
`;
}

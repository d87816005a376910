import type { Foundational } from "../../catalog.ts";
import { nameOfPart } from "../../reference.ts";
import { problemSentences } from "../problems.ts";
import { bar, pad, type Screen, type Style, safe } from "../terminal.ts";
import type { ReportedProject, ReportResult } from "./report.ts";
import { blockersText, nextLevelText } from "./reportBlockers.ts";
import { reachedOf, reachedText } from "./reportLevels.ts";
import { contradictionsText, expiredText, notApplicableText } from "./reportReasons.ts";
import { percentOf } from "./reportWords.ts";

/** What stands above, in and below the bars, one project after the other. */
export function reportText(
  { projects }: ReportResult,
  foundational: readonly Foundational[],
  screen: Screen,
): string {
  return projects
    .map((project) => {
      const blocks = [
        headline(project, screen.style),
        reachedText(project, foundational, screen.style),
        blockersText(project, screen),
        nextLevelText(project, screen),
        notApplicableText(project, screen),
        expiredText(project, screen),
        contradictionsText(project, screen),
      ];
      return `${blocks.filter((it) => it !== "").join("\n\n")}\n`;
    })
    .join("\n\n");
}

function headline(project: ReportedProject, style: Style): string {
  const { product, path, parts, components, totals, target, reached, levels, problems } = project;
  const { applicable, met, verified, notApplicable } = totals;
  const where = path === "." ? "" : ` in ${safe(path)}`;
  const left =
    notApplicable === 0 ? [] : [`  ${notApplicable} not applicable, left out of both counts`];
  return [
    style.bold(safe(product)) + style.dim(where),
    `${parts.map((it) => safe(nameOfPart(it))).join(", ")}, ${aim(project)}`,
    `${components.join(", ")}`,
    ...problemSentences(problems).map(style.yellow),
    "",
    // A part that knows no levels has none to reach.
    ...(levels.length === 0
      ? []
      : [`  Reached   ${reachedOf(reached, typeof target === "number" ? target : null, style)}`]),
    `  Met       ${share(met, applicable, style)}`,
    `  Verified  ${share(verified, applicable, style)}`,
    ...left,
  ].join("\n");
}

/** `target SL-C 2`, or the vector. */
export function aim({ target }: Pick<ReportedProject, "target">): string {
  if (target === null) return "no target: requirements of every level are counted";
  if (typeof target === "number") return `target SL-C ${target}`;
  const vector = Object.entries(target).map(([fr, level]) => `${fr}: ${level}`);
  return `target SL-C { ${vector.join(", ")} }`;
}

function share(part: number, whole: number, style: Style): string {
  const numbers = `${part} of ${whole}`;
  return `${pad(numbers, 11)}  ${percentOf(part, whole).padStart(5)}  ${bar(part, whole, 24, style)}`.trimEnd();
}

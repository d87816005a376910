import { nameOfPart } from "../../../reference.ts";
import { problemSentences } from "../../problems.ts";
import type { ReportedProject } from "../report.ts";
import { aim } from "../reportText.ts";
import { levelInWords, percentOf, verdictOf, wordOf } from "../reportWords.ts";
import { code, quiet } from "./quiet.ts";

/** `PLC 300: SL-C 1 reached, target 2 · 62 of 64 met · 13 of 64 verified`. */
export function headline(project: ReportedProject): string {
  const { met, verified, applicable } = project.totals;
  const level = levelInWords(project);
  const numbers = [
    ...(level === "" ? [] : [level]),
    `${met} of ${applicable} met`,
    `${verified} of ${applicable} verified`,
  ];
  return `${quiet(project.product)}: ${numbers.join(" · ")}`;
}

/** The verdict in words, then what the numbers are about. */
export function lead(project: ReportedProject): string {
  const { problems } = project;
  return [
    `**${verdictOf(project)}** ${shares(project)}`.trimEnd(),
    about(project),
    ...problemSentences(problems).map((it) => `⚠ ${it}`),
  ].join("\n\n");
}

function shares({ totals }: ReportedProject): string {
  const { met, verified, applicable, notApplicable } = totals;
  if (applicable === 0) return "";
  const left = notApplicable === 0 ? "" : `; ${notApplicable} not applicable, left out of both`;
  return `${percentOf(met, applicable)} met, ${percentOf(verified, applicable)} verified by a test${left}.`;
}

function about(project: ReportedProject): string {
  const { path, parts, components } = project;
  return [
    quiet(parts.map(nameOfPart).join(", ")),
    components.map((it) => quiet(wordOf(it))).join(", "),
    aim(project),
    ...(path === "." ? [] : [code(path)]),
  ].join(" · ");
}

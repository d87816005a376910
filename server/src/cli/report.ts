import type { ReportedProject } from "../core/report/coverage/report.ts";
import { linked } from "../core/report/difference.ts";
import { writeReport } from "../reports/reports.ts";
import { asTable } from "./asTable.ts";
import { holdBaseline } from "./baseline.ts";
import { linksOf } from "./links.ts";
import { isRefusal, type Outcome, refused } from "./outcome.ts";
import { readCode } from "./readCode.ts";
import type { ReportRequest } from "./request.ts";
import type { World } from "./world.ts";

/** The coverage of each project; exit status 1 when one of them is below a gate. */
export async function runReport(world: World, request: ReportRequest): Promise<Outcome> {
  if (request.format === "xlsx" && Number.isFinite(world.screen.width)) return refused(NO_TEXT);
  const code = await readCode(world, request);
  if (isRefusal(code)) return refused(code.refusal);
  const held = holdBaseline(world, code, request);
  if (isRefusal(held)) return refused(held.refusal);
  const links = linksOf(code, request);
  if (isRefusal(links)) return refused(links.refusal);
  const { messages } = code;
  const { difference } = held;
  const { projects, output } = writeReport(request.format, {
    ...code,
    ...links,
    ...(difference && { difference: linked(difference, links.linkTo) }),
    screen: world.screen,
  });
  const failures = projects.flatMap((it) => failuresOf(it, request));
  return {
    exitCode: failures.length > 0 || held.fails ? 1 : 0,
    output: asTable(output, request),
    messages: [...messages, ...held.messages],
    errors: [...failures, ...held.errors],
  };
}

const NO_TEXT = "A workbook is no text for a terminal. Name a file with --output report.xlsx.";

function failuresOf(
  { product, totals }: ReportedProject,
  { minMet, minVerified }: ReportRequest,
): readonly string[] {
  const gates = [
    { number: totals.met, what: "met", option: "--min-met", percent: minMet },
    { number: totals.verified, what: "verified", option: "--min-verified", percent: minVerified },
  ];
  return gates.flatMap(({ number, what, option, percent }) => {
    if (percent === undefined) return [];
    const { applicable } = totals;
    // A percentage of nothing would hold whatever the code says.
    if (applicable === 0 && percent > 0) {
      return [
        `${product}: no requirement applies, so there is nothing of which ${option} could ask ${percent} %. Look at component, parts and target in its project file.`,
      ];
    }
    if (number * 100 >= percent * applicable) return [];
    return [
      `${product}: ${number} of ${applicable} requirements and enhancements are ${what}, less than the ${percent} % of ${option}.`,
    ];
  });
}

import { type ReportedProject, reportOf } from "../core/report/coverage/report.ts";
import type { ListedClaim } from "../core/report/list/list.ts";
import { LIST_TABLE } from "../core/report/list/listTable.ts";
import { csvOf } from "./csv.ts";
import type { ReportFormat } from "./formats.ts";
import { onlyProject } from "./onlyProject.ts";
import type { Output } from "./output.ts";
import type { ReportSource } from "./source.ts";
import { WRITERS } from "./writers.ts";

// These functions are loaded when one is called first, with a copy of core of their own (apart.mjs): what comes in is
// asked by its methods alone, and no constant of core goes in or out to be compared with itself.

/** A report, and what it says of each project. */
export interface Report {
  readonly projects: readonly ReportedProject[];
  readonly output: Output;
}

/** The report of every project of a snapshot. */
export function writeReport(format: ReportFormat, source: ReportSource): Report {
  const { snapshot, revision, difference } = source;
  const result = {
    ...reportOf(snapshot, source),
    ...(revision !== undefined && { revision }),
    ...(difference !== undefined && { difference }),
  };
  return { projects: result.projects, output: WRITERS[format](result, source) };
}

/** The report of one project, by its uri: as if nothing else were there. */
export function writeReportOf(root: string, format: ReportFormat, source: ReportSource): Output {
  return writeReport(format, { ...source, snapshot: onlyProject(source.snapshot, root) }).output;
}

/** The claims of a list as CSV, in pieces. */
export function listCsv(annotations: readonly ListedClaim[]): Iterable<string> {
  return csvOf(LIST_TABLE, annotations);
}

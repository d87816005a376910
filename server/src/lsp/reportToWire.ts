import type { Project } from "../core/project.ts";
import { PLAIN } from "../core/report/terminal.ts";
import { projectOf } from "../core/snapshot.ts";
import type { Report, ReportParams, ReportProblem } from "../protocol/report.ts";
import { isReportFormat, REPORT_FORMATS, type ReportFormat } from "../reports/formats.ts";
import type { Output } from "../reports/output.ts";
import { writeReportOf } from "../reports/reports.ts";
import type { Workspace } from "../workspace/workspace.ts";

/** What a client is to write as the report of a project; null where project or format are none. */
export function reportOnWire(
  workspace: Workspace,
  { format, project: root }: ReportParams,
  { indexing }: { readonly indexing: boolean },
): Report | ReportProblem | null {
  const project = workspace.snapshot.projects.find((it) => it.root === root);
  if (project === undefined || !isReportFormat(format)) return null;
  // Half of the claims would be told as all of them.
  if (indexing) return { problem: "Files are still being read. Try again when that is over." };
  return reportOfProject(workspace, project, format);
}

function reportOfProject(workspace: Workspace, { root }: Project, format: ReportFormat): Report {
  const { snapshot } = workspace;
  const source = { snapshot, base: root, top: workspace.topOf(root), screen: PLAIN };
  return {
    fileName: REPORT_FORMATS[format],
    unsaved: workspace.unsaved.filter((it) => projectOf(snapshot, it).root === root),
    ...onWire(writeReportOf(root, format, source)),
  };
}

function onWire(output: Output): { readonly text: string } | { readonly base64: string } {
  if (output instanceof Uint8Array) return { base64: Buffer.from(output).toString("base64") };
  return { text: typeof output === "string" ? output : [...output].join("") };
}

import * as vscode from "vscode";
import type { WireProject } from "../../server/src/protocol/coverage.ts";
import type { Report, ReportParams } from "../../server/src/protocol/report.ts";
import type { CoverageNode } from "./coverageNode.ts";
import type { CoverageSource } from "./coverageSource.ts";
import { t } from "./l10n.ts";
import { lastSegment } from "./paths.ts";
import { complain } from "./projectEdit.ts";
import { pickProject, projectNamed } from "./projectPick.ts";
import { type OfferedFormat, offeredFormats } from "./reportFormats.ts";
import type { Server } from "./server.ts";
import { askAboutUnsaved, namesOf, unsavedOf } from "./unsavedEvidence.ts";

/** Asks for the product, where none is named and there are several, for a format and a file, and writes the report. */
export async function exportReport(
  server: Server,
  { status }: CoverageSource,
  named?: CoverageNode | string,
): Promise<void> {
  if (status.kind !== "known") {
    complain(t("A report can be made when the language server runs."));
    return;
  }
  const { coverage } = status;
  const project =
    projectNamed(coverage, named) ?? (await pickProject(coverage, t("Export Report")));
  const format = project && (await pickFormat(project));
  if (project === undefined || format === undefined) return;
  const made = await madeReport(server, { format: format.format, project: project.uri });
  const uri = made && (await pickPlace(project, format, made.report));
  if (made === undefined || uri === undefined || !(await write(uri, made.report))) return;
  await tellWritten(uri, format, made.unsaved);
}

async function pickFormat({ product }: WireProject): Promise<OfferedFormat | undefined> {
  return vscode.window.showQuickPick(offeredFormats(), {
    title: t("Export Report"),
    placeHolder: t("In which format shall the report of {0} be?", product),
    matchOnDetail: true,
  });
}

interface Made {
  readonly report: Report;
  /** The names of files that it tells of as they are in the editor alone. */
  readonly unsaved?: string;
}

/** The report, after what it tells of was saved or the person wants it as it is. */
async function madeReport(server: Server, params: ReportParams): Promise<Made | undefined> {
  const report = await askedReport(server, params);
  const unsaved = report === undefined ? [] : unsavedOf(params.project, report.unsaved);
  if (report === undefined || unsaved.length === 0) return report && { report };
  const answer = await askAboutUnsaved(unsaved);
  if (answer === "kept") return { report, unsaved: namesOf(unsaved) };
  const again = answer && (await askedReport(server, params));
  return again && { report: again };
}

async function askedReport(server: Server, params: ReportParams): Promise<Report | undefined> {
  const report = await server.ask("iec62443/report", params);
  if (report !== undefined && report !== null && !("problem" in report)) return report;
  const why =
    report?.problem ??
    t(
      "The language server has no coverage of this project. Run “IEC 62443: Re-index” and try again.",
    );
  void vscode.window.showWarningMessage(t("The report was not written. {0}", why));
  return undefined;
}

/** Beside the project file, unless the person chooses another place. */
async function pickPlace(
  { uri, file }: WireProject,
  { label, extension }: OfferedFormat,
  { fileName }: Report,
): Promise<vscode.Uri | undefined> {
  const folder =
    file === undefined
      ? vscode.Uri.parse(uri, true)
      : vscode.Uri.joinPath(vscode.Uri.parse(file, true), "..");
  return vscode.window.showSaveDialog({
    title: t("Export Report"),
    saveLabel: t("Export"),
    defaultUri: vscode.Uri.joinPath(folder, fileName),
    filters: { [label]: [extension] },
  });
}

async function write(uri: vscode.Uri, report: Report): Promise<boolean> {
  const bytes =
    "text" in report ? new TextEncoder().encode(report.text) : Buffer.from(report.base64, "base64");
  try {
    await vscode.workspace.fs.writeFile(uri, bytes);
    return true;
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    complain(t("{0} could not be written: {1}", lastSegment(uri.path), why));
    return false;
  }
}

async function tellWritten(
  uri: vscode.Uri,
  { isForOthers }: OfferedFormat,
  unsaved: string | undefined,
): Promise<void> {
  const name = lastSegment(uri.path);
  const open = t("Open");
  const picked = await vscode.window.showInformationMessage(
    unsaved === undefined
      ? t("{0} was written.", name)
      : t("{0} was written. It tells of changes that are not saved, in {1}.", name, unsaved),
    open,
  );
  if (picked !== open) return;
  if (isForOthers && isOnThisMachine(uri)) await vscode.env.openExternal(uri);
  else await vscode.commands.executeCommand("vscode.open", uri);
}

/** A browser or Excel finds no file that is on another machine. */
function isOnThisMachine({ scheme }: vscode.Uri): boolean {
  const { remoteName, uiKind } = vscode.env;
  return scheme === "file" && remoteName === undefined && uiKind === vscode.UIKind.Desktop;
}

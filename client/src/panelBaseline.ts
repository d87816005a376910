import * as vscode from "vscode";
import { spokenProjects } from "./coverageNodes.ts";
import type { CoverageSource } from "./coverageSource.ts";
import { fileName } from "./panelWords.ts";
import { projectNames } from "./projectNames.ts";
import type { Server } from "./server.ts";

interface BaselineContext {
  readonly server: Server;
  readonly source: CoverageSource;
}

/** Writes the baseline of a project, given by its uri; where none is given and there are several, asks which. */
export async function writeBaseline(context: BaselineContext, given: unknown): Promise<void> {
  const project = typeof given === "string" ? given : await pickProject(context.source);
  if (project === undefined) return;
  const baseline = await context.server.ask("iec62443/baselineText", { project });
  if (baseline === undefined || baseline === null || "problem" in baseline) {
    const why =
      baseline?.problem ??
      "The language server has no coverage of this project. Run “IEC 62443: Re-index” and try again.";
    void vscode.window.showWarningMessage(`The baseline was not written. ${why}`);
    return;
  }
  const uri = vscode.Uri.parse(baseline.uri, true);
  try {
    await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(baseline.text));
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    void vscode.window.showErrorMessage(`${fileName(baseline.uri)} could not be written: ${why}`);
    return;
  }
  await tellWritten(uri, fileName(baseline.uri));
}

async function tellWritten(uri: vscode.Uri, name: string): Promise<void> {
  const open = "Open";
  const picked = await vscode.window.showInformationMessage(
    `${name} was written. Commit it: from now on the panel shows what was lost and gained since.`,
    open,
  );
  if (picked === open) await vscode.commands.executeCommand("vscode.open", uri);
}

async function pickProject({ status }: CoverageSource): Promise<string | undefined> {
  if (status.kind !== "known") return undefined;
  const projects = spokenProjects(status.coverage);
  if (projects.length < 2) return projects[0]?.uri;
  const names = projectNames(projects);
  const rows = projects.map(({ uri, product, totals }) => ({
    label: names.get(uri) ?? product,
    description: `${totals.met} of ${totals.applicable} met`,
    uri,
  }));
  const title = "Write Baseline";
  return (await vscode.window.showQuickPick(rows, { title, placeHolder: "Of which project?" }))
    ?.uri;
}

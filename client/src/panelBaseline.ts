import * as vscode from "vscode";
import type { CoverageSource } from "./coverageSource.ts";
import { t } from "./l10n.ts";
import { fileName } from "./panelWords.ts";
import { pickProject } from "./projectPick.ts";
import type { Server } from "./server.ts";

interface BaselineContext {
  readonly server: Server;
  readonly source: CoverageSource;
}

/** Writes the baseline of a project, given by its uri; where none is given and there are several, asks which. */
export async function writeBaseline(context: BaselineContext, given: unknown): Promise<void> {
  const project = typeof given === "string" ? given : await askedProject(context.source);
  if (project === undefined) return;
  const baseline = await context.server.ask("iec62443/baselineText", { project });
  if (baseline === undefined || baseline === null || "problem" in baseline) {
    const why =
      baseline?.problem ??
      t(
        "The language server has no coverage of this project. Run “IEC 62443: Re-index” and try again.",
      );
    void vscode.window.showWarningMessage(t("The baseline was not written. {0}", why));
    return;
  }
  const uri = vscode.Uri.parse(baseline.uri, true);
  // The panel's button says that it writes anew; the palette's command does not.
  if (typeof given !== "string" && !(await mayReplace(uri, fileName(baseline.uri)))) return;
  try {
    await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(baseline.text));
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    void vscode.window.showErrorMessage(
      t("{0} could not be written: {1}", fileName(baseline.uri), why),
    );
    return;
  }
  await tellWritten(uri, fileName(baseline.uri));
}

/** What was lost since the baseline that is there is told no more once it is written anew. */
async function mayReplace(uri: vscode.Uri, name: string): Promise<boolean> {
  const isThere = await vscode.workspace.fs.stat(uri).then(
    () => true,
    () => false,
  );
  if (!isThere) return true;
  const detail = t("What was lost or fell since then is no longer shown.");
  const anew = t("Write Anew");
  const options = { modal: true, detail };
  return (
    (await vscode.window.showWarningMessage(t("Write {0} anew?", name), options, anew)) === anew
  );
}

async function tellWritten(uri: vscode.Uri, name: string): Promise<void> {
  const open = t("Open");
  const picked = await vscode.window.showInformationMessage(
    t(
      "{0} was written. Commit it: from now on the panel shows what was lost and gained since.",
      name,
    ),
    open,
  );
  if (picked === open) await vscode.commands.executeCommand("vscode.open", uri);
}

async function askedProject({ status }: CoverageSource): Promise<string | undefined> {
  if (status.kind !== "known") return undefined;
  return (await pickProject(status.coverage, t("Write Baseline")))?.uri;
}

import * as vscode from "vscode";
import type { WireProject } from "../../server/src/protocol/coverage.ts";
import type { CoverageNode } from "./coverageNode.ts";
import type { CoverageSource } from "./coverageSource.ts";
import { t } from "./l10n.ts";
import { createProjectFile } from "./newProjectFile.ts";
import { complain, editProjectFile } from "./projectEdit.ts";
import { pickProject, projectNamed } from "./projectPick.ts";
import type { Server } from "./server.ts";
import { levelOf, levelWords, targetPlaceholder } from "./targetLevels.ts";

/** Asks for the level, and for the project where none is named, and writes it where the project keeps it. */
export async function setTarget(
  server: Server,
  { status }: CoverageSource,
  named?: CoverageNode | string,
): Promise<void> {
  if (status.kind !== "known") {
    complain(t("The target can be set when the language server runs."));
    return;
  }
  const { coverage } = status;
  const project =
    projectNamed(coverage, named) ?? (await pickProject(coverage, t("Set Target Level")));
  const target = project && (await pickLevel(project));
  if (project === undefined || target === undefined) return;
  if (project.file !== undefined) {
    await editProjectFile(server, { kind: "target", project: project.uri, target });
    return;
  }
  const place = await pickPlace(project);
  if (place === "file") await createProjectFile(server, { folder: project.uri, target });
  if (place === "settings") await writeSetting(project, target);
}

async function pickLevel({ target }: WireProject): Promise<number | undefined> {
  const levels = levelWords().map(({ level, words }) => ({
    label: `SL ${level}`,
    detail: words,
    level,
    ...(level === levelOf(target) && { description: t("current") }),
  }));
  const picked = await vscode.window.showQuickPick(levels, {
    title: t("Set Target Level"),
    placeHolder: targetPlaceholder(target),
  });
  return picked?.level;
}

async function pickPlace({ product }: WireProject): Promise<"file" | "settings" | undefined> {
  const places = [
    {
      place: "file",
      label: t("Create a Project File…"),
      detail: t("iec62443.yaml: it goes with the code, and the command line reads it as well"),
    },
    {
      place: "settings",
      label: t("Set It for This Workspace"),
      detail: t("The setting iec62443.target: for this editor alone"),
    },
  ] as const;
  const picked = await vscode.window.showQuickPick(places, {
    title: t("Set Target Level"),
    placeHolder: t("{0} has no project file: where shall the target stand?", product),
  });
  return picked?.place;
}

/** With several folders each has a target of its own. */
async function writeSetting({ uri }: WireProject, level: number): Promise<void> {
  const { Workspace, WorkspaceFolder } = vscode.ConfigurationTarget;
  const isOneOfMany = (vscode.workspace.workspaceFolders?.length ?? 0) > 1;
  await vscode.workspace
    .getConfiguration("iec62443", vscode.Uri.parse(uri))
    .update("target", level, isOneOfMany ? WorkspaceFolder : Workspace);
}

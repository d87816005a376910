import * as vscode from "vscode";
import type { CoverageResult, WireItem, WireProject } from "../../server/src/protocol/coverage.ts";
import type { Entry } from "./coverageFilter.ts";
import type { CoverageNode } from "./coverageNode.ts";
import { spokenProjects } from "./coverageNodes.ts";
import { t } from "./l10n.ts";
import { projectNames } from "./projectNames.ts";
import { STATE_LOOKS } from "./states.ts";

/** The project that a caller named: the panel by its uri, the tree by a row. */
export function projectNamed(
  { projects }: CoverageResult,
  named: CoverageNode | string | undefined,
): WireProject | undefined {
  if (typeof named === "object") return named.kind === "project" ? named.project : undefined;
  return projects.find(({ uri }) => uri === named);
}

/** Asks for a project where there are several. */
export async function pickProject(
  coverage: CoverageResult,
  title: string,
): Promise<WireProject | undefined> {
  const spoken = spokenProjects(coverage);
  const projects = spoken.length === 0 ? coverage.projects : spoken;
  if (projects.length <= 1) return projects[0];
  const names = projectNames(projects);
  const rows = projects.map((project) => ({
    label: names.get(project.uri) ?? project.product,
    description: project.target ?? t("no target"),
    project,
  }));
  const picked = await vscode.window.showQuickPick(rows, {
    title,
    placeHolder: t("Of which product?"),
  });
  return picked?.project;
}

/** Asks for an item, of one project where there are several. */
export async function pickEntry(
  coverage: CoverageResult,
  title: string,
): Promise<Entry | undefined> {
  const project = await pickProject(coverage, title);
  if (project === undefined) return undefined;
  const picked = await vscode.window.showQuickPick(project.items.map(itemRow), {
    title,
    placeHolder: t("Type an id or words of a title"),
    matchOnDescription: true,
  });
  return picked && { project: project.uri, item: picked.item };
}

function itemRow(item: WireItem): vscode.QuickPickItem & { readonly item: WireItem } {
  const { word, icon } = STATE_LOOKS[item.state];
  const description = [item.title, word].filter((it) => it !== undefined).join(" · ");
  return { label: item.reference, description, iconPath: new vscode.ThemeIcon(icon), item };
}

import * as vscode from "vscode";
import type { CoverageResult } from "../../server/src/protocol/coverage.ts";
import { STATE_LOOKS } from "./states.ts";

interface PageItem extends vscode.QuickPickItem {
  readonly page: string;
}

/** Asks for a requirement or enhancement; the answer is the uri of its page. */
export async function pickRequirement(coverage: CoverageResult): Promise<string | undefined> {
  const picked = await vscode.window.showQuickPick(pageItems(coverage), {
    title: "Show Requirement",
    placeHolder: "Type an id or words of a title",
    matchOnDescription: true,
  });
  return picked?.page;
}

/** One row for each item; in a workspace of several products the first one's state is shown. */
function pageItems({ projects }: CoverageResult): PageItem[] {
  const rows = new Map<string, PageItem>();
  for (const { reference, part, title, state, page } of projects.flatMap(({ items }) => items)) {
    const key = `${part} ${reference}`;
    if (page === undefined || rows.has(key)) continue;
    const { word, icon } = STATE_LOOKS[state];
    const description = [title, word].filter((it) => it !== undefined).join(" · ");
    rows.set(key, { label: reference, description, iconPath: new vscode.ThemeIcon(icon), page });
  }
  return [...rows.values()];
}

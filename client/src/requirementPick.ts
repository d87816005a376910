import * as vscode from "vscode";
import type { ListedRequirement } from "../../server/src/protocol/requirementPage.ts";
import { t } from "./l10n.ts";
import { STATE_LOOKS } from "./states.ts";

interface PageItem extends vscode.QuickPickItem {
  readonly page?: string;
}

/** Asks for a requirement of the series or of a catalog of one's own; the answer is the uri of its page. */
export async function pickRequirement(
  requirements: readonly ListedRequirement[],
): Promise<string | undefined> {
  const picked = await vscode.window.showQuickPick(pageItems(requirements), {
    title: t("Show Requirement"),
    placeHolder: t("Type an id, words of a title, or what it is about"),
    matchOnDescription: true,
  });
  return picked?.page;
}

/** The rows by document, in the order of the server: what the workspace asks for comes first. */
function pageItems(requirements: readonly ListedRequirement[]): PageItem[] {
  const hasStates = requirements.some(({ state }) => state !== undefined);
  let document = "";
  return requirements.flatMap((it) => {
    const isNext = it.document !== document;
    document = it.document;
    const separator = { label: document, kind: vscode.QuickPickItemKind.Separator };
    const row = pageItem(it, hasStates);
    return isNext ? [separator, row] : [row];
  });
}

/**
 * Where some have the shape of a state, the ids of the others stand below theirs. What nothing is said of
 * names its document: separators are gone while one types, and two editions look alike.
 */
function pageItem(
  { id, title, document, page, words, state }: ListedRequirement,
  isIndented: boolean,
): PageItem {
  const look = state === undefined ? undefined : STATE_LOOKS[state];
  const known = [title ?? t("title not known"), look?.word ?? document, words];
  return {
    label: id,
    description: known.filter((it) => it !== undefined && it !== "").join(" · "),
    ...(isIndented && { iconPath: new vscode.ThemeIcon(look?.icon ?? "blank") }),
    page,
  };
}

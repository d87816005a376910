import * as vscode from "vscode";
import { GROUPING_WORDS, GROUPINGS, type Grouping } from "./grouping.ts";
import { t } from "./l10n.ts";

interface GroupingItem extends vscode.QuickPickItem {
  readonly grouping: Grouping;
}

/** Asks what the rows are to stand under; the present grouping is marked. */
export async function pickGrouping(current: Grouping): Promise<Grouping | undefined> {
  const items = GROUPINGS.map((grouping): GroupingItem => {
    const { label, detail } = GROUPING_WORDS[grouping];
    return { grouping, label, detail, ...(grouping === current && { description: t("current") }) };
  });
  const picked = await vscode.window.showQuickPick(items, {
    title: t("Group Coverage By"),
    placeHolder: t("Grouped {0}", GROUPING_WORDS[current].short),
  });
  return picked?.grouping;
}

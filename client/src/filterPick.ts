import * as vscode from "vscode";
import {
  type CoverageFilter,
  type OpenWord,
  SHOWN,
  type Shown,
  shownWord,
} from "./coverageFilter.ts";
import { Disposables } from "./disposables.ts";
import { t } from "./l10n.ts";
import { capital, STATE_LOOKS } from "./states.ts";

interface ShownItem extends vscode.QuickPickItem {
  readonly shown: Shown;
}

/** Asks which rows to show: those that are any of what is ticked and hold the words that are typed. */
export function pickFilter(
  current: CoverageFilter,
  openWord: OpenWord,
): Promise<CoverageFilter | undefined> {
  const owned = new Disposables();
  const pick = owned.add(vscode.window.createQuickPick<ShownItem>());
  pick.title = t("Filter Coverage");
  pick.placeholder = t("Words of an id, title, file or owner; tick what to show");
  pick.canSelectMany = true;
  pick.items = SHOWN.map((shown) => shownItem(shown, openWord));
  pick.selectedItems = pick.items.filter(({ shown }) => current.show.includes(shown));
  pick.value = current.text;
  pick.show();
  return new Promise<CoverageFilter | undefined>((resolve) => {
    owned.add(
      pick.onDidAccept(() => {
        const show = pick.selectedItems.map(({ shown }) => shown);
        // Everything ticked is nothing left out.
        resolve({ show: show.length === SHOWN.length ? [] : show, text: pick.value.trim() });
        pick.hide();
      }),
    );
    owned.add(pick.onDidHide(() => resolve(undefined)));
  }).finally(() => owned.dispose());
}

/** Typing narrows the tree down, not the states. */
function shownItem(shown: Shown, openWord: OpenWord): ShownItem {
  const label = capital(shownWord(shown, openWord));
  if (shown === "open") {
    const description = t("missing, partial or planned");
    return { shown, label, description, iconPath: new vscode.ThemeIcon("error"), alwaysShow: true };
  }
  if (shown === "contradicted") {
    const description = t("said to be not applicable, and claimed by code");
    const iconPath = new vscode.ThemeIcon("git-compare");
    return { shown, label, description, iconPath, alwaysShow: true };
  }
  const iconPath = new vscode.ThemeIcon(STATE_LOOKS[shown].icon);
  return { shown, label, iconPath, alwaysShow: true };
}

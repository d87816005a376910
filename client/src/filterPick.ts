import * as vscode from "vscode";
import type { CoverageFilter } from "./coverageFilter.ts";
import { Disposables } from "./disposables.ts";

interface ShowItem extends vscode.QuickPickItem {
  readonly show: CoverageFilter["show"];
}

const ITEMS: readonly ShowItem[] = [
  { show: "all", label: "All", detail: "Every requirement and enhancement that applies" },
  { show: "open", label: "Not met", detail: "Missing, planned and partial" },
  { show: "missing", label: "Missing only", detail: "Nothing in the code claims them" },
].map((it) => ({ ...it, alwaysShow: true }) as ShowItem);

/** Asks which rows to show: the row picked chooses the state, the words typed narrow it down. */
export function pickFilter(current: CoverageFilter): Promise<CoverageFilter | undefined> {
  const owned = new Disposables();
  const pick = owned.add(vscode.window.createQuickPick<ShowItem>());
  pick.title = "Filter Coverage";
  pick.placeholder = "Type words of an id, title, state, file or subject, and pick what to show";
  pick.items = ITEMS;
  pick.value = current.text;
  pick.activeItems = ITEMS.filter(({ show }) => show === current.show);
  pick.show();
  return new Promise<CoverageFilter | undefined>((resolve) => {
    owned.add(
      pick.onDidAccept(() => {
        const show = pick.activeItems[0]?.show ?? current.show;
        resolve({ show, text: pick.value.trim() });
        pick.hide();
      }),
    );
    owned.add(pick.onDidHide(() => resolve(undefined)));
  }).finally(() => owned.dispose());
}

import * as vscode from "vscode";
import { t } from "./l10n.ts";

/**
 * Offers the command in the menu of code actions. Only where a person opens that menu: an action that
 * is always there would light the bulb on every line.
 */
export function insertAction(): vscode.Disposable {
  const action = new vscode.CodeAction(
    t("Insert IEC 62443 annotation…"),
    vscode.CodeActionKind.Refactor,
  );
  action.command = { title: action.title, command: "iec62443.insertAnnotation" };
  return vscode.languages.registerCodeActionsProvider(
    [{ scheme: "file" }, { scheme: "untitled" }],
    {
      provideCodeActions: (_document, _range, { triggerKind, only }) => {
        const isAsked = triggerKind === vscode.CodeActionTriggerKind.Invoke;
        const fits = only === undefined || only.contains(vscode.CodeActionKind.Refactor);
        return isAsked && fits ? [action] : [];
      },
    },
    { providedCodeActionKinds: [vscode.CodeActionKind.Refactor] },
  );
}

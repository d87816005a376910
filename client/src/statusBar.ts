import * as vscode from "vscode";
import type { CoverageSource } from "./coverageSource.ts";
import { Disposables } from "./disposables.ts";
import { t } from "./l10n.ts";
import { markdownText } from "./markdownText.ts";
import { type StatusText, statusText } from "./statusText.ts";

/** The headline in the status bar. It hides while nothing is known of the workspace. */
export class StatusBar implements vscode.Disposable {
  readonly #owned = new Disposables();
  readonly #item: vscode.StatusBarItem;

  constructor(source: CoverageSource) {
    this.#item = this.#owned.add(
      vscode.window.createStatusBarItem("iec62443.headline", vscode.StatusBarAlignment.Left),
    );
    this.#item.name = t("IEC 62443 Coverage");
    this.#item.command = "iec62443.showCoverage";
    this.#owned.add(source.onDidChange(() => this.#update(source)));
    this.#owned.add(vscode.window.onDidChangeActiveTextEditor(() => this.#update(source)));
    this.#update(source);
  }

  dispose(): void {
    this.#owned.dispose();
  }

  #update({ status }: CoverageSource): void {
    const file = vscode.window.activeTextEditor?.document.uri;
    const said = statusText(status, file && String(file));
    if (said === undefined) {
      this.#item.hide();
      return;
    }
    this.#item.text = said.text;
    this.#item.accessibilityInformation = { label: said.accessible };
    this.#item.tooltip = said.rows.length === 0 ? said.accessible : tooltipOf(said);
    this.#item.show();
  }
}

function tooltipOf({ rows, warnings }: StatusText): vscode.MarkdownString {
  const lines = rows.map(({ product, met, verified, missing, reached, target }) =>
    [markdownText(product), met, verified, missing, reached, target].join(" | &nbsp; "),
  );
  const table = [head(), ...lines.map((it) => `| ${it} |`)].join("\n");
  const problems = warnings.map((it) => `$(warning) ${markdownText(it)}.`);
  return new vscode.MarkdownString([table, ...problems].join("\n\n"), true);
}

function head(): string {
  const columns = [
    t("IEC 62443 coverage"),
    t("met"),
    t("verified"),
    t("missing"),
    t("reached"),
    t("target"),
  ];
  return `| ${columns.map(markdownText).join(" | &nbsp; ")} |\n|${":--|".repeat(columns.length)}`;
}

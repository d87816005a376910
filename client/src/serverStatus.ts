import * as vscode from "vscode";
import type { CoverageSource } from "./coverageSource.ts";
import { Disposables } from "./disposables.ts";
import { documentSchemes } from "./documentSchemes.ts";
import { t } from "./l10n.ts";
import type { Server } from "./server.ts";
import { serverStatusText } from "./serverStatusText.ts";

interface Watched {
  readonly server: Server;
  readonly source: CoverageSource;
}

/** How the server is, in the language status of every file that may hold an annotation. */
export class ServerStatus implements vscode.Disposable {
  readonly #owned = new Disposables();
  readonly #item: vscode.LanguageStatusItem;

  constructor(watched: Watched) {
    const selector = documentSchemes().map((scheme) => ({ scheme }));
    this.#item = this.#owned.add(
      vscode.languages.createLanguageStatusItem("iec62443.server", selector),
    );
    this.#item.name = "IEC 62443";
    this.#item.command = { title: t("Show Log"), command: "iec62443.showLog" };
    this.#owned.add(watched.server.onDidChangeState(() => this.#update(watched)));
    this.#owned.add(watched.source.onDidChange(() => this.#update(watched)));
    this.#update(watched);
  }

  dispose(): void {
    this.#owned.dispose();
  }

  #update({ server, source }: Watched): void {
    const { text, detail, isBusy, isFailed } = serverStatusText(server.state, source.status);
    this.#item.text = text;
    this.#item.detail = detail;
    this.#item.busy = isBusy;
    this.#item.severity = isFailed
      ? vscode.LanguageStatusSeverity.Error
      : vscode.LanguageStatusSeverity.Information;
    this.#item.accessibilityInformation = { label: [text, detail].filter(Boolean).join(", ") };
  }
}

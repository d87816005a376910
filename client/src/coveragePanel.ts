import * as vscode from "vscode";
import type { WireItem } from "../../server/src/protocol/coverage.ts";
import type { CoverageSource } from "./coverageSource.ts";
import { Disposables } from "./disposables.ts";
import { panelHtml } from "./panelHtml.ts";
import { type FromPage, readFromPage, type ToPage } from "./panelMessages.ts";
import { panelView } from "./panelView.ts";
import { openPlace } from "./places.ts";
import type { RequirementPages } from "./requirementPages.ts";

const VIEW_TYPE = "iec62443.coveragePanel";

/** The coverage panel: at most one, opened on demand and again after the window is reloaded. */
export class CoveragePanel implements vscode.Disposable {
  readonly #owned = new Disposables();
  readonly #dist: vscode.Uri;
  readonly #source: CoverageSource;
  readonly #pages: RequirementPages;
  #panel: vscode.WebviewPanel | undefined;

  constructor(extension: vscode.Uri, source: CoverageSource, pages: RequirementPages) {
    this.#dist = vscode.Uri.joinPath(extension, "dist");
    this.#source = source;
    this.#pages = pages;
    this.#owned.add(source.onDidChange(() => this.#send()));
    this.#owned.add(
      vscode.window.registerWebviewPanelSerializer(VIEW_TYPE, {
        deserializeWebviewPanel: async (panel) => this.#adopt(panel),
      }),
    );
  }

  show(): void {
    if (this.#panel !== undefined) {
      this.#panel.reveal();
      return;
    }
    const column = vscode.ViewColumn.Active;
    this.#adopt(vscode.window.createWebviewPanel(VIEW_TYPE, "IEC 62443 Coverage", column));
  }

  dispose(): void {
    this.#panel?.dispose();
    this.#owned.dispose();
  }

  #adopt(panel: vscode.WebviewPanel): void {
    this.#panel?.dispose();
    this.#panel = panel;
    panel.onDidDispose(() => {
      if (this.#panel === panel) this.#panel = undefined;
    });
    panel.webview.onDidReceiveMessage((raw) => this.#receive(readFromPage(raw)));
    panel.webview.options = { enableScripts: true, localResourceRoots: [this.#dist] };
    panel.webview.html = panelHtml(panel.webview, this.#dist);
  }

  /** A hidden page is gone: it asks again when it is shown. */
  #send(): void {
    if (this.#panel?.visible !== true) return;
    const message: ToPage = { type: "view", view: panelView(this.#source.status) };
    void this.#panel.webview.postMessage(message);
  }

  async #receive(message: FromPage | undefined): Promise<void> {
    switch (message?.type) {
      case "ready":
        this.#send();
        return;
      case "open":
        if (this.#tells(({ claims }) => claims.some(({ uri }) => uri === message.uri))) {
          const place = { line: message.line, character: message.character };
          await openPlace(message.uri, { start: place, end: place });
        }
        return;
      case "page":
        if (this.#tells(({ page }) => page === message.uri)) await this.#pages.open(message.uri);
    }
  }

  /** Whether the coverage holds such an item: the page can open nothing that it was not shown. */
  #tells(isSuch: (item: WireItem) => boolean): boolean {
    const { status } = this.#source;
    return status.kind === "known" && status.coverage.projects.some((it) => it.items.some(isSuch));
  }
}

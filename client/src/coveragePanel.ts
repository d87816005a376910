import * as vscode from "vscode";
import type { CoverageSource } from "./coverageSource.ts";
import { Disposables } from "./disposables.ts";
import { t } from "./l10n.ts";
import { PanelClaims } from "./panelClaims.ts";
import { panelHtml } from "./panelHtml.ts";
import { openLink } from "./panelLinks.ts";
import {
  type FromPage,
  linkKey,
  linksIn,
  type PanelCommand,
  readFromPage,
  type ToPage,
} from "./panelMessages.ts";
import { panelView } from "./panelView.ts";
import type { RequirementPages } from "./requirementPages.ts";
import type { Server } from "./server.ts";

const VIEW_TYPE = "iec62443.coveragePanel";

/** What the page may have run: nothing else, and nothing that it makes up. */
const COMMANDS: Readonly<Record<PanelCommand, string>> = {
  exportReport: "iec62443.exportReport",
  restartServer: "iec62443.restartServer",
  setTarget: "iec62443.setTarget",
  showCoverage: "iec62443.showCoverage",
  writeBaseline: "iec62443.writeBaseline",
};

export interface PanelContext {
  readonly server: Server;
  readonly source: CoverageSource;
  readonly pages: RequirementPages;
}

/** The coverage panel: at most one, opened on demand and again after the window is reloaded. */
export class CoveragePanel implements vscode.Disposable {
  readonly #owned = new Disposables();
  readonly #dist: vscode.Uri;
  readonly #context: PanelContext;
  readonly #claims: PanelClaims;
  #panel: vscode.WebviewPanel | undefined;
  #shownByView: ReadonlySet<string> = new Set();

  constructor(extension: vscode.Uri, context: PanelContext) {
    this.#dist = vscode.Uri.joinPath(extension, "dist");
    this.#context = context;
    this.#claims = new PanelClaims(context.server, (message) => this.#post(message));
    this.#owned.add(context.source.onDidChange(() => this.#sendView()));
    this.#owned.add(context.server.onDidChangeCoverage(() => this.#sendClaims()));
    this.#owned.add(
      context.server.onDidChangeState((state) => {
        if (state === "running") this.#sendClaims();
      }),
    );
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
    this.#adopt(vscode.window.createWebviewPanel(VIEW_TYPE, t("IEC 62443 Coverage"), column));
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
    panel.webview.onDidReceiveMessage((raw) => {
      const message = readFromPage(raw);
      if (message !== undefined) void this.#receive(message);
    });
    panel.webview.options = { enableScripts: true, localResourceRoots: [this.#dist] };
    panel.webview.html = panelHtml(panel.webview, this.#dist);
  }

  /** A hidden page is gone: it asks again when it is shown. */
  #post(message: ToPage): void {
    if (this.#panel?.visible === true) void this.#panel.webview.postMessage(message);
  }

  #sendView(): void {
    if (this.#panel?.visible !== true) return;
    const view = panelView(this.#context.source.status, localDay());
    this.#shownByView = linksIn(view);
    this.#post({ type: "view", view });
  }

  #sendClaims(): void {
    if (this.#panel?.visible === true) void this.#claims.send();
  }

  async #receive(message: FromPage): Promise<void> {
    switch (message.type) {
      case "ready":
        this.#claims.forget();
        this.#sendView();
        return;
      case "watch":
        return this.#claims.watch(message.items);
      case "open":
        if (this.#isShown(linkKey(message.link))) await openLink(message.link, this.#context);
        return;
      case "run":
        if (message.project === undefined || this.#isProject(message.project)) {
          await vscode.commands.executeCommand(COMMANDS[message.command], message.project);
        }
    }
  }

  /** The page can open nothing that it was not shown. */
  #isShown(key: string): boolean {
    return this.#shownByView.has(key) || this.#claims.hasShown(key);
  }

  #isProject(uri: string): boolean {
    const { status } = this.#context.source;
    return status.kind === "known" && status.coverage.projects.some((it) => it.uri === uri);
  }
}

/** Today where the user is, as an ISO day. */
function localDay(): string {
  const now = new Date();
  const [month, day] = [now.getMonth() + 1, now.getDate()].map((it) => String(it).padStart(2, "0"));
  return `${now.getFullYear()}-${month}-${day}`;
}

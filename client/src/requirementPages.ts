import * as vscode from "vscode";
import { PAGE_SCHEME } from "../../server/src/protocol/requirementPage.ts";
import { Disposables } from "./disposables.ts";
import { t } from "./l10n.ts";
import { withFollowableLinks } from "./pageLinks.ts";
import type { Server } from "./server.ts";

/** The read-only pages of requirements, written by the server. */
export class RequirementPages implements vscode.TextDocumentContentProvider, vscode.Disposable {
  readonly #owned = new Disposables();
  readonly #changed = this.#owned.add(new vscode.EventEmitter<vscode.Uri>());
  readonly onDidChange = this.#changed.event;
  readonly #server: Server;

  constructor(server: Server) {
    this.#server = server;
    this.#owned.add(vscode.workspace.registerTextDocumentContentProvider(PAGE_SCHEME, this));
    this.#owned.add(server.onDidChangeCoverage(() => this.#refreshOpenPages()));
  }

  async provideTextDocumentContent(uri: vscode.Uri): Promise<string> {
    await this.#server.start();
    const page = await this.#server.ask("iec62443/requirementPage", { uri: uri.toString() });
    if (page === undefined || page === null)
      return `${t("There is no page for this requirement, or the language server is not running.")}\n`;
    return withFollowableLinks(page, vscode.workspace.workspaceFolders?.[0]?.uri.toString());
  }

  /** Shows a page as rendered Markdown, or as text where no preview is at hand. */
  async open(page: string): Promise<void> {
    const uri = vscode.Uri.parse(page);
    if (uri.scheme !== PAGE_SCHEME) return;
    try {
      await vscode.commands.executeCommand("markdown.showPreview", uri);
    } catch {
      await vscode.window.showTextDocument(uri, { preview: true });
    }
  }

  dispose(): void {
    this.#owned.dispose();
  }

  #refreshOpenPages(): void {
    for (const { uri } of vscode.workspace.textDocuments) {
      if (uri.scheme === PAGE_SCHEME) this.#changed.fire(uri);
    }
  }
}

import * as vscode from "vscode";
import { Disposables } from "./disposables.ts";
import { withFollowableLinks } from "./pageLinks.ts";
import type { Server } from "./server.ts";

/** The same as PAGE_SCHEME of the protocol, which would load the language client's library here. */
const SCHEME = "iec62443";

const NO_PAGE = "There is no page for this requirement, or the language server is not running.\n";

/** The read-only pages of requirements, written by the server. */
export class RequirementPages implements vscode.TextDocumentContentProvider, vscode.Disposable {
  readonly #owned = new Disposables();
  readonly #changed = this.#owned.add(new vscode.EventEmitter<vscode.Uri>());
  readonly onDidChange = this.#changed.event;
  readonly #server: Server;

  constructor(server: Server) {
    this.#server = server;
    this.#owned.add(vscode.workspace.registerTextDocumentContentProvider(SCHEME, this));
    this.#owned.add(server.onDidChangeCoverage(() => this.#refreshOpenPages()));
  }

  async provideTextDocumentContent(uri: vscode.Uri): Promise<string> {
    const page = await this.#server.page(uri.toString());
    if (page === undefined) return NO_PAGE;
    return withFollowableLinks(page, vscode.workspace.workspaceFolders?.[0]?.uri.toString());
  }

  /** Shows a page as rendered Markdown, or as text where no preview is at hand. */
  async open(page: string): Promise<void> {
    const uri = vscode.Uri.parse(page);
    if (uri.scheme !== SCHEME) return;
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
      if (uri.scheme === SCHEME) this.#changed.fire(uri);
    }
  }
}

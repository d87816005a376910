import { type Connection, type Disposable, TextDocuments } from "vscode-languageserver";
import { TextDocument } from "vscode-languageserver-textdocument";
import { normaliseUri } from "../workspace/uris.ts";
import type { Workspace } from "../workspace/workspace.ts";
import { clientLog } from "./clientLog.ts";
import type { Encoding } from "./encoding.ts";
import { guarded, run } from "./handle.ts";
import { updated } from "./updated.ts";

/** The texts that the client has open; each change goes to the workspace at once. */
export class OpenDocuments implements Disposable {
  readonly #versions = new Map<string, number>();
  readonly #workspace: Workspace;
  readonly #owned: readonly Disposable[];

  constructor(connection: Connection, workspace: Workspace, encoding: Encoding) {
    const log = clientLog(connection);
    this.#workspace = workspace;
    const documents = new TextDocuments({
      create: TextDocument.create,
      update: (document: TextDocument, changes, version) =>
        updated(document, changes, version, encoding),
    });
    this.#owned = [
      documents.onDidChangeContent(({ document }) =>
        guarded(log, `Reading ${document.uri}`, undefined, () => this.read(document)),
      ),
      documents.onDidClose(({ document }) =>
        run(log, `Closing ${document.uri}`, () => this.close(document.uri)),
      ),
      documents.listen(connection),
    ];
  }

  /** Where the open documents are. */
  get uris(): Iterable<string> {
    return this.#versions.keys();
  }

  /** The version of an open document. */
  versionOf(uri: string): number | undefined {
    return this.#versions.get(uri);
  }

  dispose(): void {
    for (const it of this.#owned) it.dispose();
  }

  /** Takes the text of a document that was opened or changed: the library tells of both in the same way. */
  read(document: TextDocument): void {
    const workspace = this.#workspace;
    const uri = normaliseUri(document.uri);
    const isOpen = this.#versions.has(uri);
    this.#versions.set(uri, document.version);
    if (isOpen) workspace.edit(uri, document.getText());
    else workspace.open(uri, document.getText(), document.languageId);
  }

  /** Forgets a document that was closed. */
  async close(uri: string): Promise<void> {
    this.#versions.delete(normaliseUri(uri));
    await this.#workspace.close(uri);
  }
}

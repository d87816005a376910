import {
  type Connection,
  type NotebookCell,
  NotebookCellKind,
  type NotebookDocumentChangeEvent,
  type TextDocumentItem,
} from "vscode-languageserver";
import { TextDocument } from "vscode-languageserver-textdocument";
import type { Workspace } from "../workspace/workspace.ts";
import { clientLog } from "./clientLog.ts";
import type { Encoding } from "./encoding.ts";
import { handleNotification } from "./handle.ts";
import type { OpenDocuments } from "./openDocuments.ts";
import { updated } from "./updated.ts";

/** Follows the notebooks that the client has open: each of their code cells is a document. */
export function followNotebooks(
  connection: Connection,
  workspace: Workspace,
  cells: NotebookCells,
): void {
  const log = clientLog(connection);
  const { synchronization } = connection.notebooks;
  synchronization.onDidOpenNotebookDocument(
    handleNotification(log, "Opening a notebook", ({ notebookDocument, cellTextDocuments }) => {
      workspace.openNotebook(notebookDocument.uri);
      cells.open(cellTextDocuments, notebookDocument.cells);
    }),
  );
  synchronization.onDidChangeNotebookDocument(
    handleNotification(log, "Changing a notebook", ({ change }) => cells.change(change)),
  );
  synchronization.onDidCloseNotebookDocument(
    handleNotification(
      log,
      "Closing a notebook",
      async ({ notebookDocument, cellTextDocuments }) => {
        await Promise.all(cellTextDocuments.map((it) => cells.close(it.uri)));
        workspace.closeNotebook(notebookDocument.uri);
      },
    ),
  );
}

/** The code cells of the notebooks that are open. */
export class NotebookCells {
  readonly #documents: OpenDocuments;
  readonly #encoding: Encoding;
  /** By uri, as the client writes it. */
  readonly #cells = new Map<string, TextDocument>();

  constructor(documents: OpenDocuments, encoding: Encoding) {
    this.#documents = documents;
    this.#encoding = encoding;
  }

  async change({ cells = {} }: NotebookDocumentChangeEvent): Promise<void> {
    const { structure, textContent = [] } = cells;
    const closed = (structure?.didClose ?? []).map((it) => this.close(it.uri));
    this.open(structure?.didOpen ?? [], structure?.array.cells ?? []);
    for (const { document, changes } of textContent) {
      const cell = this.#cells.get(document.uri);
      if (cell !== undefined) this.#read(updated(cell, changes, document.version, this.#encoding));
    }
    await Promise.all(closed);
  }

  /** What is no code counts no more than in the file on disk: text, and what is for other programs. */
  open(documents: readonly TextDocumentItem[], cells: readonly NotebookCell[]): void {
    const kinds = new Map(cells.map((it) => [it.document, it.kind]));
    for (const { uri, languageId, version, text } of documents) {
      if (kinds.get(uri) === NotebookCellKind.Markup || languageId === RAW) continue;
      this.#read(TextDocument.create(uri, languageId, version, text));
    }
  }

  #read(cell: TextDocument): void {
    this.#cells.set(cell.uri, cell);
    this.#documents.read(cell);
  }

  async close(uri: string): Promise<void> {
    if (this.#cells.delete(uri)) await this.#documents.close(uri);
  }
}

/** The language of cells that VS Code shows as code, and Jupyter never runs. */
const RAW = "raw";

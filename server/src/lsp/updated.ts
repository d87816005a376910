import type { TextDocumentContentChangeEvent } from "vscode-languageserver";
import { TextDocument } from "vscode-languageserver-textdocument";
import type { Encoding } from "./encoding.ts";
import { Positions } from "./positions.ts";

/** The document after its changes: where each of them stands is said of the text that those before have made. */
export function updated(
  document: TextDocument,
  changes: readonly TextDocumentContentChangeEvent[],
  version: number,
  encoding: Encoding,
): TextDocument {
  const { uri } = document;
  const positions = new Positions(encoding, () => document.getText());
  return changes.reduce((it, change) => {
    const [here] = positions.fromWire({ uri, changes: [change] }).changes;
    return TextDocument.update(it, here === undefined ? [] : [here], version);
  }, document);
}

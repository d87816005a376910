import type { SemanticTokens, SemanticTokensDelta } from "vscode-languageserver";
import type { Range } from "../core/text.ts";
import { encodeTokens, semanticTokens, tokenEdits } from "../features/semanticTokens.ts";
import { normaliseUri } from "../workspace/uris.ts";
import type { AnswerOptions } from "./answerRequests.ts";
import { clientLog } from "./clientLog.ts";
import { handle } from "./handle.ts";

/** Connects the requests for the colours of annotations. */
export function answerTokens({ connection, positions, workspace }: AnswerOptions): void {
  const log = clientLog(connection);
  const requests = connection.languages.semanticTokens;
  const sent = new SentTokens((uri) => workspace.openDocument(uri) !== undefined);
  const dataOf = (uri: string, within?: Range) =>
    encodeTokens(positions.toWire(semanticTokens(workspace.snapshot, uri, within), uri));
  requests.on(
    handle(log, "semantic tokens", null, ({ textDocument }) => {
      const uri = normaliseUri(textDocument.uri);
      return sent.whole(uri, dataOf(uri));
    }),
  );
  requests.onDelta(
    handle(log, "changed semantic tokens", null, ({ textDocument, previousResultId }) => {
      const uri = normaliseUri(textDocument.uri);
      return sent.since(previousResultId, uri, dataOf(uri));
    }),
  );
  requests.onRange(
    handle(log, "semantic tokens of a range", null, ({ textDocument, range }) => {
      const data = dataOf(normaliseUri(textDocument.uri), range);
      return data.length === 0 ? null : { data };
    }),
  );
}

/** What was sent last of each open document: the next answer is told as the difference from it. */
class SentTokens {
  readonly #isOpen: (uri: string) => boolean;
  readonly #byUri = new Map<string, Required<SemanticTokens>>();
  #count = 0;

  constructor(isOpen: (uri: string) => boolean) {
    this.#isOpen = isOpen;
  }

  /** All tokens of a document. Null leaves the colours of a file that has none to other servers. */
  whole(uri: string, data: number[]): SemanticTokens | null {
    this.#forgetClosed();
    if (data.length === 0) {
      this.#byUri.delete(uri);
      return null;
    }
    const tokens = { resultId: String(++this.#count), data };
    if (this.#isOpen(uri)) this.#byUri.set(uri, tokens);
    return tokens;
  }

  /** What has changed since an answer; all tokens where another was sent since, or none is remembered. */
  since(
    resultId: string,
    uri: string,
    data: number[],
  ): SemanticTokens | SemanticTokensDelta | null {
    const before = this.#byUri.get(uri);
    const now = this.whole(uri, data);
    if (before === undefined || now?.resultId === undefined) return now;
    if (before.resultId !== resultId) return now;
    return { resultId: now.resultId, edits: tokenEdits(before.data, data) };
  }

  #forgetClosed(): void {
    for (const uri of this.#byUri.keys()) if (!this.#isOpen(uri)) this.#byUri.delete(uri);
  }
}

import { PassThrough } from "node:stream";
import fc from "fast-check";
import { expect, test } from "vitest";
import {
  createConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from "vscode-languageserver/node";
import { openSession } from "../../server/src/lsp/openSession.ts";
import { startServer } from "../../server/src/lsp/server.ts";

const URIS = [
  "untitled:a.c",
  "file:///w/b.py",
  "untitled:odd%",
  "nonsense",
  "",
  "a b:c",
  "x:////y",
  "vscode-notebook-cell:/w/a.ipynb#W0",
  "file:///C:/x.st",
];
const TEXT = "// @iec62443 CR 1.5, 1.6: why\r\n/* @iec62443 cr-9.9 */ int a;\r\n// @iec\u{1F512}";

const odd = fc.oneof(
  fc.integer({ min: -3, max: 40 }),
  fc.constantFrom(2 ** 31, -(2 ** 31), 1e300, 0.5, null, "1", undefined),
);
const position = fc.record({ line: odd, character: odd });
const range = fc.record({ start: position, end: position });
const textDocument = fc.record({ uri: fc.constantFrom(...URIS) });

const uri = fc.constantFrom(...URIS);
const cell = fc.record({ kind: fc.constantFrom(1, 2, "x", null), document: uri });
const cellDocument = fc.record({
  uri,
  languageId: fc.constantFrom("python", "c", "raw", "markdown", 7),
  version: odd,
  text: fc.constantFrom(TEXT, "# @iec62443 CR 1.5", ""),
});

/** A request, well-formed as a message, with parameters that no good client would send. */
const request = fc.oneof(
  fc.record({
    method: fc.constantFrom(
      "textDocument/hover",
      "textDocument/completion",
      "textDocument/definition",
      "textDocument/implementation",
      "textDocument/documentHighlight",
      "textDocument/prepareRename",
    ),
    params: fc.record({ textDocument, position }),
  }),
  fc.record({
    method: fc.constant("workspace/symbol"),
    params: fc.record({ query: fc.oneof(fc.string(), fc.constantFrom("CR 1", null, undefined)) }),
  }),
  fc.record({
    method: fc.constant("workspaceSymbol/resolve"),
    params: fc.record({
      name: fc.string(),
      kind: odd,
      location: fc.oneof(textDocument, fc.constant({})),
      data: fc.jsonValue(),
    }),
  }),
  fc.record({
    method: fc.constantFrom("textDocument/documentSymbol", "textDocument/documentLink"),
    params: fc.oneof(fc.record({ textDocument }), fc.constant({})),
  }),
  fc.record({
    method: fc.constant("textDocument/rename"),
    params: fc.record({ textDocument, position, newName: fc.oneof(fc.string(), odd) }),
  }),
  fc.record({
    method: fc.constant("workspace/willRenameFiles"),
    params: fc.record({
      files: fc.array(
        fc.record({ oldUri: fc.constantFrom(...URIS, null), newUri: fc.constantFrom(...URIS) }),
      ),
    }),
  }),
  fc.record({
    method: fc.constant("textDocument/references"),
    params: fc.record(
      {
        textDocument,
        position,
        context: fc.constantFrom({}, undefined),
        partialResultToken: fc.oneof(fc.string(), odd),
      },
      { requiredKeys: ["textDocument", "position"] },
    ),
  }),
  fc.record({
    method: fc.constant("textDocument/codeAction"),
    params: fc.record({ textDocument, range, context: fc.constantFrom({ diagnostics: [] }, {}) }),
  }),
  fc.record({
    method: fc.constantFrom(
      "textDocument/semanticTokens/full",
      "textDocument/semanticTokens/full/delta",
      "textDocument/semanticTokens/range",
      "textDocument/inlayHint",
    ),
    params: fc.record({ textDocument, range, previousResultId: fc.constantFrom("1", "x", 7) }),
  }),
  fc.record({
    method: fc.constantFrom(
      "completionItem/resolve",
      "inlayHint/resolve",
      "iec62443/coverage",
      "iec62443/requirementPage",
      "iec62443/nothing",
    ),
    params: fc.oneof(
      fc.record({ label: fc.string(), data: fc.jsonValue() }),
      fc.record({ uri: fc.string() }),
    ),
  }),
);
const notification = fc.oneof(
  fc.record({
    method: fc.constant("textDocument/didOpen"),
    params: fc.record({
      textDocument: fc.record({
        uri: fc.constantFrom(...URIS),
        languageId: fc.constantFrom("c", "python", "", "?"),
        version: fc.nat(),
        text: fc.oneof(fc.constant(TEXT), fc.string({ unit: "binary" })),
      }),
    }),
  }),
  fc.record({
    method: fc.constant("textDocument/didChange"),
    params: fc.record({
      textDocument: fc.record({ uri: fc.constantFrom(...URIS), version: fc.nat() }),
      contentChanges: fc.array(
        fc.oneof(fc.record({ text: fc.string() }), fc.record({ range, text: fc.string() })),
        { maxLength: 3 },
      ),
    }),
  }),
  fc.record({
    method: fc.constantFrom("textDocument/didClose", "textDocument/didSave", "$/whatever"),
    params: fc.record({ textDocument }),
  }),
  fc.record({
    method: fc.constantFrom(
      "notebookDocument/didOpen",
      "notebookDocument/didChange",
      "notebookDocument/didClose",
    ),
    params: fc.record({
      notebookDocument: fc.record({ uri, cells: fc.array(cell, { maxLength: 2 }) }),
      cellTextDocuments: fc.array(cellDocument, { maxLength: 2 }),
      change: fc.record({
        cells: fc.oneof(
          fc.constantFrom(undefined, null, {}),
          fc.record({
            structure: fc.record({
              array: fc.record({ start: odd, deleteCount: odd, cells: fc.array(cell) }),
              didOpen: fc.array(cellDocument, { maxLength: 2 }),
              didClose: fc.array(fc.record({ uri }), { maxLength: 2 }),
            }),
            textContent: fc.array(
              fc.record({
                document: fc.record({ uri, version: odd }),
                changes: fc.array(fc.record({ range, text: fc.string() })),
              }),
              { maxLength: 2 },
            ),
          }),
        ),
      }),
    }),
  }),
  fc.record({
    method: fc.constant("workspace/didChangeWatchedFiles"),
    params: fc.record({
      changes: fc.array(fc.record({ uri: fc.constantFrom(...URIS), type: fc.integer() })),
    }),
  }),
  fc.record({
    method: fc.constant("workspace/didChangeConfiguration"),
    params: fc.record({ settings: fc.jsonValue() }),
  }),
  fc.record({
    method: fc.constant("$/cancelRequest"),
    params: fc.record({ id: fc.nat({ max: 30 }) }),
  }),
);

interface Message {
  readonly id?: number;
  readonly method?: string;
  readonly params?: unknown;
}

/** A server on raw streams; counts how often each id was answered. */
class RawServer {
  readonly input = new PassThrough();
  readonly answers = new Map<number, number>();
  readonly #wakeUps = new Set<() => void>();
  readonly #connection;

  constructor() {
    const output = new PassThrough();
    this.#connection = createConnection(
      new StreamMessageReader(this.input),
      new StreamMessageWriter(output),
    );
    startServer(this.#connection, openSession);
    new StreamMessageReader(output).listen((message) => this.#hear(message as Message));
  }

  #hear({ id, method }: Message): void {
    if (method === undefined && id !== undefined)
      this.answers.set(id, (this.answers.get(id) ?? 0) + 1);
    for (const wake of this.#wakeUps) wake();
    this.#wakeUps.clear();
  }

  async answered(id: number): Promise<void> {
    while (!this.answers.has(id)) {
      await new Promise<void>((resolve) => {
        this.#wakeUps.add(resolve);
      });
    }
  }

  async stop(): Promise<void> {
    this.input.write(framed({ id: 1002, method: "shutdown" }));
    await this.answered(1002);
    this.#connection.dispose();
  }
}

function framed(message: Message): Buffer {
  const body = Buffer.from(JSON.stringify({ jsonrpc: "2.0", ...message }));
  return Buffer.concat([Buffer.from(`Content-Length: ${body.length}\r\n\r\n`), body]);
}

test("every request is answered exactly once, whatever it asks and however it arrives", async () => {
  const traffic = fc.array(fc.oneof(request, notification), { minLength: 1, maxLength: 30 });
  await fc.assert(
    fc.asyncProperty(
      traffic,
      fc.record({ positionEncodings: fc.constantFrom(["utf-8"], ["utf-16"], ["utf-32"]) }),
      fc.infiniteStream(fc.integer({ min: 1, max: 200 })),
      async (messages, general, cuts) => {
        const server = new RawServer();
        const isRequest = ({ method }: Message) =>
          /^(iec62443|completionItem|inlayHint|workspaceSymbol|(textDocument|workspace)\/(?!did))/.test(
            method ?? "",
          );
        const start = {
          id: 1000,
          method: "initialize",
          params: { processId: null, rootUri: null, capabilities: { general } },
        };
        const sent: Message[] = [
          start,
          { method: "initialized", params: {} },
          ...messages.map((it, id) => (isRequest(it) ? { id, ...it } : it)),
          { id: 1001, method: "iec62443/coverage" },
        ];
        let bytes = Buffer.concat(sent.map(framed));
        while (bytes.length > 0) {
          const cut = cuts.next().value ?? bytes.length;
          server.input.write(bytes.subarray(0, cut));
          bytes = bytes.subarray(cut);
        }
        await server.answered(1001);
        const ids = sent.flatMap((it) => (it.id === undefined ? [] : [it.id]));
        for (const id of ids) await server.answered(id);
        expect([...server.answers.keys()].sort()).toEqual([...ids].sort());
        expect([...server.answers.values()].every((count) => count === 1)).toBe(true);
        await server.stop();
      },
    ),
    { numRuns: 60 },
  );
});

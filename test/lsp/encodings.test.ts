import { describe, expect, test } from "vitest";
import {
  type CodeLens,
  type Hover,
  type Location,
  type LocationLink,
  ProgressType,
} from "vscode-languageserver-protocol";
import { columnOnWire } from "../support/columnOnWire.ts";
import { folderOf } from "../support/folderOf.ts";
import { clientOf, FULL_CAPABILITIES, type WireClient } from "../support/wireClient.ts";

const LOCK = "\u{1F512}";
const FILES = {
  "a.c": [
    `/* ${LOCK} */ int a; // @iec62443 CR 1.5: Schl\u00fcssel ${LOCK}, e\u0301`,
    `/* \u6f22\u5b57 */ int b; /* @iec62443 verifies CR 9.9, cr-1.1 RE(1): ${LOCK} */`,
    `char *s = "${LOCK}e\u0301"; // @iec62443 partial CR 1.1`,
    "",
  ].join("\r\n"),
  "b.py": `x = "\u6f22" # @iec62443 verifies CR 1.5, CR 1.1\r# @iec62443 CR 1.5\n`,
  "iec62443.yaml": [
    `product: P\u00fcmpe ${LOCK}`,
    "statements:",
    `  - { reason: "\u65e5\u672c ${LOCK}", requirement: CR 1.5, status: planned }`,
    `  - { reason: "${LOCK}", requirement: CR 7.77, status: planned }`,
    "",
  ].join("\n"),
};
/** Half of a surrogate pair can stand in an editor only. */
const OPEN = `/* \ud83d */ int c; // @iec62443 CR 1.5, sr 1.1: ${LOCK}\udd12 x\n${FILES["a.c"]}`;
const ENCODINGS = ["utf-16", "utf-8", "utf-32"] as const;
type Encoding = (typeof ENCODINGS)[number];

interface Place {
  readonly line: number;
  readonly character: number;
}

/** A session in one encoding; what is asked and answered here is in UTF-16. */
class Session {
  readonly #texts: ReadonlyMap<string, readonly string[]>;
  readonly client: WireClient;
  readonly encoding: Encoding;

  constructor(client: WireClient, encoding: Encoding, texts: Readonly<Record<string, string>>) {
    this.client = client;
    this.encoding = encoding;
    this.#texts = new Map(Object.entries(texts).map(([uri, it]) => [uri, it.split(/\r\n|\n|\r/)]));
  }

  place({ line, character }: Place, uri: string): Place {
    const text = this.#texts.get(uri)?.[line] ?? "";
    return { line, character: columnOnWire(text, character, this.encoding) };
  }

  async ask(method: string, uri: string, more: object = {}): Promise<unknown> {
    const params = { ...(this.#mapped(more, uri, (it, at) => this.place(it, at)) as object) };
    const own = method.startsWith("iec62443") ? { uri } : { textDocument: { uri } };
    return this.read(await this.client.request(method, { ...own, ...params }), uri);
  }

  /** An answer, in UTF-16. */
  read(answer: unknown, uri: string | undefined): unknown {
    return this.#mapped(answer, uri, ({ line, character }, at) => {
      const text = this.#texts.get(at)?.[line] ?? "";
      const columns = Array.from({ length: text.length + 1 }, (_, i) => i);
      const found = columns.findLast((it) => columnOnWire(text, it, this.encoding) === character);
      return { line, character: found ?? -1 };
    });
  }

  #mapped(
    value: unknown,
    uri: string | undefined,
    change: (place: Place, uri: string) => Place,
  ): unknown {
    if (typeof value !== "object" || value === null) return value;
    if (Array.isArray(value)) return value.map((it) => this.#mapped(it, uri, change));
    if ("line" in value && "character" in value)
      return uri === undefined ? value : change(value as Place, uri);
    const named = value as { uri?: string; targetUri?: string };
    return Object.fromEntries(
      Object.entries(value).map(([key, it]) => {
        const at = key.startsWith("file:")
          ? key
          : key.startsWith("target")
            ? named.targetUri
            : named.uri;
        return [key, this.#mapped(it, at ?? uri, change)];
      }),
    );
  }
}

async function sessionIn(encoding: Encoding, folder: ReturnType<typeof folderOf>) {
  const client = await clientOf({
    folders: [folder.uri],
    settings: { inlayHints: true },
    capabilities: {
      ...FULL_CAPABILITIES,
      general: { positionEncodings: [encoding, "utf-16"] },
    },
  });
  const texts = { ...FILES, "a.c": OPEN };
  const byUri = Object.entries(texts).map(([name, it]) => [folder.uriOf(name), it] as const);
  const session = new Session(client, encoding, Object.fromEntries(byUri));
  await client.settledCoverage();
  const uri = folder.uriOf("a.c");
  // The first line is written in three edits; each is told in the text that the last has made.
  await client.open(uri, `${LOCK}\n${FILES["a.c"]}`);
  const end = { line: 0, character: columnOnWire(LOCK, 2, encoding) };
  const [first = ""] = OPEN.split("\n", 1);
  const start = { line: 0, character: 0 };
  await client.change(
    uri,
    { range: { start, end }, text: `\u6f22\ud83d${first.slice(4)}` },
    {
      range: { start, end: { line: 0, character: columnOnWire("\u6f22", 1, encoding) } },
      text: "/* ",
    },
  );
  return { session, uri };
}

/** All that can be asked at every place of a text. */
async function everything(session: Session, uri: string, text: string): Promise<unknown> {
  const lines = text.split(/\r\n|\n|\r/);
  const answers: unknown[] = [];
  for (const [line, it] of lines.entries()) {
    for (let character = 0; character <= it.length; character++) {
      // No client has its cursor inside of a character.
      if (
        /^[\udc00-\udfff]/.test(it.slice(character)) &&
        /[\ud800-\udbff]$/.test(it.slice(0, character))
      )
        continue;
      const position = { line, character };
      const range = { start: position, end: position };
      answers.push(
        await session.ask("textDocument/hover", uri, { position }),
        await session.ask("textDocument/definition", uri, { position }),
        await session.ask("textDocument/references", uri, {
          position,
          context: { includeDeclaration: true },
        }),
        await session.ask("textDocument/implementation", uri, { position }),
        await session.ask("textDocument/documentHighlight", uri, { position }),
        await session.ask("textDocument/codeAction", uri, { range, context: { diagnostics: [] } }),
      );
      if (character % 8 === 0) {
        const wanted = { position, part: "4-2", reference: "CR 2.1" };
        answers.push(await session.ask("iec62443/annotationEdit", uri, wanted));
      }
      if (character % 5 === 0)
        answers.push(await session.ask("textDocument/completion", uri, { position }));
    }
    const range = { start: { line, character: 0 }, end: { line, character: it.length } };
    answers.push(await session.ask("textDocument/inlayHint", uri, { range }));
  }
  const { client } = session;
  const textDocument = { uri };
  for (const it of (await client.request<object[] | null>("textDocument/codeLens", {
    textDocument,
  })) ?? []) {
    // The lens comes back as it was sent, and so does what it carries.
    const lens = await client.request<CodeLens>("codeLens/resolve", it);
    answers.push(session.read(lens, uri));
    const [shown] = lens.command?.arguments ?? [];
    answers.push(session.read(await client.request("iec62443/claimsOfLens", shown), uri));
  }
  answers.push(
    await session.ask("textDocument/codeLens", uri),
    await session.ask("textDocument/documentSymbol", uri),
    await session.ask("textDocument/documentLink", uri),
    await session.ask("iec62443/annotations", uri),
    session.read(session.client.diagnostics.get(uri), uri),
  );
  return answers;
}

describe("a session in another encoding", () => {
  test("says what one in UTF-16 says", async () => {
    const folder = folderOf(FILES);
    const [ours, ...others] = await Promise.all(ENCODINGS.map((it) => sessionIn(it, folder)));
    if (ours === undefined) throw new Error("There is no session.");
    const files = { "a.c": OPEN, "b.py": FILES["b.py"], "iec62443.yaml": FILES["iec62443.yaml"] };
    for (const [name, text] of Object.entries(files)) {
      const uri = folder.uriOf(name);
      const expected = await everything(ours.session, uri, text);
      expect(JSON.stringify(expected)).toContain("CR 1.5");
      for (const { session } of others)
        expect(await everything(session, uri, text)).toEqual(expected);
    }
    const coverage = async ({ session }: typeof ours) => {
      const whole = await session.client.settledCoverage();
      const { uri: project = "" } = whole.projects[0] ?? {};
      const claims = await session.client.request("iec62443/claims", { project });
      const symbols = await session.client.request("workspace/symbol", { query: "" });
      return session.read([whole, claims, symbols], undefined);
    };
    const expected = await coverage(ours);
    for (const it of others) expect(await coverage(it)).toEqual(expected);
  });

  test("is told parts of an answer in its own units", async () => {
    const folder = folderOf(FILES);
    const inPieces = async (encoding: Encoding) => {
      const { session, uri } = await sessionIn(encoding, folder);
      const { client } = session;
      const parts: unknown[] = [];
      client.connection.onProgress(new ProgressType<Location[]>(), "parts", (it) => {
        parts.push(...it);
      });
      const [first = ""] = OPEN.split("\n", 1);
      const position = session.place({ line: 0, character: first.indexOf("CR 1.5") }, uri);
      await client.request("textDocument/references", {
        textDocument: { uri },
        position,
        context: { includeDeclaration: true },
        partialResultToken: "parts",
      });
      await client.until(() => parts.length > 0);
      return session.read(parts, uri);
    };
    const expected = await inPieces("utf-16");
    expect(expected).toHaveLength(5);
    expect(await inPieces("utf-8")).toEqual(expected);
  });

  test("counts in its own units", async () => {
    const folder = folderOf(FILES);
    const { session, uri } = await sessionIn("utf-8", folder);
    const [first = ""] = OPEN.split("\n", 1);
    const before = Buffer.byteLength(first.slice(0, first.indexOf("CR 1.5")));
    expect(before).toBe(first.indexOf("CR 1.5") + 2);
    const position = { line: 0, character: before + 1 };
    const params = { textDocument: { uri }, position };
    const { range } = await session.client.request<Hover>("textDocument/hover", params);
    expect(range).toEqual({
      start: { line: 0, character: before },
      end: { line: 0, character: before + 6 },
    });
    const links = await session.client.request<LocationLink[]>("textDocument/definition", params);
    const [, , statement = ""] = FILES["iec62443.yaml"].split("\n");
    expect(links.at(-1)?.targetSelectionRange.start.character).toBe(
      Buffer.byteLength(statement.slice(0, statement.indexOf("CR 1.5"))),
    );
  });

  test("has its colours in its own units", async () => {
    const client = await clientOf({
      initializationOptions: {},
      capabilities: { general: { positionEncodings: ["utf-8"] }, textDocument: {} },
    });
    await client.open("untitled:a.c", `/* ${LOCK} */ // @iec62443 CR 1.5\n`);
    const textDocument = { uri: "untitled:a.c" };
    expect(
      await client.request("textDocument/semanticTokens/full", { textDocument }),
    ).toMatchObject({
      data: [0, 14, 9, 0, 0, 0, 10, 6, 2, 0],
    });
  });
});

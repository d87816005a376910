import { readFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createContext, runInContext } from "node:vm";
import { build } from "esbuild";
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from "vitest";
import {
  AbstractMessageReader,
  AbstractMessageWriter,
  type DataCallback,
  type Disposable,
  Emitter,
  type Hover,
  type Message,
} from "vscode-languageserver-protocol/node";
import { browserPrograms } from "../../programs.mjs";
import type { Statistics } from "../../server/src/protocol/statistics.ts";
import { WireClient } from "../support/wireClient.ts";

let folder: string;
const builds = new Map<string, Awaited<ReturnType<typeof build>>>();

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "iec62443-browser-"));
  for (const it of browserPrograms(folder)) builds.set(it.outfile ?? "", await build(it));
});

afterAll(() => rm(folder, { recursive: true, force: true }));

/** What a web worker has besides the language itself, as far as the server may use it; nothing of Node's. */
const WORKER = {
  AbortController,
  AbortSignal,
  MessageChannel,
  TextDecoder,
  TextEncoder,
  URL,
  clearInterval,
  clearTimeout,
  console,
  performance,
  setInterval,
  setTimeout,
};

class FromWorker extends AbstractMessageReader {
  readonly heard = new Emitter<Message>();

  listen(callback: DataCallback): Disposable {
    return this.heard.event(callback);
  }
}

class ToWorker extends AbstractMessageWriter {
  readonly #send: (message: Message) => void;

  constructor(send: (message: Message) => void) {
    super();
    this.#send = send;
  }

  async write(message: Message): Promise<void> {
    this.#send(message);
  }

  end(): void {}
}

/** The server's script in a realm that has what a worker has, and a client of it. */
function inWorker(): WireClient {
  const reader = new FromWorker();
  const worker = createContext({
    ...WORKER,
    addEventListener: () => {},
    postMessage: (message: Message) => reader.heard.fire(structuredClone(message)),
  });
  runInContext(readFileSync(join(folder, "serverBrowser.js"), "utf8"), worker);
  const onmessage = worker["onmessage"] as (event: { readonly data: Message }) => void;
  const writer = new ToWorker((data) =>
    setImmediate(() => onmessage({ data: structuredClone(data) })),
  );
  const client = new WireClient(reader, writer, () => {});
  onTestFinished(() => client.stop());
  return client;
}

describe.each([
  ["a repository on the web", "vscode-vfs://github/some/product"],
  ["a folder that was let in", "file:///product"],
])("in %s the server, as a web worker,", (_, root) => {
  const uri = `${root}/src/a.c`;

  test("explains, checks and counts what is open, and says that it reads nothing else", async () => {
    const client = inWorker();
    await client.initialize({ folders: [root] });
    await client.open(uri, "// @iec62443 CR 1.5\nint a;\n// @iec62443 CR 1.55\nint b;\n");
    const position = { line: 0, character: 15 };
    const hover = await client.request<Hover>("textDocument/hover", {
      textDocument: { uri },
      position,
    });
    expect(JSON.stringify(hover.contents)).toContain("CR 1.5");
    await client.until(() => client.codes(uri)?.includes("unknown-requirement") === true);
    const { projects, problems } = await client.settledCoverage((it) => it.problems.length > 0);
    expect(projects).toMatchObject([{ product: "product" }]);
    const items = projects.flatMap((it) => it.items).filter((it) => it.state !== "missing");
    expect(items.map((it) => it.reference)).toEqual(["CR 1.5"]);
    expect(problems.join()).toContain("Only open files of it are checked.");
    const { server } = await client.request<Statistics>("iec62443/statistics");
    expect(server).toEqual({ system: "browser", seconds: expect.any(Number) });
    await client.close(uri);
    await client.settledCoverage((it) =>
      it.projects.every(({ items }) => items.every(({ state }) => state === "missing")),
    );
  });
});

test("what runs in a browser asks for no module but VS Code's own", () => {
  const asked = [...builds.values()].flatMap(({ metafile }) =>
    Object.values(metafile?.outputs ?? {})
      .flatMap(({ imports }) => imports)
      .map(({ path }) => path),
  );
  expect([...new Set(asked)]).toEqual(["vscode"]);
});

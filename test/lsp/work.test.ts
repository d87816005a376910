// What goes over the wire for a change is counted, and what a server does that has nothing to do.
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { build } from "esbuild";
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from "vitest";
import {
  type Message,
  type MessageReader,
  StreamMessageReader,
  StreamMessageWriter,
} from "vscode-languageserver-protocol/node";
import { nodePrograms } from "../../programs.mjs";
import { folderOf } from "../support/folderOf.ts";
import { WireClient } from "../support/wireClient.ts";

const CLAIM = "// @iec62443 CR 1.5\nint a;\n\nint b;\n";
/** Enough for scan workers, which have to be gone when all is read. */
const FILES = 600;
const CHECKED_OUT = 30;

let built: string;

beforeAll(async () => {
  built = mkdtempSync(join(tmpdir(), "iec62443-work-"));
  await Promise.all((await nodePrograms(built)).map((it) => build(it)));
});

afterAll(() => rmSync(built, { recursive: true, force: true }));

/** A server as an editor starts it, with a folder of files that each hold an annotation; it has read them. */
async function session() {
  const folder = folderOf(
    Object.fromEntries(Array.from({ length: FILES }, (_, it) => [`d${it % 7}/${it}.c`, CLAIM])),
  );
  const probe = resolve("test/lsp/idleProbe.cjs");
  const args = ["--require", probe, join(built, "server.cjs"), "--stdio"];
  const cache = { XDG_CACHE_HOME: join(built, "cache") };
  const child = spawn(process.execPath, args, {
    stdio: ["pipe", "pipe", "inherit", "ipc"],
    env: { ...process.env, ...cache },
  });
  onTestFinished(() => void child.kill("SIGKILL"));
  const { stdin, stdout } = child;
  if (stdin === null || stdout === null) throw new Error("The pipes are missing.");
  const heard: string[] = [];
  const reader = noting(new StreamMessageReader(stdout), heard);
  const client = new WireClient(reader, new StreamMessageWriter(stdin), () => {});
  await client.initialize({ folders: [folder.uri] });
  await client.settledCoverage(({ projects }) => projects.length > 0);
  return { child, client, folder, heard };
}

/** Notes the name of each message that is read, and `answer` for those without one. */
function noting(reader: MessageReader, heard: string[]): MessageReader {
  const { listen } = reader;
  reader.listen = (callback) =>
    listen.call(reader, (message: Message) => {
      heard.push("method" in message ? String(message.method) : "answer");
      callback(message);
    });
  return reader;
}

/** Everything that a server says of its own accord has been said: it speaks after 200 ms of quiet. */
async function quiet(heard: readonly string[]): Promise<void> {
  for (let before = -1; before !== heard.length; await pause(600)) before = heard.length;
}

const keystroke = (text: string) => ({
  range: { start: { line: 0, character: 16 }, end: { line: 0, character: 19 } },
  text,
});

/** How often each message was heard. */
function tally(heard: readonly string[]): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const it of heard) counts[it] = (counts[it] ?? 0) + 1;
  return counts;
}

describe("what goes over the wire", () => {
  test("for keystrokes: findings of that file for each, coverage once when they end", async () => {
    const { client, folder, heard } = await session();
    const uri = folder.uriOf("d0/0.c");
    await client.open(uri, CLAIM);
    await quiet(heard);
    heard.length = 0;
    const before = client.published.length;
    for (let i = 0; i < 10; i++) await client.change(uri, keystroke(i % 2 === 0 ? "9.9" : "1.5"));
    await quiet(heard);
    const published = client.published.slice(before);
    expect(published.map((it) => it.uri)).toEqual(published.map(() => uri));
    const { "textDocument/publishDiagnostics": findings = 0, ...others } = tally(heard);
    expect(findings).toBeGreaterThanOrEqual(1);
    expect(findings).toBeLessThanOrEqual(10);
    expect(others).toEqual({ "iec62443/coverageDidChange": 1 });
  });

  test("for keystrokes in code: none at all", async () => {
    const { client, folder, heard } = await session();
    const uri = folder.uriOf("d0/0.c");
    await client.open(uri, CLAIM);
    await quiet(heard);
    heard.length = 0;
    const end = { line: 3, character: 6 };
    for (let i = 0; i < 10; i++) {
      await client.change(uri, { range: { start: end, end }, text: " " });
    }
    await quiet(heard);
    expect(tally(heard)).toEqual({});
  });

  test("for a checkout: findings of each file that has other ones, coverage once", async () => {
    const { client, folder, heard } = await session();
    await quiet(heard);
    heard.length = 0;
    const names = Array.from({ length: CHECKED_OUT }, (_, it) => `d${it % 7}/${it}.c`);
    for (const it of names) folder.write(it, "// @iec62443 CR 9.9\nint a;\n");
    const changes = names.map((it) => ({ uri: folder.uriOf(it), type: 2 }));
    await client.notify("workspace/didChangeWatchedFiles", { changes });
    await client.until(() => names.every((it) => client.codes(folder.uriOf(it))?.length === 1));
    await quiet(heard);
    expect(tally(heard)).toEqual({
      "textDocument/publishDiagnostics": names.length,
      "iec62443/coverageDidChange": 1,
    });
  });
});

describe("a server with nothing to do", () => {
  test("has no child, no thread of its own, and nothing open but its pipes", async () => {
    const { child, heard } = await session();
    await quiet(heard);
    const answer = once(child, "message");
    child.send("what keeps you awake?");
    const [resources] = await answer;
    // Standard input, output and error, and the channel of this question.
    expect(tally(resources)).toEqual({ PipeWrap: expect.any(Number) });
    expect(childrenOf(child)).toEqual([]);
    expect(threadsOf(child).length).toBeLessThanOrEqual(BARE_THREADS);
  });

  test.skipIf(!existsSync("/proc/self/task"))(
    "is not woken (told by Linux alone: elsewhere this is not tried)",
    async () => {
      const { child, heard } = await session();
      await quiet(heard);
      await pause(1000);
      const before = wakesOf(child);
      await pause(3000);
      expect(wakesOf(child) - before).toBeLessThanOrEqual(5);
    },
  );
});

/** Those of Node itself: its own, four of V8, four of libuv, one for signals, and the inspector's. */
const BARE_THREADS = 11;

function threadsOf({ pid }: ChildProcess): readonly string[] {
  return existsSync(`/proc/${pid}/task`) ? readdirSync(`/proc/${pid}/task`) : [];
}

function childrenOf(child: ChildProcess): readonly string[] {
  return threadsOf(child).flatMap((it) => {
    const text = readFileSync(`/proc/${child.pid}/task/${it}/children`, "utf8").trim();
    return text === "" ? [] : text.split(" ");
  });
}

/** How often the threads of a process have gone to sleep: each time something had woken them. */
function wakesOf(child: ChildProcess): number {
  return threadsOf(child)
    .map((it) => readFileSync(`/proc/${child.pid}/task/${it}/status`, "utf8"))
    .map((it) => Number(/^voluntary_ctxt_switches:\s*(\d+)/m.exec(it)?.[1]))
    .reduce((sum, it) => sum + it, 0);
}

import { type ChildProcess, fork, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from "vitest";
import {
  type Hover,
  IPCMessageReader,
  IPCMessageWriter,
  StreamMessageReader,
  StreamMessageWriter,
} from "vscode-languageserver-protocol/node";
import { nodePrograms } from "../../programs.mjs";
import { folderOf } from "../support/folderOf.ts";
import { WireClient } from "../support/wireClient.ts";

let folder: string;
let server: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "iec62443-bundle-"));
  server = join(folder, "server.cjs");
  await Promise.all((await nodePrograms(folder)).map((it) => build(it)));
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

function started(child: ChildProcess): ChildProcess {
  onTestFinished(() => void child.kill("SIGKILL"));
  return child;
}

function overStdio(env = process.env) {
  const child = started(spawn(process.execPath, [server, "--stdio"], { stdio: "pipe", env }));
  if (child.stdout === null || child.stdin === null) throw new Error("The pipes are missing.");
  const reader = new StreamMessageReader(child.stdout);
  return { child, client: new WireClient(reader, new StreamMessageWriter(child.stdin), () => {}) };
}

function overIpc() {
  const child = started(fork(server, ["--node-ipc"], { silent: true }));
  const client = new WireClient(new IPCMessageReader(child), new IPCMessageWriter(child), () => {});
  return { child, client };
}

async function exitCode(child: ChildProcess): Promise<unknown> {
  if (child.exitCode !== null) return child.exitCode;
  const [code] = await once(child, "exit");
  return code;
}

async function hovered(client: WireClient): Promise<Hover> {
  const uri = "untitled:a.c";
  await client.open(uri, "// @iec62443 CR 1.5\nint a;\n");
  const position = { line: 0, character: 15 };
  return client.request<Hover>("textDocument/hover", { textDocument: { uri }, position });
}

describe("the bundled server", () => {
  test.each([
    ["stdio", overStdio],
    ["node IPC", overIpc],
  ])("answers over %s and leaves with 0 after a shutdown", async (_, start) => {
    const { child, client } = start();
    const workspace = folderOf({ "a.c": "// @iec62443 CR 9.9\nint a;\n" });
    await client.initialize({ folders: [workspace.uri] });
    await client.until(() => client.codes(workspace.uriOf("a.c"))?.length === 1);
    expect(JSON.stringify(await hovered(client))).toContain("CR 1.5");
    await client.request("shutdown");
    await client.notify("exit", undefined);
    expect(await exitCode(child)).toBe(0);
  });

  test("leaves with 1 when its input ends without a shutdown", async () => {
    const { child, client } = overStdio();
    await client.initialize({});
    child.stdin?.end();
    expect(await exitCode(child)).toBe(1);
  });

  test("leaves with 1 when the process that forked it lets go", async () => {
    const { child, client } = overIpc();
    await client.initialize({});
    child.disconnect();
    expect(await exitCode(child)).toBe(1);
  });

  test("leaves when the editor's process is gone though its pipes are open", async () => {
    const gone = spawn(process.execPath, ["-e", ""]);
    await once(gone, "exit");
    const { child, client } = overStdio();
    await client.request("initialize", { processId: gone.pid, rootUri: null, capabilities: {} });
    expect(await exitCode(child)).toBe(1);
  });

  test("started by hand it says how it is started", async () => {
    const child = started(spawn(process.execPath, [server], { stdio: "pipe" }));
    let told = "";
    child.stderr?.on("data", (chunk) => {
      told += chunk;
    });
    let printed = "";
    child.stdout?.on("data", (chunk) => {
      printed += chunk;
    });
    expect(await exitCode(child)).toBe(2);
    expect(told).toContain("--stdio");
    expect(printed).toBe("");
  });
});

const NOTE_LOADS = fileURLToPath(new URL("../support/noteLoads.cjs", import.meta.url));

/** How a program is started so that it notes which files of the build it loads, and when it has written first. */
function noting() {
  const notes = join(folderOf({}).path, "notes");
  return {
    env: { ...process.env, NODE_OPTIONS: `--require "${NOTE_LOADS}"`, NOTES: notes },
    noted: () => readFileSync(notes, "utf8").trim().split("\n"),
  };
}

describe("what a start loads", () => {
  test("is, until a client has been answered, no session and no catalog", async () => {
    const { env, noted } = noting();
    const { child, client } = overStdio(env);
    await client.request("initialize", { processId: null, rootUri: null, capabilities: {} });
    await client.notify("initialized", {});
    expect(JSON.stringify(await hovered(client))).toContain("CR 1.5");
    await client.request("shutdown");
    await client.notify("exit", undefined);
    await exitCode(child);
    expect(noted()).toEqual(["server", "languageServer", "written", "session", "catalog"]);
  });

  test("is for a report the file that makes it, with what it shares with nobody", async () => {
    const { env, noted } = noting();
    const { child, client } = overStdio(env);
    const workspace = folderOf({ "a.c": "// @iec62443 CR 1.5\nint a;\n" });
    await client.initialize({ folders: [workspace.uri] });
    await client.settledCoverage();
    expect(noted()).not.toContain("reports");
    const made: unknown[] = [];
    for (const format of ["html", "csv", "soa", "xlsx", "oscal"]) {
      const params = { format, project: workspace.uri };
      const report = await client.request<object>("iec62443/report", params);
      made.push("text" in report ? report.text : (report as { base64: string }).base64);
    }
    expect(made.every((it) => typeof it === "string" && it.length > 500)).toBe(true);
    expect(noted().filter((it) => it === "reports")).toEqual(["reports"]);
    child.kill("SIGKILL");
  });

  test.each([
    ["--version", ["--version"], {}, ["cli"]],
    ["list", ["list"], { "a.c": "// @iec62443 CR 1.5\n" }, ["cli"]],
    ["list in a project", ["list"], { "iec62443.yaml": "target: 2\n" }, ["cli", "yaml"]],
    ["list as CSV", ["list", "--format", "csv"], {}, ["cli", "reports"]],
    ["report", ["report"], { "a.c": "// @iec62443 CR 1.5\n" }, ["cli", "reports", "catalog"]],
    ["explain", ["explain", "CR 1.5"], {}, ["cli", "catalog"]],
    ["lsp", ["lsp", "--stdio"], {}, ["cli", "server", "languageServer"]],
  ])("is for %s what it needs", async (_, args, files, expected) => {
    const { env, noted } = noting();
    const options = { env, cwd: folderOf(files).path };
    const child = started(spawn(process.execPath, [join(folder, "cli.cjs"), ...args], options));
    child.stdin?.end();
    child.stdout?.resume();
    await exitCode(child);
    expect(noted().filter((it) => it !== "written")).toEqual(expected);
  });
});

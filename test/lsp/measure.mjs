// Measures the bundled server as an editor meets it: `node test/lsp/measure.mjs [FILES]`.
import { spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { build } from "esbuild";
import {
  createMessageConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from "vscode-languageserver-protocol/node";
import { yamlLoader } from "../../catalog/yamlLoader.mjs";

const FILES = Number(process.argv[2] ?? 1000);
const PER_FILE = 10;
const folder = mkdtempSync(join(tmpdir(), "iec62443-measure-"));
const server = join(folder, "server.cjs");
const workspace = join(folder, "workspace");

await build({
  entryPoints: ["server/src/lsp/main.ts"],
  outfile: server,
  bundle: true,
  minify: true,
  platform: "node",
  format: "cjs",
  target: "node20",
  plugins: [yamlLoader()],
});
writeWorkspace();
try {
  const starts = [];
  for (let i = 0; i < 10; i++) starts.push(await timeToStart());
  print("spawn to initialize answered", starts);
  const bare = [];
  for (let i = 0; i < 10; i++) bare.push(await timeToStartNode());
  print("a bare node process, spawn to exit", bare);
  await measureSession();
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function writeWorkspace() {
  for (let i = 0; i < FILES; i++) {
    mkdirSync(join(workspace, `d${i % 100}`), { recursive: true });
    const lines = Array.from(
      { length: PER_FILE },
      (_, n) => `// @iec62443 CR 1.${n + 1}\nint f${n}(void);\n`,
    );
    writeFileSync(join(workspace, `d${i % 100}`, `f${i}.c`), lines.join("\n"));
  }
}

function start() {
  const child = spawn(process.execPath, [server, "--stdio"]);
  const connection = createMessageConnection(
    new StreamMessageReader(child.stdout),
    new StreamMessageWriter(child.stdin),
  );
  connection.listen();
  return { child, connection };
}

function initialize(connection, workspaceFolders) {
  return connection.sendRequest("initialize", {
    processId: process.pid,
    rootUri: null,
    capabilities: {},
    workspaceFolders,
  });
}

async function timeToStart() {
  const begin = performance.now();
  const { child, connection } = start();
  await initialize(connection, null);
  const time = performance.now() - begin;
  child.kill();
  return time;
}

async function timeToStartNode() {
  const begin = performance.now();
  const child = spawn(process.execPath, ["-e", ""]);
  await new Promise((resolve) => child.once("exit", resolve));
  return performance.now() - begin;
}

async function measureSession() {
  const { child, connection } = start();
  let published = () => {};
  // Other files are told of, too.
  connection.onNotification("textDocument/publishDiagnostics", (it) => published(it.uri));
  await initialize(connection, [{ uri: pathToFileURL(workspace).href, name: "w" }]);
  const begin = performance.now();
  await connection.sendNotification("initialized", {});
  let coverage;
  do {
    await new Promise((resolve) => setTimeout(resolve, 50));
    coverage = await connection.sendRequest("iec62443/coverage");
  } while (coverage.indexing || coverage.projects.length === 0);
  console.log(`indexed ${FILES * PER_FILE} annotations in ${(performance.now() - begin) | 0} ms`);

  const uri = pathToFileURL(join(workspace, "d0", "f0.c")).href;
  const filler = "int next(int value) { return value + 1; } /* a comment */\n".repeat(98);
  const text = `// @iec62443 CR 1.1\nint f(void);\n${filler}`.repeat(10);
  const textDocument = { uri, languageId: "c", version: 1, text };
  await connection.sendNotification("textDocument/didOpen", { textDocument });
  const keystrokes = [];
  for (let i = 0; i < 200; i++) {
    const from = performance.now();
    const heard = new Promise((resolve) => {
      published = (told) => told === uri && resolve();
    });
    const range = { start: { line: 0, character: 16 }, end: { line: 0, character: 19 } };
    await connection.sendNotification("textDocument/didChange", {
      textDocument: { uri, version: i + 2 },
      contentChanges: [{ range, text: i % 2 === 0 ? "9.9" : "1.1" }],
    });
    await heard;
    keystrokes.push(performance.now() - from);
  }
  print("keystroke to diagnostics, 1000 lines and 10 annotations open", keystrokes);
  const position = { line: 100, character: 15 };
  for (const method of ["hover", "completion", "definition", "references"]) {
    const times = [];
    for (let i = 0; i < 100; i++) {
      const from = performance.now();
      const params = { textDocument: { uri }, position, context: { includeDeclaration: true } };
      await connection.sendRequest(`textDocument/${method}`, params);
      times.push(performance.now() - from);
    }
    print(method, times);
  }
  child.kill();
}

function print(name, times) {
  const sorted = [...times].sort((a, b) => a - b);
  const at = (share) =>
    sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))].toFixed(1);
  console.log(`${name}: median ${at(0.5)} ms, p95 ${at(0.95)} ms, p99 ${at(0.99)} ms`);
}

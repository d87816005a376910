// Where the time goes: runs our programs, built with names that can be read, under Node's profiler, and tells the time of each
// file itself, without what it calls. Also by itself: node test/bench/profile.mjs FOLDER
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { build } from "esbuild";
import {
  createMessageConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from "vscode-languageserver-protocol/node";
import { nodePrograms } from "../../programs.mjs";
import { measured } from "../kernel/measured.mjs";
import { table } from "./markdown.mjs";

const SHOWN = 14;
const KEYSTROKES = 1000;

/** The tables of a cold run of the command line on a tree, and of keystrokes in a server that has read it. */
export async function profiles(tree) {
  const folder = mkdtempSync(join(tmpdir(), "bench-profile-"));
  try {
    const programs = await nodePrograms(folder);
    await Promise.all(programs.map((it) => build({ ...it, minify: false })));
    // Without the program of the threads everything is read in the first: the profiler sees no other to its end.
    rmSync(join(folder, "scanWorker.cjs"));
    const cold = await coldRun(folder, tree);
    const typed = await keystrokes(folder, tree);
    return `A cold run (\`list --no-cache\`, all of it in one thread):\n\n${cold}\n\nKeystrokes, ${KEYSTROKES} of them:\n\n${typed}`;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function coldRun(folder, tree) {
  const program = [join(folder, "cli.cjs"), "list", "--format", "json", "--no-cache", tree];
  const args = [...profilerIn(folder, "cold"), ...program];
  const { code, log } = await measured(process.execPath, args);
  if (code !== 0) throw new Error(`iec62443 list ended with code ${code}.\n${log}`);
  return tableOf(samplesIn(join(folder, "cold"), () => true));
}

function profilerIn(folder, name) {
  return ["--cpu-prof", `--cpu-prof-dir=${join(folder, name)}`];
}

/** Types in a file with an annotation, and waits for the findings each time. */
async function keystrokes(folder, tree) {
  const program = [join(folder, "server.cjs"), "--stdio"];
  const child = spawn(process.execPath, [...profilerIn(folder, "typed"), ...program], {
    stdio: ["pipe", "pipe", "inherit"],
    env: { ...process.env, XDG_CACHE_HOME: join(folder, "cache") },
  });
  const connection = createMessageConnection(
    new StreamMessageReader(child.stdout),
    new StreamMessageWriter(child.stdin),
  );
  connection.listen();
  const root = pathToFileURL(tree).href;
  const workspaceFolders = [{ uri: root, name: "w" }];
  await connection.sendRequest("initialize", {
    processId: null,
    capabilities: {},
    workspaceFolders,
  });
  await connection.sendNotification("initialized", {});
  await indexed(connection);
  const [from, to] = await typed(connection, `${root}/profiled.c`);
  await connection.sendRequest("shutdown");
  await connection.sendNotification("exit");
  await once(child, "exit");
  return tableOf(samplesIn(join(folder, "typed"), (at) => at >= from && at <= to));
}

async function indexed(connection) {
  for (;;) {
    const { indexing, projects } = await connection.sendRequest("iec62443/coverage");
    if (!indexing && projects.length > 0) return;
    await new Promise((wake) => setTimeout(wake, 50));
  }
}

/** When it began and ended, in microseconds of the clock that the profiler has. */
async function typed(connection, uri) {
  let heard = () => {};
  connection.onNotification("textDocument/publishDiagnostics", (it) => it.uri === uri && heard());
  const filler = "int next(int value) { return value + 1; } /* a comment */\n".repeat(98);
  const text = `// @iec62443 CR 1.1\nint f(void);\n${filler}`.repeat(10);
  const textDocument = { uri, languageId: "c", version: 1, text };
  await connection.sendNotification("textDocument/didOpen", { textDocument });
  const now = () => Number(process.hrtime.bigint() / 1000n);
  const from = now();
  for (let i = 0; i < KEYSTROKES; i++) {
    const told = new Promise((wake) => {
      heard = wake;
    });
    const range = { start: { line: 0, character: 16 }, end: { line: 0, character: 19 } };
    await connection.sendNotification("textDocument/didChange", {
      textDocument: { uri, version: i + 2 },
      contentChanges: [{ range, text: i % 2 === 0 ? "9.9" : "1.1" }],
    });
    await told;
  }
  return [from, now()];
}

/** The samples: where each was taken, and the milliseconds that it stands for. */
function samplesIn(folder, fits) {
  const samples = [];
  for (const file of readdirSync(folder)) {
    const profile = JSON.parse(readFileSync(join(folder, file), "utf8"));
    const nodes = new Map(profile.nodes.map((it) => [it.id, it.callFrame]));
    let at = profile.startTime;
    for (const [index, id] of profile.samples.entries()) {
      at += profile.timeDeltas[index];
      const ms = profile.timeDeltas[index] / 1000;
      if (fits(at)) samples.push({ ms, where: placeOf(nodes.get(id)) });
    }
  }
  return samples;
}

function tableOf(samples) {
  const sums = new Map();
  for (const { ms, where } of samples) sums.set(where, (sums.get(where) ?? 0) + ms);
  const busy = [...sums].filter(([where]) => where !== "(idle)");
  const total = busy.reduce((sum, [, ms]) => sum + ms, 0);
  const rows = busy
    .sort((a, b) => b[1] - a[1])
    .slice(0, SHOWN)
    .map(([where, ms]) => [where, ms.toFixed(0), `${((ms / total) * 100).toFixed(0)} %`]);
  return table(["where", "ms of itself", "share"], [...rows, ["all", total.toFixed(0), ""]]);
}

/** A source of ours, a module of Node or of npm, or what the engine does: by its name. */
function placeOf({ functionName, url, lineNumber }) {
  if (url === "")
    return functionName.startsWith("(") ? functionName : `engine: \`${functionName}\``;
  if (!url.startsWith("file:")) return `\`${url}\``;
  const modules = modulesOf(fileURLToPath(url));
  const at = modules.findLast((it) => it.line <= lineNumber);
  return `\`${at?.path.replace(/^.*node_modules\//, "") ?? "the bundle"}\``;
}

const MODULES = new Map();

/** esbuild writes the path of each module above it. */
function modulesOf(bundle) {
  if (!MODULES.has(bundle)) {
    const lines = readFileSync(bundle, "utf8").split("\n");
    const modules = lines.flatMap((it, line) => {
      const path = /^\s*\/\/ (\S+\.(?:[cm]?[jt]s|json|yaml))$/.exec(it)?.[1];
      return path === undefined ? [] : [{ line, path }];
    });
    MODULES.set(bundle, modules);
  }
  return MODULES.get(bundle);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  console.log(await profiles(resolve(process.argv[2] ?? ".")));
}

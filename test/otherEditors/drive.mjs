// Runs one editor on a copy of the sample product and judges what its script tells.
import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { chmod, mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { copyOfSample } from "../editor/workspace.mjs";
import { blockOf } from "../support/page.mjs";
import { ROOT } from "../support/root.mjs";

/** Longer than all that the scripts wait for themselves: who is still there then has stopped. In milliseconds. */
const HANGS = 900_000;
/** A server that has heard that its editor is gone ends at once. In milliseconds. */
const LINGERS = 60_000;
const SERVER_ENDS = "the server ends with the editor";

/** What was found in one editor: a failure for each check that failed or was never told of. */
export async function drive(editor) {
  const home = await mkdtemp(join(tmpdir(), "iec62443-editor-"));
  const product = await copyOfSample();
  try {
    const place = await prepared(editor, home);
    const file = join(product.folder, "firmware/auth/password.c");
    const ended = await runEditor(editor, { ...place, home, file, cwd: product.folder });
    const told = await linesOf(place.results);
    const outcomes = [
      ...editor.checks.map((title) => [title, faultOf(title, told.map(JSON.parse), ended)]),
      [SERVER_ENDS, await serversLeft(place.servers)],
    ];
    return judged(editor.name, outcomes, ended);
  } finally {
    product.remove();
    await rm(home, { recursive: true, force: true, maxRetries: 3 });
  }
}

function judged(name, outcomes, { output }) {
  const failures = outcomes.flatMap(([title, fault]) =>
    fault === undefined ? [] : [{ title: `${name}: ${title}`, detail: `${fault}\n${output}` }],
  );
  return { passed: outcomes.length - failures.length, failures };
}

/** The set-up of the page, and on the PATH a command that notes the process it becomes. */
async function prepared({ heading, language }, home) {
  const setUp = join(home, `set-up.${language}`);
  const results = join(home, "results");
  const servers = join(home, "servers");
  const bin = join(home, "bin");
  const command = join(bin, "iec62443");
  await mkdir(bin);
  await writeFile(setUp, blockOf("docs/editors.md", heading, language));
  const program = `exec ${quoted(process.execPath)} ${quoted(join(ROOT, "dist/cli.cjs"))} "$@"`;
  await writeFile(command, `#!/bin/sh\necho $$ >> ${quoted(servers)}\n${program}\n`);
  await chmod(command, 0o755);
  return { setUp, results, servers, bin };
}

function quoted(text) {
  return `'${text.replaceAll("'", `'\\''`)}'`;
}

/** Nothing of the user's own is read or written: the editor has a home of its own. */
async function runEditor({ program, start }, { home, bin, results, cwd, ...place }) {
  const env = {
    ...process.env,
    HOME: home,
    ...Object.fromEntries(
      ["CONFIG", "DATA", "STATE", "CACHE"].map((it) => [`XDG_${it}_HOME`, join(home, it)]),
    ),
    PATH: `${bin}:${process.env.PATH}`,
    TEST_RESULTS: results,
  };
  const child = spawn(program, start(place), { cwd, env, stdio: ["ignore", "pipe", "pipe"] });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding("utf8").on("data", (text) => {
      output += text;
    });
  }
  const guard = setTimeout(() => {
    output += `\nIt hung: it was ended after ${HANGS / 60_000} minutes.`;
    child.kill("SIGKILL");
  }, HANGS);
  const code = await new Promise((resolve) => {
    child.once("error", (error) => resolve(error.message));
    child.once("exit", (exitCode, signal) => resolve(exitCode ?? signal));
  });
  clearTimeout(guard);
  return { code, output };
}

function faultOf(title, told, { code }) {
  const outcomes = told.filter((it) => it.title === title);
  if (outcomes.length === 0) return `The editor ended (${code}) and did not tell of it.`;
  return outcomes.find((it) => it.fault !== undefined)?.fault;
}

/** A sentence when a server outlives its editor, or none was ever started. */
async function serversLeft(servers) {
  const started = await linesOf(servers);
  if (started.length === 0) return "No server was started.";
  const late = performance.now() + LINGERS;
  for (;;) {
    const left = [];
    for (const it of started) if (await isAlive(it)) left.push(it);
    if (left.length === 0) return undefined;
    if (performance.now() > late) {
      for (const it of left) process.kill(Number(it), "SIGKILL");
      return `Of ${started.length} servers ${left.length} stayed when the editor had ended.`;
    }
    await pause(50);
  }
}

/** Where nobody asks about an orphan that has ended it keeps its number, without a command line. */
async function isAlive(id) {
  try {
    process.kill(Number(id), 0);
  } catch {
    return false;
  }
  return (
    !existsSync("/proc/self") ||
    (await readFile(`/proc/${id}/cmdline`, "utf8").catch(() => "")) !== ""
  );
}

async function linesOf(path) {
  const text = await readFile(path, "utf8").catch(() => "");
  return text.split("\n").filter((it) => it !== "");
}

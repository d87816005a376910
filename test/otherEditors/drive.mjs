// Runs one editor on a copy of the sample product and judges what its script tells.
import { existsSync } from "node:fs";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { copyOfSample } from "../editor/workspace.mjs";
import { prepared, started } from "./run.mjs";

/** A server that has heard that its editor is gone ends at once. In milliseconds. */
const LINGERS = 60_000;
const SERVER_ENDS = "the server ends with the editor";
const SERVER_ENDS_TOO = "the server ends when the editor is killed";

/** What was found in one editor: a failure for each check that failed or was never told of. */
export async function drive(editor) {
  const used = await inProduct(editor, async (run) => {
    const ended = await run.ended;
    const told = (await linesOf(run.results)).map((it) => JSON.parse(it));
    return [
      ...editor.checks.map((title) => [title, faultOf(title, told, ended)]),
      [SERVER_ENDS, await serversLeft(run.servers)],
    ];
  });
  const killed = await inProduct(
    editor,
    async (run) => {
      // The first that is told is that the server attaches; then the editor stays until it is killed.
      while (run.isThere() && (await linesOf(run.results)).length === 0) await pause(20);
      run.kill();
      await run.ended;
      return [[SERVER_ENDS_TOO, await serversLeft(run.servers)]];
    },
    { TEST_STAYS: "1" },
  );
  const failures = [...used.failures, ...killed.failures];
  return { passed: used.passed + killed.passed, failures };
}

/** Starts an editor in a copy of the sample product, with a home of its own, and judges what `look` finds. */
async function inProduct(editor, look, env = {}) {
  const home = await mkdtemp(join(tmpdir(), "iec62443-editor-"));
  const product = await copyOfSample();
  try {
    const place = await prepared(editor, home);
    const file = join(product.folder, "firmware/auth/password.c");
    const run = started(editor, { ...place, home, file, cwd: product.folder, env });
    const outcomes = await look({ ...place, ...run });
    return judged(editor.name, outcomes, await run.ended);
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

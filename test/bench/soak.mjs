// An hour of editing, compressed into its events: afterwards the index has to equal a fresh one, and the memory has to be
// what it was after a while.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build } from "esbuild";
import { yamlLoader } from "../../catalog/yamlLoader.mjs";
import { measured } from "../kernel/measured.mjs";
import { ROOT } from "../support/root.mjs";
import { table } from "./markdown.mjs";

const MOST_GROWTH = 0.1;
/** Twenty minutes, until everything has happened some times. */
const WARM_UP = 1200;
/**
 * The code that the engine makes of what runs often, and throws away again, would be most of what is measured: only
 * the byte code of functions is made, and kept.
 */
const BYTE_CODE_ONLY = ["--no-opt", "--no-sparkplug", "--no-flush-bytecode"];

/** Lets a workspace, and then a server over stdio, soak. */
export async function soak({ events, seed }) {
  const folder = mkdtempSync(join(tmpdir(), "bench-soak-"));
  try {
    const program = await bundled(folder);
    const results = [];
    for (const what of ["workspace", "server"]) {
      results.push({ what, ...(await run(program, { what, events, seed })) });
    }
    return { text: tables(results), problems: results.flatMap((it) => problemsOf(it, seed)) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function bundled(folder) {
  const outfile = join(folder, "program.mjs");
  await build({
    entryPoints: [join(ROOT, "test/soak/program.ts")],
    bundle: true,
    platform: "node",
    format: "esm",
    outfile,
    plugins: [yamlLoader()],
    logLevel: "warning",
    banner: {
      js: 'import { createRequire } from "node:module"; const require = createRequire(import.meta.url);',
    },
  });
  return outfile;
}

async function run(program, { what, events, seed }) {
  const server = join(ROOT, "dist/server.cjs");
  const probe = join(ROOT, "test/soak/heapProbe.cjs");
  const engine = ["--expose-gc", ...BYTE_CODE_ONLY];
  const setup = JSON.stringify({ what, events, seed, warmUp: WARM_UP, server, probe, engine });
  const { code, output, log } = await measured(process.execPath, [...engine, program, setup]);
  if (code !== 0) throw new Error(`The soak of the ${what} ended with code ${code}.\n${log}`);
  return JSON.parse(output);
}

function growthOf({ before, after }) {
  return after / before - 1;
}

function tables(results) {
  const yes = (it) => (it ? "yes" : "**no**");
  const mebibytes = (bytes) => (bytes / 2 ** 20).toFixed(1);
  const rows = results.map((it) => [
    it.what,
    mebibytes(it.before),
    mebibytes(it.after),
    `${(growthOf(it) * 100).toFixed(1)} %`,
    yes(it.isLikeFresh),
    yes(it.isRestoredLikeFresh),
  ]);
  const head = [
    "what",
    "heap before MiB",
    "after",
    "growth",
    "equals a fresh one",
    "also when all is restored",
  ];
  const events = Object.entries(results[0].counts).map(([name, count]) => `${count} ${name}`);
  return `${table(head, rows)}\n\nEvents: ${events.join(", ")}.`;
}

function problemsOf(result, seed) {
  const { what, isLikeFresh, isRestoredLikeFresh } = result;
  const problems = [];
  if (!isLikeFresh)
    problems.push(`After the soak the ${what} is not like a fresh one (seed ${seed}).`);
  if (!isRestoredLikeFresh)
    problems.push(`Restored after the soak the ${what} is not like a fresh one (seed ${seed}).`);
  if (growthOf(result) > MOST_GROWTH)
    problems.push(
      `The memory of the ${what} has grown by more than ${MOST_GROWTH * 100} % (seed ${seed}).`,
    );
  return problems;
}

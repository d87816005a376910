// Indexes the whole source of the Linux kernel (78,579 files, 1.3 GB) with 13,700 annotations planted in it, by the command
// line and by the language server, and checks that exactly what was planted is found. Not part of `npm test`.
//   npm run kernel                       everything below the system's folder for temporary files
//   npm run kernel -- --cache FOLDER     there; 3 GB are needed, and stay for the next run
//   npm run kernel -- --seed N           another choice of places
// Needs Linux with apt (the package linux-source-6.1, fetched if it is not installed) and ripgrep, which is timed in
// the same run. The last line is `N passed, N failed`.
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { npm, run } from "../support/command.mjs";
import { install } from "../support/installed.mjs";
import { ROOT } from "../support/root.mjs";
import {
  claimsOf,
  coveredClaims,
  diagnosticsOf,
  difference,
  findingsOf,
  skippedIn,
} from "./checks.mjs";
import { annotatedKernel } from "./corpus.mjs";
import { measured } from "./measured.mjs";

const { cache, seed } = options();
const notReady = await install(ROOT);
if (notReady !== undefined) throw new Error(notReady);
await npm(["run", "--silent", "build"], { cwd: ROOT, echo: true });

const { tree, expected } = await annotatedKernel(cache, seed);

const totals = { passed: 0, failed: 0 };
const ripgrep = await ripgrepTime();
row("rg -c -F @iec62443", ripgrep);
await commandLine();
await languageServer();
console.log(`${totals.passed} passed, ${totals.failed} failed`);
process.exit(totals.failed === 0 ? 0 : 1);

function options() {
  const { values } = parseArgs({
    options: { cache: { type: "string" }, seed: { type: "string" } },
  });
  return { cache: resolve(values.cache ?? tmpdir()), seed: Number(values.seed ?? 62443) };
}

async function readLarge(folder) {
  const args = [".", "-type", "f", "-size", "+2097152c", "-printf", "%P\\n"];
  return (await run("find", args, { cwd: folder })).output.trim().split("\n");
}

/** The files are in the system's memory after the first run; the middle one of three more counts. */
async function ripgrepTime() {
  const args = ["-c", "-F", "@iec62443", "."];
  await measured("rg", args, { cwd: tree });
  const runs = [];
  for (let i = 0; i < 3; i++) runs.push(await measured("rg", args, { cwd: tree }));
  return runs.sort((a, b) => a.seconds - b.seconds)[1];
}

async function commandLine() {
  const list = await cli("list");
  check("list: the claims", expected.claims, claimsOf(list));
  check("list: the files too large to read", await readLarge(tree), skippedIn(list));
  check("check: the findings", expected.findings, findingsOf(await cli("check")));
  const [project] = (await cli("report")).projects;
  check(
    "report: the claims of the items",
    expected.covered,
    coveredClaims(project.items, (it) => `${it.path}:${it.line}`),
  );
}

async function cli(command) {
  const args = [join(ROOT, "dist/cli.cjs"), command, "--format", "json", "--no-cache", tree];
  const result = await measured(process.execPath, args);
  row(`iec62443 ${command}`, result);
  if (result.code > 1)
    throw new Error(`iec62443 ${command} ended with code ${result.code}.\n${result.log}`);
  return JSON.parse(result.output);
}

async function languageServer() {
  const { indexed } = await import("./languageServer.mjs");
  const result = await indexed(join(ROOT, "dist/server.cjs"), tree);
  row("language server, until indexed", result);
  console.log(`  initialize was answered after ${(result.answered * 1000).toFixed(0)} ms\n`);
  check("server: the diagnostics", expected.findings, diagnosticsOf(result));
  const claims = coveredClaims(result.items, (it) => `${it.path}:${it.range.start.line + 1}`);
  check("server: the claims of the items", expected.covered, claims);
}

function row(name, { seconds, peak }) {
  const factor = (seconds / ripgrep.seconds).toFixed(2);
  console.log(
    `${name.padEnd(32)} ${seconds.toFixed(2).padStart(7)} s  ${factor.padStart(6)} × rg  ${peak.toFixed(0).padStart(5)} MiB`,
  );
}

function check(title, wanted, found) {
  const { missing, surplus } = difference(wanted, found);
  const good = missing.length === 0 && surplus.length === 0;
  totals[good ? "passed" : "failed"]++;
  console.log(`  ${good ? "ok" : "FAILED"} ${title}: ${found.length} of ${wanted.length}`);
  show("missing", missing);
  show("not planted", surplus);
}

function show(title, lines) {
  for (const line of lines.slice(0, 10)) console.log(`    ${title}: ${line}`);
  if (lines.length > 10) console.log(`    ${title}: … ${lines.length - 10} more`);
}

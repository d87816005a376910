// Tells how long the programs take from being started to their first answer, beside Node that does nothing:
// node test/bench/start.mjs [rounds] [folder of a build]...
// Each round starts every program of every build in turn, so that what else the machine does falls on all alike.
import { spawn, spawnSync } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { ROOT } from "../support/root.mjs";

const [rounds = "21", ...folders] = process.argv.slice(2);
const builds = folders.length > 0 ? folders : [join(ROOT, "dist")];

const code = await mkdtemp(join(tmpdir(), "bench-start-"));
try {
  for (const name of ["a", "b", "c"])
    await writeFile(join(code, `${name}.c`), "// @iec62443 CR 1.5\nint a;\n");
  const starts = [
    { name: "node -e 0", start: () => run(["-e", "0"]) },
    ...builds.flatMap((it) => startsOf(resolve(it))),
  ];
  const times = starts.map(() => []);
  for (let round = 0; round < Number(rounds); round++) {
    for (const [index, { start }] of starts.entries()) times[index].push(await start());
  }
  const rows = starts.map(({ name }, index) => row(name, times[index], times[0]));
  console.log(`${rounds} rounds, milliseconds by the clock; × is the median beside bare node`);
  console.log(["p25".padStart(8), "median".padStart(8), "×".padStart(6), " program"].join(" "));
  console.log(rows.join("\n"));
} finally {
  await rm(code, { recursive: true });
}

function startsOf(build) {
  const cli = join(build, "cli.cjs");
  return [
    { name: `${build}: server, initialize`, start: () => initialized(join(build, "server.cjs")) },
    { name: `${build}: cli --version`, start: () => run([cli, "--version"]) },
    { name: `${build}: cli list`, start: () => run([cli, "list", code, "--no-cache"]) },
    { name: `${build}: cli explain`, start: () => run([cli, "explain", "CR 1.5"]) },
  ];
}

/** From the start of a process to its end. */
function run(args) {
  const began = performance.now();
  const { status, stderr } = spawnSync(process.execPath, args, { encoding: "utf8" });
  if (status !== 0) throw new Error(`${args.join(" ")} ended with ${status}: ${stderr}`);
  return performance.now() - began;
}

/** From the start of a server to its answer to the request that comes first. */
async function initialized(server) {
  const began = performance.now();
  const child = spawn(process.execPath, [server, "--stdio"], {
    stdio: ["pipe", "pipe", "inherit"],
  });
  const params = { processId: process.pid, rootUri: null, capabilities: {} };
  const text = JSON.stringify({ jsonrpc: "2.0", id: 1, method: "initialize", params });
  child.stdin.write(`Content-Length: ${text.length}\r\n\r\n${text}`);
  let answer = "";
  for await (const chunk of child.stdout) {
    answer += chunk;
    if (answer.includes('"serverInfo"')) break;
  }
  const took = performance.now() - began;
  if (!answer.includes('"serverInfo"')) throw new Error(`${server} did not answer: ${answer}`);
  child.kill();
  return took;
}

function row(name, times, bare) {
  const figures = [at(times, 0.25).toFixed(0), at(times, 0.5).toFixed(0)].map((it) =>
    it.padStart(8),
  );
  return [...figures, (at(times, 0.5) / at(bare, 0.5)).toFixed(2).padStart(6), ` ${name}`].join(
    " ",
  );
}

function at(times, quantile) {
  return [...times].sort((a, b) => a - b)[Math.floor(times.length * quantile)];
}

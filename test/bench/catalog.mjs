// Tells what the catalog adds to the start of the server, and how large it is in the bundle:
// node test/bench/catalog.mjs [starts]
import { spawnSync } from "node:child_process";
import { mkdtemp, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build } from "esbuild";
import { yamlLoader } from "../../catalog/yamlLoader.mjs";
import { ROOT } from "../support/root.mjs";

const [starts = 41] = process.argv.slice(2).map(Number);

/** What a start prints of itself: how long its work took, and how much of the processor it has had. */
const TELL =
  "const { user, system } = process.cpuUsage(); console.log(JSON.stringify({ took: performance.now() - began, cpu: (user + system) / 1000 }));";

const folder = await mkdtemp(join(tmpdir(), "bench-"));
try {
  const catalog = await bundled();
  const programs = {
    nothing: await program("nothing", ""),
    catalog: await program(
      "catalog",
      `require(${JSON.stringify(catalog)}).builtInCatalog().find({ part: "4-2", id: "CR 1.5" });`,
    ),
  };
  const runs = Array.from({ length: starts }, () => ({
    nothing: start(programs.nothing),
    catalog: start(programs.catalog),
  }));
  const added = (figure) =>
    `${median(runs.map((it) => it.catalog[figure] - it.nothing[figure])).toFixed(1)} ms`;
  console.log(`The catalog in a bundle: ${((await stat(catalog)).size / 1024).toFixed(0)} KiB`);
  console.log(`Added to a start of Node, median of ${starts} pairs:`);
  console.log(`  by the clock ${added("wall")}, of the processor ${added("cpu")}`);
  const took = median(runs.map((it) => it.catalog.took));
  console.log(`  to load and build it, by the clock inside ${took.toFixed(1)} ms`);
} finally {
  await rm(folder, { recursive: true });
}

/** The catalog and nothing else, as the server's bundle holds it. */
async function bundled() {
  const outfile = join(folder, "builtInCatalog.cjs");
  await build({
    entryPoints: [join(ROOT, "server/src/workspace/builtInCatalog.ts")],
    bundle: true,
    minify: true,
    platform: "node",
    format: "cjs",
    target: "node20",
    outfile,
    plugins: [yamlLoader()],
    logLevel: "warning",
  });
  return outfile;
}

async function program(name, work) {
  const file = join(folder, `${name}.cjs`);
  await writeFile(file, `const began = performance.now();\n${work}\n${TELL}\n`);
  return file;
}

/** One start of Node, which ends when its work is done. */
function start(file) {
  const began = performance.now();
  const { stdout, status } = spawnSync(process.execPath, [file], { encoding: "utf8" });
  if (status !== 0) throw new Error(`${file} ended with ${status}.`);
  return { wall: performance.now() - began, ...JSON.parse(stdout) };
}

function median(numbers) {
  return [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)];
}

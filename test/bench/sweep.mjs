// How the cost of an index grows with files, with bytes and with annotations: five sizes of each, the others held.
import { rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { measured } from "../kernel/measured.mjs";
import { ROOT } from "../support/root.mjs";
import { table } from "./markdown.mjs";
import { monorepo } from "./monorepo.mjs";
import { exponent, line, median } from "./statistics.mjs";

const MIDDLE = { files: 8_000, bytes: 32_000_000, annotations: 8_000 };
const FACTORS = [1 / 4, 1 / 2, 1, 2, 4];
const UNITS = {
  files: [1_000, "1,000 files"],
  bytes: [1e6, "MB"],
  annotations: [1_000, "1,000 annotations"],
};

/** Fifteen sizes in more rounds than this would take minutes. */
const ENOUGH = 5;

/** The table of the sweep. Sizes are run in turn, as tools are. */
export async function sweep({ cache, rounds, seed }) {
  const lines = [];
  for (const what of Object.keys(MIDDLE)) lines.push(await along(what, { cache, rounds, seed }));
  return table(
    ["grown", "sizes", "CPU ms", "ms", "exponent of CPU", "each more costs"],
    lines.map((it) => [it.what, it.sizes, it.cpu, it.wall, it.exponent, it.each]),
  );
}

async function along(what, { cache, rounds, seed }) {
  const points = FACTORS.map((factor) => {
    const size = { ...MIDDLE, [what]: MIDDLE[what] * factor, seed };
    const { tree, expected } = monorepo(cache, `sweep-${what}-${size[what]}`, size);
    const actual = { files: expected.files, bytes: expected.bytes, annotations: size.annotations };
    return { tree, x: actual[what], runs: [] };
  });
  for (let round = 0; round < Math.min(rounds, ENOUGH); round++) {
    for (const point of points) point.runs.push(await indexOf(point.tree));
  }
  const of = (figure) =>
    points.map(({ x, runs }) => [x, median(runs.map((it) => it[figure])) * 1000]);
  const [cpu, wall] = [of("cpu"), of("seconds")];
  const [unit, name] = UNITS[what];
  return {
    what,
    sizes: points.map((it) => Math.round(it.x).toLocaleString("en")).join(", "),
    cpu: cpu.map(([, it]) => it.toFixed(0)).join(", "),
    wall: wall.map(([, it]) => it.toFixed(0)).join(", "),
    exponent: exponent(cpu).toFixed(2),
    each: `${(line(cpu).slope * unit).toFixed(1)} ms of CPU for ${name}`,
  };
}

const OUTPUT = join(tmpdir(), `bench-sweep-${process.pid}.json`);
process.once("exit", () => rmSync(OUTPUT, { force: true }));

async function indexOf(tree) {
  const args = [join(ROOT, "dist/cli.cjs"), "list", "--format", "json", "--no-cache"];
  const run = await measured(process.execPath, [...args, "--output", OUTPUT, tree]);
  if (run.code !== 0) throw new Error(`iec62443 list ended with code ${run.code}.\n${run.log}`);
  return run;
}

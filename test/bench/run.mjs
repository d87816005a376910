// npm run bench: measures our programs, and beside them those that one would use in their place. `--help` says more.
import { join } from "node:path";
import { annotatedKernel } from "../kernel/corpus.mjs";
import { endOnSignals, npm } from "../support/command.mjs";
import { install } from "../support/installed.mjs";
import { ROOT } from "../support/root.mjs";
import { compare, countsTable, timesTable, WILD } from "./compare.mjs";
import { machine } from "./machine.mjs";
import { table, writeBetween } from "./markdown.mjs";
import { monorepo } from "./monorepo.mjs";
import { options } from "./options.mjs";
import { profiles } from "./profile.mjs";
import { serverFigures } from "./serverFigures.mjs";
import { soak } from "./soak.mjs";
import { sweep } from "./sweep.mjs";
import { toolsFor } from "./tools.mjs";

const PARTS = {
  kernel: async () => {
    const result = await sideBySide(await kernel());
    return { ...result, reach: kernelReach(result.rows) };
  },
  monorepo: () => sideBySide({ ...manyAnnotations(), inRepository: true }),
  server: () => serverFigures(told),
  sweep: async () => ({ text: await sweep(told), problems: [] }),
  soak: () => soak(told),
  profiles: async () => ({ text: await profiles((await kernel()).tree), problems: [] }),
};

endOnSignals();
const told = options(Object.keys(PARTS));
const notInstalled = await install(ROOT);
if (notInstalled !== undefined) throw new Error(notInstalled);
await npm(["run", "--silent", "build"], { cwd: ROOT, echo: true });

const profile = await machine();
console.log(`${profile}\n`);
const problems = [];
const reach = { rows: [], problems: [] };
for (const name of told.only) {
  const result = await PARTS[name]();
  problems.push(...result.problems);
  report(name, result.text, result.problems);
  if (result.reach === undefined) continue;
  reach.rows.push(...result.reach);
  reach.problems.push(...result.problems);
}
if (told.only.has("kernel") && told.only.has("server")) {
  report("reach", table(["what", "reach", "measured"], reach.rows), reach.problems);
}
for (const it of problems) console.log(it);
process.exit(problems.length === 0 ? 0 : 1);

/** Prints a part; what has problems is not put into the document. */
function report(name, text, problemsOfIt) {
  console.log(`## ${name}\n\n${text}\n`);
  if (!told.write) return;
  if (problemsOfIt.length > 0) console.log(`${name} is not written: see below.\n`);
  else writeBetween(join(ROOT, "docs/performance.md"), name, `${profile}.\n\n${text}`);
}

function kernel() {
  return annotatedKernel(told.cache, told.seed);
}

async function sideBySide(corpus) {
  const { rows, counted, problems } = await compare(
    await toolsFor(corpus, told.cache),
    told.rounds,
  );
  const planted = corpus.expected.words.filter((it) => it.what === "annotation").length;
  const text = `${timesTable(rows)}\n\n${countsTable(counted, planted.toLocaleString("en"))}`;
  return { text, problems, rows };
}

/** What is to be reached in the kernel's source, and what was. */
function kernelReach(rows) {
  const row = (end) => rows.find((it) => it.name === `iec62443 list, ${end}`);
  const ratio = (it) => (it === undefined || it.spread > WILD ? "too noisy" : it.ratio.toFixed(2));
  return [
    ["cold index, whole process / rg", "1.5", ratio(row("without a cache"))],
    ["warm start with the cache / rg", "1.0", ratio(row("with the cache"))],
    ["peak memory of the cold run", "200 MiB", `${row("without a cache").peak.toFixed(0)} MiB`],
  ];
}

function manyAnnotations() {
  const { annotations, seed } = told;
  const size = { files: 40_000, bytes: 160_000_000, annotations, seed, surrounded: true };
  return monorepo(told.cache, `monorepo-${annotations}`, size);
}

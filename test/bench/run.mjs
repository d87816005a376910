// npm run bench: measures our programs, and beside them those that one would use in their place. `--help` says more.
import { join } from "node:path";
import { annotatedKernel } from "../kernel/corpus.mjs";
import { endOnSignals, npm } from "../support/command.mjs";
import { install } from "../support/installed.mjs";
import { ROOT } from "../support/root.mjs";
import { compare, countsTable, timesTable } from "./compare.mjs";
import { machine } from "./machine.mjs";
import { writeBetween } from "./markdown.mjs";
import { monorepo } from "./monorepo.mjs";
import { options } from "./options.mjs";
import { profiles } from "./profile.mjs";
import { serverFigures } from "./serverFigures.mjs";
import { soak } from "./soak.mjs";
import { sweep } from "./sweep.mjs";
import { toolsFor } from "./tools.mjs";

const PARTS = {
  kernel: async () => sideBySide(await kernel()),
  monorepo: () => sideBySide({ ...manyAnnotations(), inRepository: true }),
  server: async () => ({ text: await serverFigures(told), problems: [] }),
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
for (const name of told.only) {
  const result = await PARTS[name]();
  const text = `${profile}; ${told.rounds} rounds.\n\n${result.text}`;
  console.log(`## ${name}\n\n${result.text}\n`);
  problems.push(...result.problems);
  if (told.write) writeBetween(join(ROOT, "docs/performance.md"), name, text);
}
for (const it of problems) console.log(it);
process.exit(problems.length === 0 ? 0 : 1);

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
  return { text, problems };
}

function manyAnnotations() {
  const { annotations, seed } = told;
  const size = { files: 40_000, bytes: 160_000_000, annotations, seed, surrounded: true };
  return monorepo(told.cache, `monorepo-${annotations}`, size);
}

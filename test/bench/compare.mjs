// Runs tools in turn on one tree, round by round, so that what else the machine does hits all alike.

import { UNEXPLAINED } from "./leasot.mjs";
import { mark, table } from "./markdown.mjs";
import { median, spread } from "./statistics.mjs";

/** Of ratios that lie further apart nothing is said: it would tell of the machine and not of the tools. */
export const WILD = 0.25;

const FEW = 3;

/** Measures; answers the rows of two tables, of times and of counts, and sentences on what is wrong. */
export async function compare(tools, rounds) {
  const { runs, missing } = await inTurn(tools, rounds);
  const run = tools.filter((it) => runs.get(it).length > 0);
  const counted = run.flatMap((tool) => countOf(tool, runs.get(tool)));
  const rows = run.map((tool) => rowOf(tool, runs, tools[0]));
  const wild = rows.filter((it) => it.spread > WILD).map((it) => it.name);
  return {
    rows,
    counted,
    problems: [...missing, ...few(rounds), ...noise(wild, rounds), ...counted.flatMap(unexplained)],
  };
}

/** The first round fills the system's memory with the files and is not counted. */
async function inTurn(tools, rounds) {
  const runs = new Map(tools.map((it) => [it, []]));
  const missing = new Set();
  await tools[0].run();
  for (let round = 0; round < rounds; round++) {
    for (const tool of tools) {
      if (round % tool.every !== 0) continue;
      process.stderr.write(`\rround ${round + 1} of ${rounds}: ${tool.name}\u001b[K`);
      const run = await tool.run();
      if (run.missing !== undefined) {
        missing.add(`${tool.name}: ${run.missing}.`);
        continue;
      }
      if (run.code > 1) throw new Error(`${tool.name} ended with code ${run.code}.\n${run.log}`);
      // One output is enough to count: they are large, and each has to be the same.
      const before = runs.get(tool)[0]?.output;
      if (tool.explain && before !== undefined && before.length !== run.output.length)
        throw new Error(`${tool.name} has printed something else in another round.`);
      runs.get(tool).push({ ...run, output: before ?? run.output, round });
    }
  }
  process.stderr.write("\r\u001b[K");
  return { runs, missing };
}

function rowOf(tool, runs, base) {
  const own = runs.get(tool);
  const ratios = own.map((it) => it.seconds / baseIn(runs.get(base), it.round).seconds);
  const of = (figure) => median(own.map((it) => it[figure]));
  const [seconds, cpu, peak, ratio] = [of("seconds"), of("cpu"), of("peak"), median(ratios)];
  const scatter = tool === base ? spread(own.map((it) => it.seconds)) : spread(ratios);
  return { name: tool.name, rounds: own.length, seconds, cpu, peak, ratio, spread: scatter };
}

function baseIn(runs, round) {
  return runs.find((it) => it.round === round);
}

function countOf(tool, [{ output }]) {
  if (tool.explain === undefined) return [];
  return [{ name: tool.name, ...tool.explain({ output }) }];
}

function unexplained({ name, reasons }) {
  return reasons
    .filter(([why]) => why === UNEXPLAINED)
    .map(([why, times]) => `${name}: ${times} differences ${why}.`);
}

/** The middle half of one or two numbers says nothing of how far they lie apart. */
function few(rounds) {
  return rounds < FEW
    ? [`Too few rounds to tell how noisy it is. Take more: --rounds ${FEW}.`]
    : [];
}

function noise(names, rounds) {
  if (names.length === 0) return [];
  return [
    `Too noisy: the middle half of the ratios is more than ${WILD * 100} % apart for ${names.join("; ")}. Let nothing else run, or take more rounds: --rounds ${rounds * 2}.`,
  ];
}

/** The table of times; a ratio that is too wild is not told. */
export function timesTable(rows) {
  return table(
    ["what", "seconds", "× rg", "spread", "CPU s", "peak MiB", "rounds"],
    rows.map((it) => [
      mark(it.name),
      it.seconds.toFixed(2),
      it.spread > WILD ? "too noisy" : it.ratio.toFixed(2),
      `${(it.spread * 100).toFixed(0)} %`,
      it.cpu.toFixed(2),
      it.peak.toFixed(0),
      it.rounds,
    ]),
  );
}

export function countsTable(counted, planted) {
  const other = (why, times) => `${times.toLocaleString("en")} ${why}`;
  return table(
    ["what", "counts", "beside what was planted"],
    [
      ["planted", planted, ""],
      ...counted.map(({ name, count, reasons }) => [
        mark(name),
        count.toLocaleString("en"),
        reasons.map(([why, times]) => other(why, times)).join("; ") || "exactly",
      ]),
    ],
  );
}

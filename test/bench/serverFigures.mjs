// The answers of the language server in a workspace with many annotations, as tables.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ROOT } from "../support/root.mjs";
import { table } from "./markdown.mjs";
import { measureServer, measureStart, NAMES, writeAnnotatedFolder } from "./serverMeasures.mjs";
import { quantile } from "./statistics.mjs";

const PER_FILE = 10;

/** Start and session at that many annotations: by the clock, as a client meets it. */
export async function serverFigures({ annotations, rounds }) {
  const server = join(ROOT, "dist/server.cjs");
  const folder = mkdtempSync(join(tmpdir(), "bench-server-"));
  const files = Math.round(annotations / PER_FILE);
  try {
    writeAnnotatedFolder(folder, { files, perFile: PER_FILE });
    const start = await measureStart(server, { rounds: 3 * rounds });
    const session = await measureServer({ server, folder, files, perFile: PER_FILE });
    const samples = { ...start.samples, ...session.samples };
    const counts = table(["what", "how many"], Object.entries(session.counts));
    return { text: `${times(samples)}\n\n${counts}`, reach: reachOf(samples), problems: [] };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function times(samples) {
  const rows = Object.entries(samples).map(([name, all]) => [
    name,
    ...[0.5, 0.95, 0.99].map((it) => quantile(all, it).toFixed(1)),
    all.length,
  ]);
  return table(["what", "median ms", "p95 ms", "p99 ms", "times"], rows);
}

/** What is to be reached, in milliseconds: of so large a share of the times. */
const REACH = [
  [NAMES.keystroke, 0.95, 20],
  [NAMES.hover, 0.99, 5],
  [NAMES.completion, 0.99, 5],
  [NAMES.definition, 0.99, 5],
  [NAMES.references, 0.5, 50],
  [NAMES.coverageAfterEdit, 0.5, 30],
  [NAMES.hoverWhileIndexing, 1, 50],
  [NAMES.hoverWhileCheckout, 1, 50],
  [NAMES.checkout, 0.5, 2000],
  [NAMES.start, 0.5, 150],
];

function reachOf(samples) {
  return REACH.map(([name, share, most]) => {
    const which = share === 1 ? "largest" : share === 0.5 ? "median" : `p${share * 100}`;
    const value = quantile(samples[name], share).toFixed(1);
    return [`${name}, ${which}`, `${most} ms`, `${value} ms`];
  });
}

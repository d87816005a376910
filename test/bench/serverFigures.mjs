// The answers of the language server in a workspace with many annotations, as tables.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ROOT } from "../support/root.mjs";
import { table } from "./markdown.mjs";
import { measureServer, measureStart, writeAnnotatedFolder } from "./serverMeasures.mjs";
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
    return [
      times({ ...start.samples, ...session.samples }),
      table(["what", "how many"], Object.entries(session.counts)),
    ].join("\n\n");
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

// Measures the bundled server as an editor meets it: node test/bench/server.mjs [FILES] [PROFILE_FOLDER]
// With a folder to profile into, the session's CPU profile is written there and names are not minified.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build } from "esbuild";
import { nodePrograms } from "../../programs.mjs";
import { measureServer, measureStart, writeAnnotatedFolder } from "./serverMeasures.mjs";

const FILES = Number(process.argv[2] ?? 1000);
const PROFILES = process.argv[3];
const PER_FILE = 10;
const place = mkdtempSync(join(tmpdir(), "iec62443-measure-"));
const server = join(place, "server.cjs");
const folder = join(place, "workspace");

try {
  process.env.XDG_CACHE_HOME = join(place, "cache");
  for (const it of await nodePrograms(place))
    await build({ ...it, minify: PROFILES === undefined });
  writeAnnotatedFolder(folder, { files: FILES, perFile: PER_FILE });
  console.log(`${FILES} files, ${FILES * PER_FILE} annotations`);
  if (PROFILES === undefined) print(await measureStart(server));
  const nodeArguments = PROFILES === undefined ? [] : ["--cpu-prof", `--cpu-prof-dir=${PROFILES}`];
  print(await measureServer({ server, folder, files: FILES, perFile: PER_FILE, nodeArguments }));
} finally {
  rmSync(place, { recursive: true, force: true });
}

function print({ samples, counts }) {
  for (const [name, times] of Object.entries(samples)) {
    const sorted = [...times].sort((a, b) => a - b);
    const at = (share) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
    const [median, p95, p99] = [0.5, 0.95, 0.99].map((it) => at(it).toFixed(1));
    console.log(`${name}: median ${median} ms, p95 ${p95} ms, p99 ${p99} ms (${times.length})`);
  }
  for (const [name, count] of Object.entries(counts)) console.log(`${name}: ${count}`);
}

// Tells what it costs to write what was found in files as text and to read it again, beside JSON of the same objects,
// in time of the processor:
//   node test/bench/scanText.mjs FOLDER
//   --passes N            how often; the median is told (11)
import { readdirSync, readFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { isDeepStrictEqual, parseArgs } from "node:util";
import { build } from "esbuild";
import { ROOT } from "../support/root.mjs";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { passes: { type: "string", default: "11" } },
});
const [folder] = positionals;
if (folder === undefined) throw new Error("Name a folder: node test/bench/scanText.mjs FOLDER");

const code = await bundled();
const scans = [...scansBelow(folder)];
const annotations = scans.reduce((sum, it) => sum + it.annotations.length, 0);
console.log(`${scans.length} files with something in them, ${annotations} annotations`);

const ways = {
  "as JSON": { write: JSON.stringify, read: JSON.parse, writing: [], reading: [] },
  now: { write: code.textOfScan, read: code.scanOfText, writing: [], reading: [] },
};
for (let pass = 0; pass < Number(values.passes); pass++) {
  for (const way of Object.values(ways)) {
    const texts = timed(way.writing, () => scans.map((it) => way.write(it)));
    way.texts = texts;
    way.scans = timed(way.reading, () => texts.map((it) => way.read(it)));
  }
}
for (const [name, { writing, reading, texts }] of Object.entries(ways)) {
  const size = texts.reduce((sum, it) => sum + it.length, 0) / 1000;
  const [write, read] = [writing, reading].map(
    (it) => `${median(it).toFixed(1)} ms (the first time ${it[0].toFixed(1)} ms)`,
  );
  console.log(`${name}: written in ${write}, read in ${read}, ${size.toFixed(0)} kB`);
}
const { "as JSON": before, now } = ways;
console.log(`now / as JSON: written ${ratio("writing")}, read ${ratio("reading")}`);
const others = scans.filter((it, at) => !isDeepStrictEqual(now.scans[at], it));
console.log(`other after reading: ${others.length}`);

function ratio(what) {
  return median(now[what].map((it, pass) => it / before[what][pass])).toFixed(3);
}

/** In time of the processor, which counts what is collected and optimized in other threads too. */
function timed(times, action) {
  const start = process.cpuUsage();
  const result = action();
  const { user, system } = process.cpuUsage(start);
  times.push((user + system) / 1000);
  return result;
}

function median(numbers) {
  return [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)];
}

function* scansBelow(root) {
  for (const entry of readdirSync(root, { withFileTypes: true, recursive: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath ?? entry.path, entry.name);
    const bytes = readFileSync(path);
    if (!bytes.includes("62443")) continue;
    const text = bytes.toString();
    const scan = code.scan(text, code.languageOf(path, text.slice(0, 200).split("\n", 1)[0]));
    if (!code.isEmpty(scan)) yield scan;
  }
}

/** The present code, as a module that Node can load. */
async function bundled() {
  const temporary = await mkdtemp(join(tmpdir(), "bench-"));
  const outfile = join(temporary, "bench.mjs");
  const contents = `
    export { languageOf } from "./server/src/core/languages.ts";
    export { isEmpty, scan } from "./server/src/core/scan.ts";
    export { scanOfText, textOfScan } from "./server/src/core/scanText.ts";
  `;
  await build({
    stdin: { contents, resolveDir: ROOT, loader: "ts" },
    bundle: true,
    platform: "node",
    format: "esm",
    outfile,
    logLevel: "warning",
  });
  try {
    return await import(pathToFileURL(outfile).href);
  } finally {
    await rm(temporary, { recursive: true });
  }
}

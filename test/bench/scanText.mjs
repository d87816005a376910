// Tells what it costs to write what was found in files as text and to read it again, beside JSON of the same objects,
// in time of the processor:
//   node test/bench/scanText.mjs FOLDER
//   --passes N            how often; the median is told (11)
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { isDeepStrictEqual, parseArgs } from "node:util";
import { bundled, median, timed } from "./bundled.mjs";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { passes: { type: "string", default: "11" } },
});
const [folder] = positionals;
if (folder === undefined) throw new Error("Name a folder: node test/bench/scanText.mjs FOLDER");

const code = await bundled(`
  export { languageOf } from "./server/src/core/languages.ts";
  export { isEmpty, scan } from "./server/src/core/scan.ts";
  export { scanOfText, textOfScan } from "./server/src/core/scanText.ts";
`);
const scans = [...scansBelow(folder)];
const annotations = scans.reduce((sum, it) => sum + it.annotations.length, 0);
console.log(`${scans.length} files with something in them, ${annotations} annotations`);

const ways = {
  "as JSON": { write: JSON.stringify, read: JSON.parse, writing: [], reading: [] },
  now: { write: code.textOfScan, read: code.scanOfText, writing: [], reading: [] },
};
for (let pass = 0; pass < Number(values.passes); pass++) {
  for (const way of Object.values(ways)) {
    const texts = noted(way.writing, () => scans.map((it) => way.write(it)));
    way.texts = texts;
    way.scans = noted(way.reading, () => texts.map((it) => way.read(it)));
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

function noted(times, action) {
  const { value, ms } = timed(action);
  times.push(ms);
  return value;
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

// Tells what it costs to find the annotations of texts that are in memory, in time of the processor:
//   node test/bench/scan.mjs FOLDER                  the files of a folder that hold the word
//   node test/bench/scan.mjs FOLDER --all end        all its sources, with an annotation put at their start, middle or end
//   --passes N            how often; the median is told (11)
//   --keep FILE.mjs       keeps the present code, to be compared with later
//   --against FILE.mjs    an older bundle side by side, and whether it finds the same
import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { isDeepStrictEqual, parseArgs } from "node:util";
import { bundled, median, timed } from "./bundled.mjs";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    all: { type: "string" },
    passes: { type: "string", default: "11" },
    keep: { type: "string" },
    against: { type: "string" },
  },
});
const [folder] = positionals;
if (folder === undefined) throw new Error("Name a folder: node test/bench/scan.mjs FOLDER");

/** So much text is enough to compare on, and fits in memory. */
const MOST = 256 * 1024 * 1024;
/** Larger files are no sources. */
const LARGEST = 2 * 1024 * 1024;

const now = await bundled(
  `
    export { languageOf } from "./server/src/core/languages.ts";
    export { scan } from "./server/src/core/scan.ts";
  `,
  values.keep,
);
const before = values.against && (await import(pathToFileURL(resolve(values.against)).href));
const files = textsBelow(folder);
const megabytes = files.reduce((sum, it) => sum + it.text.length, 0) / 1e6;
const annotations = files.reduce((sum, it) => sum + scanned(now, it).annotations.length, 0);
console.log(`${files.length} files, ${megabytes.toFixed(1)} MB, ${annotations} annotations`);

const times = { now: [], before: [] };
for (let pass = 0; pass < Number(values.passes); pass++) {
  if (before) times.before.push(scanAll(before));
  times.now.push(scanAll(now));
}
tell("now", times.now);
if (before) {
  tell("before", times.before);
  const ratios = times.now.map((it, pass) => it / times.before[pass]);
  console.log(`now / before: ${median(ratios).toFixed(3)}`);
  const other = files.filter((it) => !isDeepStrictEqual(scanned(now, it), scanned(before, it)));
  console.log(`other results: ${other.length}${other.slice(0, 5).map((it) => `\n  ${it.path}`)}`);
}

function tell(name, all) {
  const ms = median(all);
  console.log(`${name}: ${ms.toFixed(1)} ms, ${(ms / megabytes).toFixed(3)} ms/MB`);
}

function scanAll(code) {
  return timed(() => {
    for (const it of files) scanned(code, it);
  }).ms;
}

function scanned({ scan, languageOf }, { path, text }) {
  return scan(text, languageOf(path, text.slice(0, 200).split("\n", 1)[0]));
}

function textsBelow(root) {
  const texts = [];
  const folders = [root];
  let size = 0;
  for (let next = folders.pop(); next !== undefined && size < MOST; next = folders.pop()) {
    for (const entry of readdirSync(next, { withFileTypes: true })) {
      const path = join(next, entry.name);
      if (entry.isDirectory()) folders.push(path);
      const text = entry.isFile() ? textOf(path) : undefined;
      if (text === undefined) continue;
      size += text.length;
      texts.push({ path, text });
    }
  }
  return texts;
}

/** The text of a file that is worth to be scanned. */
function textOf(path) {
  const bytes = readFileSync(path);
  if (bytes.length > LARGEST) return undefined;
  if (values.all === undefined) return bytes.includes("62443") ? bytes.toString() : undefined;
  const language = now.languageOf(path, "");
  if (language === undefined || bytes.includes(0)) return undefined;
  return planted(bytes.toString(), language);
}

/** The text with an annotation in a line of its own; what it holds already is taken out of sight. */
function planted(source, { lineComment = "", blockComments: [[open, close] = ["", ""]] }) {
  const text = source.replaceAll("62443", "62444");
  const comment =
    lineComment === "" ? `${open} @iec62443 CR 1.5 ${close}` : `${lineComment} @iec62443 CR 1.5`;
  const near = { start: 0, middle: text.length / 2, end: text.length }[values.all] ?? 0;
  const at = text.lastIndexOf("\n", near) + 1;
  return Buffer.from(`${text.slice(0, at)}${comment}\n${text.slice(at)}`).toString();
}

// Generates a monorepo of several products in many languages, with annotations in it, from a seed alone.
import { mkdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { standing } from "../kernel/corpus.mjs";
import { KINDS } from "../kernel/kinds.mjs";
import { pickOne, randomOf } from "../kernel/random.mjs";
import { LANGUAGES } from "./monorepoLanguages.mjs";
import { sourceOf } from "./monorepoSource.mjs";
import { surroundings } from "./monorepoSurroundings.mjs";

/** Goes up with every change of what is generated. */
const VERSION = 2;
const ANNOTATIONS_IN_A_FILE = 8;
const FILES_IN_A_FOLDER = 20;

const PRODUCTS = {
  "plc-runtime": "embedded-device",
  gateway: "network-device",
  hmi: "host-device",
  historian: "software-application",
  engineering: "software-application",
  updater: "software-application",
};

/**
 * The monorepo below a cache folder, generated unless it stands there already. `size` says how many source files,
 * bytes in them and annotations; `with: "surroundings"` adds what has to be left out.
 */
export function monorepo(cache, name, size) {
  const tree = join(cache, name);
  const stamp = join(cache, `${name}.json`);
  const made = { version: VERSION, ...size };
  const before = standing(stamp, made);
  if (before !== undefined) return { tree, expected: before };

  rmSync(stamp, { force: true });
  rmSync(tree, { recursive: true, force: true });
  console.error(`Generating ${tree}: ${size.files} files, ${size.annotations} annotations`);
  const expected = generate(tree, size);
  writeFileSync(stamp, JSON.stringify({ made, expected }));
  return { tree, expected };
}

function generate(tree, { files, bytes, annotations, seed, surrounded = false }) {
  const random = randomOf(seed);
  const expected = { claims: [], covered: [], findings: [], words: [] };
  const write = writer(tree);
  for (const [product, component] of Object.entries(PRODUCTS)) {
    const text = `product: ${product}\ncomponent: ${component}\ntarget: 2\n`;
    write(`products/${product}/iec62443.yaml`, text);
  }
  const holders = Math.min(files, Math.ceil(annotations / ANNOTATIONS_IN_A_FILE));
  const totals = { files: 0, bytes: 0 };
  let left = annotations;
  for (let file = 0; file < files; file++) {
    // Spread evenly, so that every folder has its share.
    const isHolder =
      Math.floor(((file + 1) * holders) / files) > Math.floor((file * holders) / files);
    const holdersLeft = holders - Math.floor((file * holders) / files);
    const count = isHolder ? Math.ceil(left / holdersLeft) : 0;
    left -= count;
    const language = pickOne(random, LANGUAGES);
    const path = pathOf(file, language);
    const planted = Array.from({ length: count }, () => weighted(random)(random));
    const aim = (bytes / files) * (0.5 + random());
    const text = sourceOf({ random, language, path, planted, aim, expected, decoys: surrounded });
    totals.files++;
    totals.bytes += write(path, text);
  }
  if (surrounded) surroundings({ write, expected, random, products: Object.keys(PRODUCTS) });
  return { ...expected, ...totals };
}

function pathOf(file, { extension }) {
  const folder = Math.floor(file / FILES_IN_A_FOLDER);
  const products = Object.keys(PRODUCTS);
  const product = products[folder % products.length];
  const area = Math.floor(folder / products.length);
  const module = `products/${product}/area${area % 12}/module${Math.floor(area / 12)}`;
  return `${module}/${file % 97 === 0 ? "prüf schritt" : "step"}${file}.${extension}`;
}

const WEIGHTS = KINDS.flatMap(({ count, make }) => Array(Math.round(count / 50)).fill(make));

function weighted(random) {
  return pickOne(random, WEIGHTS);
}

/** Writes files below a folder; answers the size of each. */
function writer(tree) {
  const made = new Set();
  return (path, content) => {
    const file = join(tree, path);
    const folder = dirname(file);
    if (!made.has(folder)) mkdirSync(folder, { recursive: true });
    made.add(folder);
    writeFileSync(file, content);
    return typeof content === "string" ? Buffer.byteLength(content) : statSync(file).size;
  };
}

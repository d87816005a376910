// Tells what it costs to walk over a folder without reading the files in it, in time of the processor:
//   node test/bench/walk.mjs FOLDER
//   --passes N            how often; the median is told (11)
//   --gitignore FILE      takes the place of the folder's own .gitignore
//   --keep FILE.mjs       keeps the present code, to be compared with later
//   --against FILE.mjs    an older bundle side by side, and whether it would read the same files
import { readdirSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import { bundled, median, timed } from "./bundled.mjs";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    passes: { type: "string", default: "11" },
    gitignore: { type: "string" },
    keep: { type: "string" },
    against: { type: "string" },
  },
});
if (positionals[0] === undefined) throw new Error("Name a folder: node test/bench/walk.mjs FOLDER");
/** How files end that say which others are read. */
const DECIDING = [
  "ignore",
  "/exclude",
  "/.git",
  "/iec62443.yaml",
  "/iec62443.yml",
  "/iec62443.json",
];
const folder = resolve(positionals[0]);
const gitIgnore = values.gitignore && readFileSync(values.gitignore);

const now = await bundled(
  `
    export { DEFAULT_CONFIG } from "./server/src/core/config.ts";
    export { builtInCatalog } from "./server/src/workspace/builtInCatalog.ts";
    export { nodeFiles } from "./server/src/workspace/fileSystem.ts";
    export { Indexer } from "./server/src/workspace/indexer.ts";
    export { Walk } from "./server/src/workspace/walk.ts";
  `,
  values.keep,
);
const before = values.against && (await import(pathToFileURL(resolve(values.against)).href));
const catalog = now.builtInCatalog();
const first = found(now);
console.log(`${first.folders.length} folders, ${first.files.length} files to read`);
if (before) {
  const other = found(before);
  const isSame = ["folders", "files"].every((it) => first[it].join("\n") === other[it].join("\n"));
  console.log(isSame ? "before: the same files" : `before: ${other.files.length} files, others`);
}

const times = { now: [], before: [], listing: [] };
for (let pass = 0; pass < Number(values.passes); pass++) {
  if (before) times.before.push(timed(() => walk(before)).ms);
  times.now.push(timed(() => walk(now)).ms);
  times.listing.push(timed(() => first.folders.forEach(listed)).ms);
}
for (const [name, all] of Object.entries(times)) {
  if (all.length > 0) console.log(`${name}: ${median(all).toFixed(0)} ms`);
}
if (before) {
  const ratios = times.now.map((it, pass) => it / times.before[pass]);
  console.log(`now / before: ${median(ratios).toFixed(3)}`);
}

function listed(path) {
  return readdirSync(path, { withFileTypes: true });
}

/** The folders that are listed and the files that would be read. */
function found(code) {
  const folders = [];
  const files = [];
  walk(code, {
    list: (path) => folders.push(path),
    read: (path) => files.push(path),
  });
  return { folders, files };
}

/** No file answers but those that decide over others. */
function walk({ DEFAULT_CONFIG, Indexer, nodeFiles, Walk }, heard) {
  const disk = nodeFiles();
  const files = {
    stat: disk.stat,
    list: (path) => {
      heard?.list(path);
      return disk.list(path);
    },
    read: (path, ...options) => {
      if (gitIgnore && path === `${folder}/.gitignore`) return { kind: "bytes", bytes: gitIgnore };
      if (DECIDING.some((it) => path.endsWith(it))) return disk.read(path, ...options);
      heard?.read(path);
      return { kind: "gone" };
    },
  };
  const options = { files, catalog, today: () => "2026-11-24", ruleCodes: [] };
  const indexer = new Indexer({ ...options, log: console.error }, DEFAULT_CONFIG);
  indexer.setFolders([folder]);
  for (const _ of new Walk(indexer, folder).steps());
}

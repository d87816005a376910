// What the benchmarks of single parts share: our own modules as one that Node can load, and time of the processor.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { build } from "esbuild";
import { yamlLoader } from "../../catalog/yamlLoader.mjs";
import { ROOT } from "../support/root.mjs";

/** Exports of our sources, bundled and loaded. With `kept`, the bundle stays in that file, to be compared with later. */
export async function bundled(contents, kept) {
  const folder = await mkdtemp(join(tmpdir(), "bench-"));
  const outfile = kept === undefined ? join(folder, "bench.mjs") : resolve(kept);
  await build({
    stdin: { contents, resolveDir: ROOT, loader: "ts" },
    bundle: true,
    platform: "node",
    format: "esm",
    outfile,
    plugins: [yamlLoader()],
    logLevel: "warning",
    banner: {
      js: 'import { createRequire } from "node:module"; const require = createRequire(import.meta.url);',
    },
  });
  try {
    return await import(pathToFileURL(outfile).href);
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** Milliseconds of the processor that an action takes: what else runs on the machine does not count. */
export function timed(action) {
  const start = process.cpuUsage();
  const value = action();
  const { user, system } = process.cpuUsage(start);
  return { value, ms: (user + system) / 1000 };
}

export function median(numbers) {
  return [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)];
}

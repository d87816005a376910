// Bundles the programs into dist/. `node esbuild.mjs --watch` keeps doing so.
import { chmod } from "node:fs/promises";
import * as esbuild from "esbuild";
import { writeBillOfMaterials } from "./billOfMaterials.mjs";
import { writeNotices } from "./notices.mjs";
import { programs } from "./programs.mjs";

if (process.argv.includes("--watch")) {
  for (const program of await programs("dist"))
    await (await esbuild.context({ ...program, sourcemap: "inline" })).watch();
} else {
  const builds = await Promise.all((await programs("dist")).map((it) => esbuild.build(it)));
  await writeNotices("dist/THIRD-PARTY-NOTICES.txt", builds);
  await writeBillOfMaterials("dist/sbom.cdx.json", builds);
  await chmod("dist/cli.cjs", 0o755);
}

// Bundles the suite that runs inside the extension host.
import { fileURLToPath } from "node:url";
import * as esbuild from "esbuild";
import { TEST_FOLDER } from "./host.mjs";

/** The bundle's path; VS Code calls its export `run`. Mocha stays outside: it finds its own files by their place. */
export async function bundleSuite() {
  const outfile = `${TEST_FOLDER}suite/entry.cjs`;
  await esbuild.build({
    entryPoints: [fileURLToPath(new URL("suite/entry.ts", import.meta.url))],
    outfile,
    bundle: true,
    platform: "node",
    format: "cjs",
    target: "node20",
    external: ["vscode", "mocha"],
    sourcemap: "inline",
    logLevel: "warning",
  });
  return outfile;
}

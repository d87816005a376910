// Bundles the four programs into dist/. `node esbuild.mjs --watch` keeps doing so.
import { chmod } from "node:fs/promises";
import * as esbuild from "esbuild";
import { yamlLoader } from "./catalog/yamlLoader.mjs";

const common = {
  bundle: true,
  minify: true,
  legalComments: "none",
  logLevel: "warning",
  plugins: [yamlLoader()],
};

/** Node programs are CommonJS: VS Code loads its extensions that way. */
const node = { ...common, platform: "node", format: "cjs", target: "node20" };

const programs = [
  {
    ...node,
    entryPoints: ["client/src/extension.ts"],
    outfile: "dist/client.cjs",
    external: ["vscode"],
  },
  { ...node, entryPoints: ["server/src/lsp/main.ts"], outfile: "dist/server.cjs" },
  {
    ...node,
    entryPoints: ["server/src/cli/main.ts"],
    outfile: "dist/cli.cjs",
    banner: { js: "#!/usr/bin/env node" },
  },
  {
    ...common,
    platform: "browser",
    format: "iife",
    target: "es2022",
    entryPoints: ["client/panel/panel.ts"],
    outfile: "dist/panel.js",
  },
  { ...common, entryPoints: ["client/panel/panel.css"], outfile: "dist/panel.css" },
];

if (process.argv.includes("--watch")) {
  for (const program of programs) await (await esbuild.context(program)).watch();
} else {
  await Promise.all(programs.map((program) => esbuild.build(program)));
  await chmod("dist/cli.cjs", 0o755);
}

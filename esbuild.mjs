// Bundles the programs into dist/. `node esbuild.mjs --watch` keeps doing so.
import { chmod } from "node:fs/promises";
import * as esbuild from "esbuild";
import { buildId } from "./buildId.mjs";
import { yamlLoader } from "./catalog/yamlLoader.mjs";
import { writeNotices } from "./notices.mjs";

const watching = process.argv.includes("--watch");

const common = {
  bundle: true,
  minify: true,
  // Licences are passed on in one file: see notices.mjs.
  legalComments: "none",
  metafile: true,
  sourcemap: watching && "inline",
  logLevel: "warning",
  plugins: [yamlLoader()],
};

/** Node programs are CommonJS: VS Code loads its extensions that way. */
const node = {
  ...common,
  platform: "node",
  format: "cjs",
  target: "node20",
  define: { BUILD_ID: JSON.stringify(await buildId()) },
};

/**
 * The language client's library is 400 KB that activation must not pay for: it stands in a file of
 * its own, which is read when a server is to start.
 */
const languageClientApart = {
  name: "language-client-apart",
  setup({ onResolve }) {
    onResolve({ filter: /\/languageClient\.ts$/ }, ({ kind }) =>
      kind === "entry-point" ? undefined : { path: "./languageClient.cjs", external: true },
    );
  },
};

/** Only `require` is answered by VS Code when the name is `vscode`. */
const extension = { ...node, external: ["vscode"], supported: { "dynamic-import": false } };

const programs = [
  {
    ...extension,
    entryPoints: ["client/src/extension.ts"],
    outfile: "dist/client.cjs",
    plugins: [languageClientApart],
  },
  {
    ...extension,
    entryPoints: ["client/src/languageClient.ts"],
    outfile: "dist/languageClient.cjs",
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

if (watching) {
  for (const program of programs) await (await esbuild.context(program)).watch();
} else {
  const builds = await Promise.all(programs.map((program) => esbuild.build(program)));
  await writeNotices("dist/THIRD-PARTY-NOTICES.txt", builds);
  await chmod("dist/cli.cjs", 0o755);
}

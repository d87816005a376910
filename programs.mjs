// What each file of dist/ is bundled from.
import { join } from "node:path";
import { apart, seldomUsed } from "./apart.mjs";
import { buildId } from "./buildId.mjs";
import { yamlLoader } from "./catalog/yamlLoader.mjs";
import { inBrowser, withoutMachine } from "./inBrowser.mjs";

/** What runs in a Node of its own: the server, the command line, and the files that both load when they need them. */
const OF_NODE = {
  "server.cjs": "server/src/lsp/main.ts",
  "session.cjs": "server/src/lsp/openSession.ts",
  "languageServer.cjs": "vscode-languageserver/node",
  "cli.cjs": "server/src/cli/main.ts",
  "reports.cjs": "server/src/reports/reports.ts",
  "catalog.cjs": "server/src/workspace/catalogData.ts",
  "yaml.cjs": "server/src/workspace/yamlTree.ts",
  "scanWorker.cjs": "server/src/workspace/scanning/scanWorker.ts",
};

/** What runs in VS Code: the extension, and its language client once a server is to start. */
const OF_EXTENSION = {
  "client.cjs": "client/src/extension.ts",
  "languageClient.cjs": "client/src/languageClient.ts",
};

const common = {
  bundle: true,
  minify: true,
  // Licences are passed on in one file: see notices.mjs.
  legalComments: "none",
  metafile: true,
  logLevel: "warning",
};

/** Node programs are CommonJS: VS Code loads its extensions that way. `import()` would start a second loader. */
const node = {
  ...common,
  platform: "node",
  format: "cjs",
  target: "node20",
  supported: { "dynamic-import": false },
};

/** esbuild's options for the server and the command line, with all that they load, in a folder. */
export async function nodePrograms(folder) {
  const define = { BUILD_ID: JSON.stringify(await buildId()) };
  return Object.entries(OF_NODE).map(([file, entry]) => ({
    ...node,
    define,
    plugins: [apart(), seldomUsed(), yamlLoader()],
    entryPoints: [entry],
    outfile: join(folder, file),
    ...(file === "cli.cjs" && { banner: { js: "#!/usr/bin/env node" } }),
  }));
}

/** esbuild's options for what runs where VS Code is in a browser alone: extension and server, each in one file. */
export function browserPrograms(folder) {
  const shared = { ...common, ...inBrowser };
  return [
    {
      ...shared,
      format: "cjs",
      external: ["vscode"],
      entryPoints: ["client/src/browserExtension.ts"],
      outfile: join(folder, "clientBrowser.js"),
    },
    {
      ...shared,
      format: "iife",
      plugins: [withoutMachine(), yamlLoader()],
      entryPoints: ["server/src/lsp/browserMain.ts"],
      outfile: join(folder, "serverBrowser.js"),
    },
  ];
}

/** esbuild's options for every program, in a folder. */
export async function programs(folder) {
  const extension = Object.entries(OF_EXTENSION).map(([file, entry]) => ({
    ...node,
    // Only `require` is answered by VS Code when the name is this one.
    external: ["vscode"],
    plugins: [apart()],
    entryPoints: [entry],
    outfile: join(folder, file),
  }));
  const script = {
    ...common,
    platform: "browser",
    format: "iife",
    target: "es2022",
    entryPoints: ["client/panel/panel.ts"],
    outfile: join(folder, "panel.js"),
  };
  const style = {
    ...common,
    entryPoints: ["client/panel/panel.css"],
    outfile: join(folder, "panel.css"),
  };
  return [...(await nodePrograms(folder)), ...extension, ...browserPrograms(folder), script, style];
}

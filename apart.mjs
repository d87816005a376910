// What stands in a file of its own, so that a program which does not need it yet has not to read it.
import { readFile } from "node:fs/promises";
import { relative, resolve } from "node:path";

/** Modules of ours whose functions are loaded when one of them is called first, by the file that they stand in. */
const ON_FIRST_CALL = {
  "server/src/lsp/openSession.ts": "./session.cjs",
  "server/src/reports/reports.ts": "./reports.cjs",
  "server/src/workspace/catalogData.ts": "./catalog.cjs",
  "server/src/workspace/yamlTree.ts": "./yaml.cjs",
};

/** Modules that are only ever imported dynamically: as programs of their own, or for all that they hold. */
const ON_IMPORT = {
  "client/src/languageClient.ts": "./languageClient.cjs",
  "server/src/lsp/main.ts": "./server.cjs",
};

/**
 * What is used of the language server's library. Server and session share one copy, since it asks of an error whether
 * it is one of its own. Names are listed because esbuild would wrap each of its seven hundred at every start.
 */
const LIBRARY = [
  "CancellationToken",
  "CodeActionKind",
  "CompletionItemTag",
  "createConnection",
  "DidChangeConfigurationNotification",
  "DidChangeWatchedFilesNotification",
  "DiagnosticTag",
  "FileChangeType",
  "ErrorCodes",
  "InsertTextMode",
  "LSPErrorCodes",
  "MarkupKind",
  "Message",
  "NotebookCellKind",
  "PositionEncodingKind",
  "RegistrationRequest",
  "ResponseError",
  "TextDocuments",
  "TextDocumentSyncKind",
  "UnregistrationRequest",
];

/** esbuild: leaves out what stands in a file of its own, and loads that file where it is used. */
export function apart() {
  return {
    name: "apart",
    setup({ onResolve, onLoad }) {
      onResolve({ filter: /^\..*\.ts$/ }, ({ kind, path, resolveDir, namespace }) => {
        if (kind === "entry-point" || namespace !== "file") return undefined;
        const file = resolve(resolveDir, path);
        const name = relative(import.meta.dirname, file).replaceAll("\\", "/");
        if (name in ON_IMPORT) return { path: ON_IMPORT[name], external: true };
        return name in ON_FIRST_CALL
          ? { path: file, namespace: "first-call", pluginData: ON_FIRST_CALL[name] }
          : undefined;
      });
      onLoad({ filter: /.*/, namespace: "first-call" }, async ({ path, pluginData }) => ({
        contents: callsInto(pluginData, functionsOf(await readFile(path, "utf8"))),
      }));
      onResolve({ filter: /^vscode-languageserver(\/node)?$/ }, ({ kind, importer }) =>
        kind === "entry-point" || importer.includes("node_modules")
          ? undefined
          : { path: "vscode-languageserver", namespace: "library" },
      );
      onLoad({ filter: /.*/, namespace: "library" }, () => ({
        contents: namesOf("./languageServer.cjs", LIBRARY),
      }));
      onResolve({ filter: /^\.\// }, ({ path, namespace }) =>
        namespace === "first-call" || namespace === "library"
          ? { path, external: true }
          : undefined,
      );
    },
  };
}

/** Node's modules that the libraries load at once and need seldom, if ever. */
export function seldomUsed() {
  const names = /^(node:)?(child_process|crypto)$/;
  return {
    name: "seldom-used",
    setup({ onResolve, onLoad }) {
      onResolve({ filter: names }, ({ path, namespace, importer }) =>
        namespace === "seldom" || !importer.includes("node_modules")
          ? undefined
          : { path, namespace: "seldom" },
      );
      onLoad({ filter: /.*/, namespace: "seldom" }, ({ path }) => ({
        contents: `module.exports = new Proxy({}, { get: (_, name) => require("${path}")[name] });`,
      }));
    },
  };
}

/** The names of the functions that a module of ours exports; whoever asks for more is told so by esbuild. */
function functionsOf(source) {
  return [...source.matchAll(/^export function (\w+)/gm)].map(([, name]) => name);
}

function callsInto(file, names) {
  return names
    .map((it) => `export const ${it} = (...given) => require("${file}").${it}(...given);`)
    .join("\n");
}

function namesOf(file, names) {
  return [
    `const library = require("${file}");`,
    ...names.map((it) => `export const ${it} = library.${it};`),
  ].join("\n");
}

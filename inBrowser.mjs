// What the programs of a browser are made of in the place of what needs a machine.
import { readFile } from "node:fs/promises";
import { relative, resolve } from "node:path";

/** Modules of ours that need a disk, threads or files to write. Where there are none nobody asks for what they export. */
const OF_MACHINE = [
  "server/src/reports/reports.ts",
  "server/src/workspace/cache/cacheFiles.ts",
  "server/src/workspace/cache/cacheFolder.ts",
  "server/src/workspace/cache/folderCache.ts",
  "server/src/workspace/scanning/scanWorkerThread.ts",
];

/** esbuild's options for a program of a browser: whatever still needs a module of Node's ends the build. */
export const inBrowser = {
  platform: "browser",
  target: "es2022",
  inject: [resolve(import.meta.dirname, "server/src/lsp/turns.ts")],
  define: { "process.platform": '"browser"' },
};

/** esbuild: leaves out what needs a machine. */
export function withoutMachine() {
  return {
    name: "without-machine",
    setup({ onLoad }) {
      onLoad({ filter: /\.ts$/ }, async ({ path }) => {
        const name = relative(import.meta.dirname, path).replaceAll("\\", "/");
        if (!OF_MACHINE.includes(name)) return undefined;
        const source = await readFile(path, "utf8");
        const names = [...source.matchAll(/^export (?:function|class) (\w+)/gm)];
        return { contents: names.map(([, it]) => `export const ${it} = undefined;`).join("\n") };
      });
    },
  };
}

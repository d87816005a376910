// Lets code import a catalog file as a value. One parser serves the bundler and the tests.
import { readFile } from "node:fs/promises";
import { parse } from "yaml";

/**
 * esbuild: `import part from "./iec62443-4-2.yaml"` becomes JSON inside the bundle, as a string that is parsed when
 * the bundle is loaded. Node reads that in two thirds of the time of an object literal: see test/bench/catalog.mjs.
 */
export function yamlLoader() {
  return {
    name: "yaml",
    setup(build) {
      build.onLoad({ filter: /\.yaml$/ }, async ({ path }) => ({
        contents: `export default JSON.parse(${JSON.stringify(json(await readFile(path, "utf8")))});`,
      }));
    },
  };
}

/** vitest: the same import, as a module. */
export function yamlModules() {
  return {
    name: "yaml",
    transform(source, id) {
      if (!id.endsWith(".yaml")) return undefined;
      return { code: `export default ${json(source)}`, map: null };
    },
  };
}

function json(source) {
  return JSON.stringify(parse(source));
}

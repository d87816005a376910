// Lets code import a catalog file as a value. One parser serves the bundler and the tests.
import { readFile } from "node:fs/promises";
import { parse } from "yaml";

/** esbuild: `import part from "./iec62443-4-2.yaml"` becomes JSON inside the bundle. */
export function yamlLoader() {
  return {
    name: "yaml",
    setup(build) {
      build.onLoad({ filter: /\.yaml$/ }, async ({ path }) => ({
        contents: JSON.stringify(parse(await readFile(path, "utf8"))),
        loader: "json",
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
      return { code: `export default ${JSON.stringify(parse(source))}`, map: null };
    },
  };
}

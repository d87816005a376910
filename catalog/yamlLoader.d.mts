import type { Plugin } from "esbuild";
import type { Plugin as VitePlugin } from "vitest/config";

/** esbuild: a catalog file imported as a value becomes JSON inside the bundle. */
export function yamlLoader(): Plugin;

/** vitest: the same import, as a module. */
export function yamlModules(): VitePlugin;

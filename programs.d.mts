import type { BuildOptions } from "esbuild";

/** esbuild's options for the server and the command line, with all that they load, in a folder. */
export function nodePrograms(folder: string): Promise<readonly BuildOptions[]>;

import type { BuildOptions } from "esbuild";

/** esbuild's options for the server and the command line, with all that they load, in a folder. */
export function nodePrograms(folder: string): Promise<readonly BuildOptions[]>;

/** esbuild's options for what runs where VS Code is in a browser alone: extension and server, each in one file. */
export function browserPrograms(folder: string): readonly BuildOptions[];

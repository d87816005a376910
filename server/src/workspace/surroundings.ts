import type { Config } from "../core/config.ts";
import type { Project } from "../core/project.ts";
import type { FileSystem } from "./fileSystem.ts";
import type { Projects } from "./projects.ts";
import { decode } from "./scanning/fileText.ts";
import { childUri } from "./uris.ts";

/** What the explorer needs to know and tells while it goes through folders. */
export interface Surroundings {
  readonly files: FileSystem;
  readonly projects: Projects;
  readonly config: () => Config;
  /** The text of a document that an editor has open. */
  readonly openText: (path: string) => string | undefined;
  readonly readProject: (
    text: string,
    file: string,
    folder: { readonly path: string; readonly uri: string },
  ) => Project;
  /** Something that may hold annotations cannot be read; `why` undefined takes that back. */
  readonly report: (uri: string, why: string | undefined) => void;
}

const MEBIBYTE = 1024 * 1024;
const SMALL = MEBIBYTE;
/** Only its beginning is parsed, but the beginning of a larger one is no reason to fall back. */
export const LARGEST_PROJECT = 32 * MEBIBYTE;

/** The text of a file that decides over others; it is told where it cannot be read. */
export function decidingText(
  { files, report }: Surroundings,
  { path, uri }: { readonly path: string; readonly uri: string },
  name: string,
  limit = SMALL,
): string | undefined {
  const read = files.read(`${path}/${name}`, limit);
  if (read.kind === "bytes") return decode(read.bytes);
  if (read.kind === "unreadable") report(childUri(uri, name), read.why);
  if (read.kind === "too-large") report(childUri(uri, name), `larger than ${limit / MEBIBYTE} MiB`);
  return undefined;
}

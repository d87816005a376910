import { type Dirent, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { languageOf } from "../../server/src/core/languages.ts";

/** Where sources lie that nobody here wrote: our packages, and what the system brought. */
const FOLDERS = [
  "node_modules",
  "/usr/include",
  "/usr/lib/gcc",
  "/usr/lib/python3",
  "/usr/lib/python3.11",
  "/usr/lib/python3.12",
  "/usr/lib/ruby",
  "/usr/lib/go",
  "/usr/share",
  "/usr/src",
  "/usr/local/include",
  "/usr/local/lib",
  "/etc",
];

/** Larger files teach nothing new and take the grammars long. */
const LARGEST = 150_000;

/** A folder with more files than this is not read to its end. */
const MOST = 200_000;

const byExtension = new Map<string, string[]>();

function extensionOf(name: string): string {
  return name.slice(name.lastIndexOf(".") + 1);
}

function entriesOf(folder: string): readonly Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
  } catch {
    return [];
  }
}

/** Collects the files below a folder, without following links. */
function collect(folder: string, wanted: ReadonlySet<string>): void {
  const folders = [folder];
  let count = 0;
  for (let next = folders.pop(); next !== undefined && count < MOST; next = folders.pop()) {
    for (const entry of entriesOf(next)) {
      count++;
      if (entry.isDirectory()) folders.push(join(next, entry.name));
      const extension = extensionOf(entry.name);
      if (!entry.isFile() || !wanted.has(extension)) continue;
      const files = byExtension.get(extension) ?? [];
      files.push(join(next, entry.name));
      byExtension.set(extension, files);
    }
  }
}

/** Reads the folders once, for all the extensions that will be asked for. */
export function collectSources(extensions: readonly string[]): void {
  const wanted = new Set(extensions);
  for (const folder of FOLDERS) collect(folder, wanted);
}

/** One file to compare on. */
export interface Source {
  readonly path: string;
  readonly text: string;
}

/** At most `most` files of a language, evenly from all there are: the same on every run. */
export function* sourcesOf(
  id: string,
  extensions: readonly string[],
  most: number,
): Iterable<Source> {
  const paths = extensions.flatMap((it) => byExtension.get(it) ?? []);
  const step = Math.max(1, paths.length / most);
  for (let index = 0; index < paths.length; index += step) {
    const path = paths[Math.floor(index)] ?? "";
    const text = textOf(path);
    if (text === undefined) continue;
    if (languageOf(path, text.split(/[\r\n]/, 1)[0] ?? "")?.id === id) yield { path, text };
  }
}

/** The text of a file that is neither large nor binary. */
function textOf(path: string): string | undefined {
  try {
    if (statSync(path).size > LARGEST) return undefined;
    const text = readFileSync(path, "utf8").replace(/^\uFEFF/, "");
    return text.includes("\0") || text.includes("\uFFFD") ? undefined : text;
  } catch {
    return undefined;
  }
}

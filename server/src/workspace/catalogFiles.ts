import { formatByteSize } from "../core/byteSize.ts";
import type { Catalog } from "../core/catalog.ts";
import { type Merged, mergeCatalogs } from "../core/ownCatalog/merge.ts";
import { readOwnCatalog } from "../core/ownCatalog/read.ts";
import {
  type FoundCatalog,
  INVALID_CATALOG,
  type OwnCatalog,
  type ReadCatalog,
} from "../core/ownCatalog.ts";
import type { CatalogSource } from "../core/projectFile/catalogs.ts";
import { leadsOverLink } from "./fileBelow.ts";
import type { FileSystem } from "./fileSystem.ts";
import { decode } from "./scanning/fileText.ts";
import { childUri } from "./uris.ts";
import { readYaml, type YamlKind } from "./yamlTree.ts";

/** Some four thousand requirements with a summary each, which are read in about a second. */
const CATALOG_FILE: YamlKind = {
  name: "catalog",
  code: INVALID_CATALOG,
  mostCharacters: 1024 * 1024,
  whenTooLarge: "Split it into several.",
};

/** Only the beginning of a larger one is parsed; what is larger than this is not even read. */
const MOST_BYTES = 8 * 1024 * 1024;

interface Known {
  readonly text: string;
  readonly read: ReadCatalog;
}

interface KnownMerge {
  readonly own: readonly OwnCatalog[];
  readonly merged: Merged;
}

/**
 * Finds and reads the catalog files of projects. What is read is kept for as long as the file's text
 * stays the same: a keystroke in the project file parses none of them.
 */
export class CatalogFiles {
  readonly #files: FileSystem;
  readonly #openText: (path: string) => string | undefined;
  readonly #series: Catalog;
  readonly #known = new Map<string, Known>();
  readonly #merges = new Map<string, KnownMerge>();

  constructor(files: FileSystem, openText: (path: string) => string | undefined, series: Catalog) {
    this.#files = files;
    this.#openText = openText;
    this.#series = series;
  }

  /** The catalog files of the project of a folder. */
  of(folder: { readonly path: string; readonly uri: string }): CatalogSource {
    return {
      find: (path) => this.#find(folder, path),
      merge: (own) => this.#merge(folder.path, own),
    };
  }

  #find(folder: { readonly path: string; readonly uri: string }, path: string): FoundCatalog {
    const file = `${folder.path}/${path}`;
    const uri = path.split("/").reduce(childUri, folder.uri);
    const problem = this.#detour(folder.path, path);
    if (problem !== undefined) return { uri, problem };
    // The open document wins.
    const text = this.#openText(file) ?? this.#onDisk(file, path);
    if (typeof text !== "string") return { uri, ...text };
    return { uri, read: this.#read(file, { text, path, uri }) };
  }

  /** Why a path does not lead straight into the project's folder: a link could lead anywhere. */
  #detour(folder: string, path: string): string | undefined {
    if (!leadsOverLink(this.#files, folder, path.split("/"))) return undefined;
    return `${path} leads over a link, which is not followed. Put the file itself below this folder.`;
  }

  #onDisk(file: string, path: string): string | { readonly problem: string } {
    const { kind } = this.#files.stat(file);
    if (kind === "folder" || kind === "other") {
      return { problem: `${path} is no file. Write the path of a catalog file.` };
    }
    const read = this.#files.read(file, MOST_BYTES);
    if (read.kind === "bytes") return decode(read.bytes);
    if (read.kind === "gone") {
      return {
        problem: `There is no file ${path}. Write its path from this folder, or take it out.`,
      };
    }
    const why = read.kind === "unreadable" ? read.why : `larger than ${formatByteSize(MOST_BYTES)}`;
    return { problem: `${path} cannot be read: ${why}. Make it readable, or take it out.` };
  }

  #read(
    file: string,
    { text, path, uri }: { readonly text: string; readonly path: string; readonly uri: string },
  ): ReadCatalog {
    const key = `${file}\n${path}`;
    const known = this.#known.get(key);
    if (known?.text === text) return known.read;
    const yaml = readYaml(text, CATALOG_FILE);
    const { node, syntax, lines } = yaml;
    const context = { path, uri, series: this.#series, syntax };
    const read = readOwnCatalog(node, lines === undefined ? context : { ...context, lines });
    this.#known.set(key, { text, read });
    return read;
  }

  /** The same value for the same catalogs: others see by that whether anything has changed. */
  #merge(folder: string, own: readonly OwnCatalog[]): Merged {
    const known = this.#merges.get(folder);
    const isSame =
      known?.own.length === own.length && known.own.every((it, index) => it === own[index]);
    if (known !== undefined && isSame) return known.merged;
    const merged = mergeCatalogs(this.#series, own);
    this.#merges.set(folder, { own, merged });
    return merged;
  }

  /** Forgets what was read for a folder that is no project any more. */
  forget(folder: string): void {
    this.#merges.delete(folder);
    for (const key of this.#known.keys()) {
      if (key.startsWith(`${folder}/`)) this.#known.delete(key);
    }
  }
}

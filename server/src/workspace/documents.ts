import { fileOf } from "../core/notebook/cellUri.ts";
import { pathOfUri } from "./uris.ts";

/** A text as an editor holds it, saved or not. */
export interface Document {
  readonly uri: string;
  /** Absent for what is on no disk. */
  readonly path: string | undefined;
  /** The path whose rules hold for it: its own, or that of the notebook whose cell it is. */
  readonly home: string | undefined;
  readonly text: string;
  readonly languageId: string | undefined;
}

/** The documents that are open in the editor. Their text wins over the disk. */
export class Documents {
  readonly #byUri = new Map<string, Document>();
  readonly #byPath = new Map<string, Document>();

  set(uri: string, text: string, languageId: string | undefined): Document {
    const path = pathOfUri(uri);
    const document = { uri, path, home: pathOfUri(fileOf(uri)), text, languageId };
    this.#byUri.set(uri, document);
    if (path !== undefined) this.#byPath.set(path, document);
    return document;
  }

  delete(uri: string): void {
    const path = this.#byUri.get(uri)?.path;
    this.#byUri.delete(uri);
    if (path !== undefined) this.#byPath.delete(path);
  }

  get(uri: string): Document | undefined {
    return this.#byUri.get(uri);
  }

  atPath(path: string): Document | undefined {
    // A walk asks for thousands of paths: where nothing is open they need not be looked up.
    return this.#byPath.size === 0 ? undefined : this.#byPath.get(path);
  }

  get all(): Iterable<Document> {
    return this.#byUri.values();
  }
}

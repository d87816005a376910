import type { Diagnostic, PublishDiagnosticsParams } from "vscode-languageserver";
import type { WorkspaceChange } from "../workspace/workspace.ts";

export interface PublisherOptions {
  /** All that is wrong in one file now. */
  readonly diagnose: (uri: string) => Diagnostic[];
  /** Every file that anything can be wrong in now. */
  readonly files: () => readonly string[];
  /** The version of an open document. */
  readonly version: (uri: string) => number | undefined;
  readonly send: (params: PublishDiagnosticsParams) => void;
}

/** So many changed files are looked at before the server listens again. */
const AT_ONCE = 8;
/** How long a slice of a larger batch may take, in milliseconds. */
const SLICE = 10;

/**
 * Tells the client what is wrong in each file, open or closed, when that has changed. A few files are
 * done at once, as a keystroke needs it; a batch is done in slices, so that requests come between.
 */
export class DiagnosticsPublisher {
  readonly #options: PublisherOptions;
  /** What the client knows, by uri: only files with findings. */
  readonly #published = new Map<string, string>();
  readonly #waiting = new Set<string>();
  #slice: NodeJS.Immediate | undefined;

  constructor(options: PublisherOptions) {
    this.#options = options;
  }

  /** Files, or all of them, may have other findings than before. */
  changed({ uris }: WorkspaceChange): void {
    const changed = uris === "all" ? [...this.#options.files(), ...this.#published.keys()] : uris;
    for (const uri of changed) this.#waiting.add(uri);
    if (uris !== "all" && uris.size <= AT_ONCE) for (const uri of uris) this.#publish(uri);
    else this.#slice ??= setImmediate(() => this.#runSlice());
  }

  dispose(): void {
    if (this.#slice !== undefined) clearImmediate(this.#slice);
    this.#waiting.clear();
  }

  #runSlice(): void {
    this.#slice = undefined;
    const end = performance.now() + SLICE;
    for (const uri of this.#waiting) {
      this.#publish(uri);
      if (performance.now() >= end) break;
    }
    if (this.#waiting.size > 0) this.#slice = setImmediate(() => this.#runSlice());
  }

  #publish(uri: string): void {
    this.#waiting.delete(uri);
    const { diagnose, version, send } = this.#options;
    const diagnostics = diagnose(uri);
    const openVersion = version(uri);
    // An editor moves its squiggles along with an edit and may lose them when the text around them is
    // replaced: with each version of an open text it is told anew, where there is anything to tell.
    const content = diagnostics.length === 0 ? "" : JSON.stringify([openVersion, diagnostics]);
    if (content === (this.#published.get(uri) ?? "")) return;
    if (content === "") this.#published.delete(uri);
    else this.#published.set(uri, content);
    send({ uri, diagnostics, ...(openVersion === undefined ? {} : { version: openVersion }) });
  }
}

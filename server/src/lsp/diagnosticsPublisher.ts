import type { Diagnostic, PublishDiagnosticsParams } from "vscode-languageserver";
import { filesAffected } from "../core/rules/affected.ts";
import { groundworkIn } from "../core/rules/groundwork.ts";
import type { Snapshot } from "../core/snapshot.ts";
import type { WorkspaceChange } from "../workspace/workspace.ts";

export interface PublisherOptions {
  readonly snapshot: () => Snapshot;
  /** While true, not all is read: `diagnose` leaves out what other files decide. */
  readonly isPartial: () => boolean;
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
const SLICE = 5;

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
  /** The files that have changed since this snapshot: others may have other findings by that. */
  readonly #changed = new Set<string>();
  #before: Snapshot;
  /** The files that settled changes concern: which they are is worked out in slices, too. */
  #affected: Iterator<string | undefined>[] = [];
  /** Whether files have been looked at before all was read. */
  #wasPartial = false;

  constructor(options: PublisherOptions) {
    this.#options = options;
    this.#before = options.snapshot();
  }

  /** Files, or all of them, may have other findings than before. */
  changed({ uris }: WorkspaceChange): void {
    this.#wasPartial ||= this.#options.isPartial();
    if (uris === "all") {
      this.#waitForAll();
      return;
    }
    for (const uri of uris) {
      this.#changed.add(uri);
      this.#waiting.add(uri);
    }
    if (uris.size <= AT_ONCE) for (const uri of uris) this.#publish(uri);
    else this.#runSoon();
  }

  /** Nothing has changed for a while: what the changes have done to other files is looked at. */
  settle(): void {
    if (this.#options.isPartial()) return;
    if (this.#wasPartial) {
      this.#wasPartial = false;
      this.#waitForAll();
      return;
    }
    const now = this.#options.snapshot();
    this.#affected.push(filesAffected(this.#before, now, [...this.#changed]));
    this.#before = now;
    this.#changed.clear();
    this.#runSoon();
  }

  dispose(): void {
    if (this.#slice !== undefined) clearImmediate(this.#slice);
    this.#waiting.clear();
    this.#affected = [];
  }

  #waitForAll(): void {
    const { files, version } = this.#options;
    const all = new Set([...files(), ...this.#published.keys()]);
    // What an editor shows comes first: of a project file that is being written, nobody waits for the rest.
    for (const uri of all) if (version(uri) !== undefined) this.#waiting.add(uri);
    for (const uri of all) this.#waiting.add(uri);
    this.#before = this.#options.snapshot();
    this.#changed.clear();
    this.#affected = [];
    this.#runSoon();
  }

  #runSoon(): void {
    if (this.#waiting.size + this.#affected.length > 0)
      this.#slice ??= setImmediate(() => this.#runSlice());
  }

  #runSlice(): void {
    this.#slice = undefined;
    const end = performance.now() + SLICE;
    for (const uri of this.#next()) {
      if (uri !== undefined) this.#publish(uri);
      if (performance.now() >= end) break;
    }
    this.#runSoon();
  }

  /** What waits; and when nothing does, what is found to be concerned. Between them, steps towards the next one. */
  *#next(): Iterable<string | undefined> {
    const { snapshot, isPartial } = this.#options;
    const prepare = isPartial() ? () => [] : groundworkIn(snapshot());
    for (const uri of this.#waiting) {
      yield* prepare(uri);
      yield uri;
    }
    for (let [first] = this.#affected; first !== undefined; [first] = this.#affected) {
      const { done, value } = first.next();
      if (done) this.#affected.shift();
      else yield value;
    }
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

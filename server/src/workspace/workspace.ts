import { type Config, DEFAULT_CONFIG } from "../core/config.ts";
import type { Language } from "../core/languages.ts";
import type { Snapshot } from "../core/snapshot.ts";
import { Caches } from "./cache/caches.ts";
import type { WorkspaceChange } from "./contents.ts";
import { fileBelow } from "./fileBelow.ts";
import { decidedBy, type PathChange } from "./fileChanges.ts";
import { Indexer, type WorkspaceOptions } from "./indexer.ts";
import { type LastLoad, type LoadOptions, progressOf } from "./load.ts";
import { nowAndThen } from "./pace.ts";
import { topOfUri } from "./repository.ts";
import { decode } from "./scanning/fileText.ts";
import { globProblems } from "./scanRules.ts";
import { inSlices, type Steps } from "./slices.ts";
import { follow, readFolders, readNamed } from "./tasks.ts";
import { unsavedAmong } from "./unsaved.ts";
import { normaliseUri, pathOfUri } from "./uris.ts";

export type { WorkspaceChange } from "./contents.ts";
export type { WorkspaceOptions } from "./indexer.ts";
export type { LastLoad, LoadOptions, Progress } from "./load.ts";

export interface FileChange {
  readonly uri: string;
  readonly type: "created" | "changed" | "deleted";
}

const STOPPED =
  "Indexing was stopped before its end, so numbers are not complete. Re-index to complete them.";

/** The files, projects and open documents of a workspace, and the snapshot of what they say. */
export class Workspace {
  readonly #options: WorkspaceOptions;
  readonly #indexer: Indexer;
  readonly #listeners = new Set<(change: WorkspaceChange) => void>();
  #problems: readonly string[] = [];
  /** Folders that no path can name. */
  #elsewhere: readonly string[] = [];
  #loads = 0;
  #lastJob: Promise<void> = Promise.resolve();
  #load: AbortController | undefined;
  #lastLoad: LastLoad | undefined;
  #hasLoaded = false;
  #changes: PathChange[] = [];
  #changesJob: Promise<void> | undefined;

  constructor(options: WorkspaceOptions) {
    this.#options = options;
    this.#indexer = new Indexer(options, DEFAULT_CONFIG);
  }

  get snapshot(): Snapshot {
    return this.#indexer.contents.snapshot;
  }

  /** While true, the snapshot still grows. */
  get indexing(): boolean {
    return this.#loads > 0;
  }

  /** Sentences about folders that could not be read, and about globs that could not be used. */
  get problems(): readonly string[] {
    return [...this.#problems, ...globProblems(this.#indexer.config, this.snapshot.projects)];
  }

  /** How many files the last load looked at, and how many of them were binary. */
  get counts(): { readonly files: number; readonly binary: number } {
    return this.#indexer.tally;
  }

  /** How the last reading of the folders went; absent before the first. */
  get lastLoad(): LastLoad | undefined {
    return this.#lastLoad;
  }

  get config(): Config {
    return this.#indexer.config;
  }

  /** How many documents an editor has open. */
  get openDocuments(): number {
    return [...this.#indexer.documents.all].length;
  }

  /** Answers a function that ends the subscription. */
  onDidChange(listener: (change: WorkspaceChange) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Names the workspace folders by uri. What was removed is gone at once; the rest comes with `load`. */
  setFolders(folders: readonly string[]): void {
    const { isNowhere } = this.#options.files;
    const paths = folders.map((uri) => ({ uri, path: isNowhere ? undefined : pathOfUri(uri) }));
    this.#elsewhere = paths.flatMap(({ uri, path }) => (path === undefined ? [uri] : []));
    this.#indexer.projects.setElsewhere(this.#elsewhere);
    this.#indexer.setFolders(paths.flatMap(({ path }) => (path === undefined ? [] : [path])));
    this.#publish();
  }

  /** Uses other settings. Where they change what is read, the folders are read again. */
  configure(config: Config): void {
    const before = this.#indexer.config;
    this.#indexer.configure(config);
    this.#publish();
    const isSameScan = scanPart(before) === scanPart(config);
    if (this.#hasLoaded && !isSameScan) this.#inBackground(this.load());
  }

  /** Reads the folders afresh, in slices so that requests are answered meanwhile. */
  load(options: LoadOptions = {}): Promise<void> {
    const load = new AbortController();
    if (options.only === undefined) {
      this.#load?.abort();
      this.#load = load;
      this.#hasLoaded = true;
    }
    options.signal?.addEventListener("abort", () => load.abort(), { once: true });
    if (options.signal?.aborted) load.abort();
    this.#loads++;
    return this.#enqueue(() => this.#runLoad(options, load.signal));
  }

  async #runLoad(options: LoadOptions, stop: AbortSignal): Promise<void> {
    try {
      await this.#read(options, stop);
    } finally {
      this.#loads--;
      // Also a load that found nothing new is news: it is over.
      this.#tell(this.#take() ?? { uris: new Set() });
    }
  }

  async #read(
    { signal, onProgress, only, fresh = false }: LoadOptions,
    stop: AbortSignal,
  ): Promise<void> {
    const tally = { files: 0, annotations: 0, binary: 0, share: 0 };
    this.#indexer.tally = tally;
    const report = () => onProgress?.(progressOf(tally, only === undefined));
    const problems: string[] = [];
    const caches = new Caches(this.#options, fresh);
    const steps =
      only === undefined
        ? readFolders(this.#indexer, problems, caches.of)
        : readNamed(this.#indexer, only, problems);
    const begin = performance.now();
    const isDone = await inSlices(this.#growing(steps, report), stop);
    const milliseconds = Math.round(performance.now() - begin);
    const { files, binary } = tally;
    if (isDone) this.#inBackground(this.#enqueue(() => this.#save(caches)));
    if (only === undefined) this.#lastLoad = { milliseconds, files, binary, isComplete: isDone };
    if (isDone) this.#problems = [...this.#elsewhere.map(elsewhere), ...problems];
    else if (signal?.aborted)
      this.#problems = [...this.#problems.filter((it) => it !== STOPPED), STOPPED];
    report();
  }

  /** Tells now and then of what steps have found; where nobody listens, as on the command line, only in the end. */
  *#growing(steps: Steps, report: () => void): Steps {
    const workspace = this;
    const tellSome = nowAndThen(function* () {
      if (workspace.#listeners.size > 0) yield* workspace.#publishInSteps();
      report();
    });
    for (const step of steps) {
      yield step;
      yield* tellSome();
    }
    if (this.#listeners.size > 0) yield* this.#publishInSteps();
  }

  /** An index of thousands of files is not made in one piece: a request would wait for it. */
  *#publishInSteps(): Steps {
    const { contents, projects } = this.#indexer;
    const change = yield* contents.publishInSteps(() => projects.all);
    if (change !== undefined) this.#tell(change);
  }

  /** Nobody waits for the cache to be written; what has to be read next waits a moment. */
  async #save(caches: Caches): Promise<void> {
    await inSlices(caches.save());
  }

  /** Asks the clock when nothing else happens: at midnight statements may expire. */
  lookAtClock(): void {
    if (this.#options.today() !== this.snapshot.today) this.#publish();
  }

  /** An editor has opened a document: from now on its text counts, not the disk's. */
  open(uri: string, text: string, languageId?: string): void {
    this.#setText(normaliseUri(uri), text, languageId);
  }

  /** The text of an open document has changed. */
  edit(uri: string, text: string): void {
    const normalised = normaliseUri(uri);
    this.#setText(normalised, text, this.#indexer.documents.get(normalised)?.languageId);
  }

  #setText(uri: string, text: string, languageId: string | undefined): void {
    const document = this.#indexer.documents.set(uri, text, languageId);
    this.#inBackground(this.#projectMayHaveChanged(document.path));
    this.#indexer.place(document);
    this.#publish(uri);
  }

  /** An editor has closed a document: the disk counts again. */
  async close(uri: string): Promise<void> {
    const normalised = normaliseUri(uri);
    this.#indexer.documents.delete(normalised);
    const path = pathOfUri(normalised);
    const rescan = this.#projectMayHaveChanged(path);
    if (path === undefined) this.#indexer.contents.drop(normalised);
    else this.#indexer.examineFile(path);
    this.#publish(normalised);
    await rescan;
  }

  /** An editor has opened a notebook, and opens its cells: they count in the place of the file. */
  openNotebook(uri: string): void {
    const normalised = normaliseUri(uri);
    this.#indexer.openNotebooks.add(normalised);
    this.#indexer.contents.drop(normalised);
    this.#publish(normalised);
  }

  /** An editor has closed a notebook and its cells: the disk counts again. */
  closeNotebook(uri: string): void {
    const normalised = normaliseUri(uri);
    const path = pathOfUri(normalised);
    if (!this.#indexer.openNotebooks.delete(normalised) || path === undefined) return;
    this.#indexer.examineFile(path);
    this.#publish(normalised);
  }

  /** What its file says counts at once; files that it lets in or leaves out follow. */
  async #projectMayHaveChanged(path: string | undefined): Promise<void> {
    const { explorer } = this.#indexer;
    const changed = (path === undefined ? [] : decidedBy(path, explorer))
      .filter((it) => explorer.folderOf(it) !== undefined)
      .filter((it) => this.#indexer.reenter(it));
    if (changed.length > 0) {
      await this.#look(changed.map((it): PathChange => ({ path: it, type: "changed" })));
    }
  }

  /** A document that is open, with the language it is read in. */
  openDocument(
    uri: string,
  ): { readonly text: string; readonly language: Language | undefined } | undefined {
    const document = this.#indexer.documents.get(normaliseUri(uri));
    if (document === undefined) return undefined;
    const rules = this.#indexer.rulesOf(document);
    return { text: document.text, language: this.#indexer.languageOf(document, rules) };
  }

  /** What an editor, or else the disk, has of a file now; nothing where it cannot be read. */
  textOf(uri: string): string | undefined {
    const normalised = normaliseUri(uri);
    const open = this.#indexer.documents.get(normalised);
    if (open !== undefined) return open.text;
    const path = pathOfUri(normalised);
    if (path === undefined) return undefined;
    const read = this.#options.files.read(path, this.config.maxFileSize);
    return read.kind === "bytes" ? decode(read.bytes) : undefined;
  }

  /** The documents of which the snapshot tells what is not on the disk, by uri. */
  get unsaved(): readonly string[] {
    const { files } = this.#options;
    return unsavedAmong(this.#indexer.documents.all, files, this.config.maxFileSize);
  }

  /** The root of the repository that a folder stands in, by uri; the folder itself where it stands in none. */
  topOf(folder: string): string {
    return topOfUri(this.#options.files, folder);
  }

  /** URI of a file that a project names; nothing where it does not stand below the project's folder. */
  fileBelow(root: string, path: string): string | undefined {
    return fileBelow(this.#options.files, root, path);
  }

  /** News of the disk. However many come at once, they make one snapshot and one event. */
  filesChanged(changes: readonly FileChange[]): Promise<void> {
    return this.#look(
      changes.flatMap(({ uri, type }) => {
        const path = pathOfUri(uri);
        return path === undefined ? [] : [{ path, type }];
      }),
    );
  }

  #look(changes: readonly PathChange[]): Promise<void> {
    for (const change of changes) this.#changes.push(change);
    this.#changesJob ??= this.#enqueue(async () => {
      const waiting = this.#changes;
      this.#changes = [];
      this.#changesJob = undefined;
      await inSlices(this.#following(waiting));
    });
    return this.#changesJob;
  }

  *#following(changes: readonly PathChange[]): Steps {
    yield* follow(this.#indexer, changes);
    yield* this.#publishInSteps();
  }

  /** Jobs run one after the other: two walks at once would undo each other's decisions. */
  #enqueue(job: () => Promise<void>): Promise<void> {
    const run = this.#lastJob.then(job);
    this.#lastJob = run.catch(() => {});
    return run;
  }

  #inBackground(job: Promise<void>): void {
    job.catch((error: unknown) => this.#options.log(`Indexing failed: ${String(error)}`));
  }

  #publish(uri?: string): void {
    const change = this.#take(uri);
    if (change !== undefined) this.#tell(change);
  }

  #take(uri?: string): WorkspaceChange | undefined {
    return this.#indexer.contents.publish(this.#indexer.projects.all, uri);
  }

  #tell(change: WorkspaceChange): void {
    for (const listener of this.#listeners) listener(change);
  }
}

/** The settings that decide which files are read, and as what. */
function scanPart({ exclude, maxFileSize, languages }: Config): string {
  return JSON.stringify([exclude, maxFileSize, languages]);
}

function elsewhere(uri: string): string {
  return `The folder ${uri} is on no disk that can be read from here. Only open files of it are checked.`;
}

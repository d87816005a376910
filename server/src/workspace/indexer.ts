import { isLongerThan } from "../core/byteSize.ts";
import type { Catalog } from "../core/catalog.ts";
import type { Config } from "../core/config.ts";
import { languageById } from "../core/languages.ts";
import { isCell } from "../core/notebook/cellUri.ts";
import { DEFAULT_SCAN, formsOf } from "../core/project.ts";
import type { CacheOptions } from "./cache/folderCache.ts";
import { CatalogFiles } from "./catalogFiles.ts";
import { Contents } from "./contents.ts";
import { decide } from "./directory.ts";
import { type Document, Documents } from "./documents.ts";
import { Explorer } from "./explorer.ts";
import type { FileSystem } from "./fileSystem.ts";
import { readProjectFile } from "./projectFile.ts";
import { Projects } from "./projects.ts";
import { languageFor, languageMapped } from "./scanning/languageFor.ts";
import type { WorkerOptions } from "./scanning/reading.ts";
import { type ScannedFile, scanFile, scanText, whyTooLarge } from "./scanning/scanner.ts";
import { guarded } from "./scanning/unit.ts";
import { compileScanRules, type ScanRules } from "./scanRules.ts";
import type { Steps } from "./slices.ts";
import { nameOf, parentOf, pathOfUri, uriOfPath } from "./uris.ts";
import { Walk } from "./walk.ts";

/** The world around a workspace. */
export interface WorkspaceOptions {
  readonly files: FileSystem;
  readonly catalog: Catalog;
  /** The day as it is now: 2026-11-24. */
  readonly today: () => string;
  readonly log: (message: string) => void;
  /** The codes that a project file may give levels to. */
  readonly ruleCodes: readonly string[];
  /** Absent: everything is read in this thread. */
  readonly workers?: WorkerOptions;
  /** Absent: everything is read each time. */
  readonly cache?: CacheOptions;
  /** The folder of the project file where one from elsewhere governs everything: its catalogs are there. */
  readonly catalogFolder?: string;
}

/** How many files were looked at, and what was found in them. It grows while they are. */
export interface Tally {
  files: number;
  annotations: number;
  binary: number;
  /** How much of the folders has been visited, from 0 to 1. */
  share: number;
}

/** Brings what is known of files in line with the disk and the open documents, one step at a time. */
export class Indexer {
  readonly contents: Contents;
  readonly documents = new Documents();
  /** By uri. */
  readonly openNotebooks = new Set<string>();
  readonly projects: Projects;
  readonly explorer: Explorer;
  tally: Tally = { files: 0, annotations: 0, binary: 0, share: 0 };
  readonly files: FileSystem;
  readonly log: (message: string) => void;
  readonly workers: WorkerOptions | undefined;
  readonly #catalogFiles: CatalogFiles;
  #config: Config;

  constructor(options: WorkspaceOptions, config: Config) {
    this.files = options.files;
    this.log = options.log;
    this.workers = options.workers;
    this.#config = config;
    this.contents = new Contents(options.catalog, options.today);
    this.projects = new Projects(config);
    const openText = (path: string) => this.documents.atPath(path)?.text;
    const { ruleCodes, catalog, catalogFolder } = options;
    const elsewhere = catalogFolder && { path: catalogFolder, uri: uriOfPath(catalogFolder) };
    const catalogFiles = new CatalogFiles(options.files, openText, catalog);
    this.#catalogFiles = catalogFiles;
    this.explorer = new Explorer({
      files: options.files,
      projects: this.projects,
      config: () => this.#config,
      openText,
      readProject: (text, file, folder) =>
        readProjectFile(
          text,
          file,
          folder.uri,
          ruleCodes,
          catalog,
          catalogFiles.of(elsewhere || folder),
        ),
      report: (uri, why) => this.contents.report(uri, why),
    });
  }

  get config(): Config {
    return this.#config;
  }

  configure(config: Config): void {
    this.#config = config;
    this.projects.configure(config);
  }

  /** Replaces the workspace folders; what belonged to one that is no longer there is forgotten. */
  setFolders(folders: readonly string[]): void {
    const { explorer } = this;
    const kept = new Set(folders);
    const belongedToRemoved = (path: string) => {
      const folder = explorer.folderOf(path);
      return folder !== undefined && !kept.has(folder);
    };
    this.contents.dropWhere((uri) => belongedToRemoved(pathOfUri(uri) ?? ""));
    this.forgetFolders(belongedToRemoved);
    explorer.folders = kept;
    this.placeDocuments(() => true);
  }

  #scan(path: string, rules: ScanRules): ScannedFile {
    const found = guarded(path, this.log, () => scanFile(this.files, path, rules));
    if (found.kind === "binary") this.tally.binary++;
    if (found.kind === "scanned") this.tally.annotations += found.scan.annotations.length;
    return found;
  }

  /** Takes what was found in a file for what is known of it; of a notebook that is open its cells say it. */
  keep(uri: string, found: ScannedFile): void {
    if (this.openNotebooks.has(uri)) this.contents.drop(uri);
    else if (found.kind === "scanned") this.contents.put(uri, found.scan);
    else if (found.kind === "skipped") this.contents.skip(uri, found.why);
    else this.contents.drop(uri);
  }

  /** Forgets folders, and the projects whose folders they are. */
  forgetFolders(fits: (path: string) => boolean): void {
    for (const path of [...this.explorer.known.keys()]) if (fits(path)) this.explorer.forget(path);
    for (const path of this.projects.roots) {
      if (!fits(path)) continue;
      this.projects.delete(path);
      this.#catalogFiles.forget(path);
    }
  }

  /** Looks at what stands at a path now: a folder with all in it, a file, or nothing any more. */
  *examine(path: string): Steps {
    const isKnownFolder = this.explorer.known.has(path);
    const kind = this.kindOf(path);
    if (kind === "folder" || isKnownFolder) yield* new Walk(this, path).steps();
    if (kind !== "folder") this.examineFile(path);
    yield;
  }

  /** What stands at a path; a workspace folder may be a link. */
  kindOf(path: string): ReturnType<FileSystem["stat"]>["kind"] {
    return this.explorer.folders.has(path) ? "folder" : this.files.stat(path).kind;
  }

  /** Reads one file again, if it is one that is read at all. */
  examineFile(path: string): void {
    const document = this.documents.atPath(path);
    if (document === undefined) this.#examineOnDisk(path);
    else this.place(document);
  }

  #examineOnDisk(path: string): void {
    const uri = uriOfPath(path);
    const directory = this.explorer.directoryOf(parentOf(path));
    const isIn = directory !== undefined && decide(directory, nameOf(path), "file") === "in";
    if (!isIn || this.files.stat(path).kind !== "file") this.contents.drop(uri);
    else this.keep(uri, this.#scan(path, directory.scan));
  }

  /** Reads a file that a person has named, also where rules leave it out. */
  readNamed(path: string): void {
    this.tally.files++;
    const directory = this.explorer.directoryOf(parentOf(path));
    this.keep(uriOfPath(path), this.#scan(path, directory?.scan ?? this.#defaultRules(path)));
  }

  /** Decides afresh about the open documents that fit. */
  placeDocuments(fits: (path: string | undefined) => boolean): void {
    for (const document of this.documents.all) if (fits(document.home)) this.place(document);
  }

  /** Finds the annotations of an open document. */
  place(document: Document): void {
    const { uri } = document;
    const rules = this.rulesOf(document);
    if (rules === undefined) this.contents.drop(uri);
    else
      this.keep(
        uri,
        guarded(uri, this.log, () => this.#scanDocument(document, rules)),
      );
  }

  #scanDocument(document: Document, rules: ScanRules): ScannedFile {
    if (isLongerThan(document.text, rules.maxFileSize)) {
      return { kind: "skipped", why: whyTooLarge(rules) };
    }
    const language = this.languageOf(document, rules);
    return { kind: "scanned", scan: scanText(document.text, language, rules) };
  }

  languageOf({ path, home, uri, text, languageId }: Document, rules: ScanRules | undefined) {
    // A cell is in another language than its notebook, and has no name of its own.
    if (isCell(uri)) return languageById(languageId ?? "") ?? languageMapped(home ?? "", rules);
    return languageFor(path ?? uri, text, rules, languageId);
  }

  /** The settings that hold for a document; nothing where they leave it out. */
  rulesOf({ home: path }: Document): ScanRules | undefined {
    if (path === undefined || this.explorer.folderOf(path) === undefined) {
      return this.#defaultRules(path ?? "");
    }
    const directory = this.explorer.directoryOf(parentOf(path));
    if (directory === undefined || decide(directory, nameOf(path), "file") !== "in")
      return undefined;
    return directory.scan;
  }

  /** For what stands in no workspace folder. */
  #defaultRules(path: string): ScanRules {
    const folder = parentOf(path);
    const settings = { ...DEFAULT_SCAN, maxFileSize: this.#config.maxFileSize };
    return compileScanRules({
      root: folder,
      settings,
      folder,
      config: { ...this.#config, exclude: [] },
    });
  }

  /** Reads what a folder's own files decide; answers whether all below has to be read again. */
  reenter(folder: string): boolean {
    const before = this.#decisionsOf(folder);
    const wasWalked = this.explorer.isWalked(folder);
    const isEntered = this.explorer.enter(folder) !== undefined;
    return !wasWalked || !isEntered || before !== this.#decisionsOf(folder);
  }

  #decisionsOf(folder: string): string {
    const project = this.projects.at(folder);
    const { gitIgnoresAll } = this.explorer.known.get(folder) ?? {};
    const forms = project && formsOf(project).key;
    return JSON.stringify([project?.root, project?.scan, gitIgnoresAll, forms]);
  }
}

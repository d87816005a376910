import { DEFAULT_SCAN } from "../core/project.ts";
import { type Directory, decide } from "./directory.ts";
import type { Entry, EntryKind } from "./fileSystem.ts";
import { addLevel, openedFor, verdict } from "./ignoreRules.ts";
import {
  buildFoldersBeside,
  GIT_IGNORE,
  isAlwaysLeftOut,
  isTelling,
  isWrittenByTool,
  OWN_IGNORE,
} from "./leftOut.ts";
import { ProjectReader } from "./projectReader.ts";
import { excludeOfRepository, levelsAbove } from "./repository.ts";
import { compileScanRules } from "./scanRules.ts";
import { decidingText, type Surroundings } from "./surroundings.ts";
import { childUri, nameOf, parentOf, uriOfPath } from "./uris.ts";

/** A folder with its entries, as found a moment ago. */
export interface Entered {
  readonly directory: Directory;
  readonly entries: readonly Entry[];
}

/** Knows for each folder which of its entries are read. */
export class Explorer {
  readonly #at: Surroundings;
  readonly #projectReader: ProjectReader;
  readonly #known = new Map<string, Directory>();
  /** Folders that an open document asked about before a walk came by: what is in them is not read yet. */
  readonly #glimpsed = new Set<string>();
  #folders: ReadonlySet<string> = new Set();

  constructor(surroundings: Surroundings) {
    this.#at = surroundings;
    this.#projectReader = new ProjectReader(surroundings, this.folderOf);
  }

  /** Paths of the workspace folders. */
  get folders(): ReadonlySet<string> {
    return this.#folders;
  }

  set folders(folders: ReadonlySet<string>) {
    this.#folders = folders;
  }

  /** The folders entered so far. */
  get known(): ReadonlyMap<string, Directory> {
    return this.#known;
  }

  /** The folders whose projects name a catalog file at a path or in a folder there. */
  namingCatalogAt(path: string): readonly string[] {
    return this.#at.projects.namingCatalogAt(path);
  }

  /** Whether a folder has been entered by a walk, which has read or will read what is in it. */
  isWalked(path: string): boolean {
    return this.#known.has(path) && !this.#glimpsed.has(path);
  }

  forget(path: string): void {
    this.#known.delete(path);
    this.#glimpsed.delete(path);
  }

  /** The workspace folder that a path belongs to: the deepest that holds it. */
  readonly folderOf = (path: string): string | undefined => {
    for (let at = path; ; at = parentOf(at)) {
      if (this.#folders.has(at)) return at;
      if (!at.includes("/")) return undefined;
    }
  };

  /** What decides in a folder; nothing when the folder is left out or in no workspace folder. */
  directoryOf(path: string): Directory | undefined {
    const known = this.#known.get(path);
    if (known !== undefined) return known;
    // A workspace folder may be gone while an editor still has files of it open.
    if (this.#folders.has(path)) return this.#glimpse(path) ?? this.#root(path);
    const parent = this.folderOf(path) === undefined ? undefined : this.directoryOf(parentOf(path));
    return parent === undefined ? undefined : this.#below(parent, path);
  }

  #below(parent: Directory, path: string): Directory | undefined {
    const decision = decide(parent, nameOf(path), "folder");
    if (decision === "out") return undefined;
    const { kind } = this.#at.files.stat(path);
    if (kind === "folder") return this.#glimpse(path);
    // An editor may write a file into a folder that does not stand on the disk yet.
    return kind === "gone" ? plainBelow(parent, path, decision === "only-included") : undefined;
  }

  #glimpse(path: string): Directory | undefined {
    const entered = this.enter(path);
    if (entered !== undefined) this.#glimpsed.add(path);
    return entered?.directory;
  }

  /** Reads a folder afresh: its entries, and the files that say which of them are read. */
  enter(path: string): Entered | undefined {
    const parent = this.#folders.has(path) ? undefined : this.directoryOf(parentOf(path));
    const decision = parent === undefined ? "in" : decide(parent, nameOf(path), "folder");
    if (decision === "out" || (parent === undefined && !this.#folders.has(path))) return undefined;

    const start =
      parent === undefined ? this.#root(path) : plainBelow(parent, path, decision !== "in");
    const entries = this.#list(path, start.uri);
    if (entries === undefined) return undefined;
    const telling = tellingOf(entries);
    if (parent !== undefined && isWrittenByTool(telling)) {
      if (!parent.scan.reaches(path, nameOf(path), "rules")) return undefined;
      return this.#found({ ...start, onlyIncluded: true }, entries, telling);
    }
    return this.#found(start, entries, telling);
  }

  #root(path: string): Directory {
    const config = this.#at.config();
    const settings = { ...DEFAULT_SCAN, maxFileSize: config.maxFileSize };
    return {
      path,
      uri: uriOfPath(path),
      folder: path,
      scan: compileScanRules({ root: path, settings, folder: path, config }),
      ...levelsAbove(this.#at.files, path),
      buildFolders: NO_FOLDERS,
      onlyIncluded: false,
      gitIgnoresAll: false,
    };
  }

  #list(path: string, uri: string): readonly Entry[] | undefined {
    const listing = this.#at.files.list(path);
    this.#at.report(uri, listing.kind === "unreadable" ? listing.why : undefined);
    return listing.kind === "listed" ? listing.entries : undefined;
  }

  #found(start: Directory, entries: readonly Entry[], telling: Telling): Entered {
    const ruled = openedWhereAllIsIgnored(this.#withIgnoreFiles(start, telling), entries);
    const hasFile = (name: string) => telling.get(name) === "file";
    const directory = this.#projectReader.withProject(ruled, hasFile);
    this.#known.set(directory.path, directory);
    this.#glimpsed.delete(directory.path);
    return { directory, entries };
  }

  #withIgnoreFiles(start: Directory, telling: Telling): Directory {
    const { path } = start;
    const patterns = (name: string) =>
      telling.get(name) === "file" ? (decidingText(this.#at, start, name) ?? "") : "";
    // A repository of its own: the rules of the one around it do not reach in.
    const git = telling.has(".git")
      ? excludeOfRepository(this.#at.files, path)
      : openedFor(start.git, path);
    // Written out: a spread of each folder costs more than all the rest of this.
    return {
      path,
      uri: start.uri,
      folder: start.folder,
      scan: start.scan,
      git: addLevel(git, path, patterns(GIT_IGNORE)),
      own: addLevel(openedFor(start.own, path), path, patterns(OWN_IGNORE)),
      buildFolders: buildFoldersBeside(telling.keys()),
      onlyIncluded: start.onlyIncluded,
      gitIgnoresAll: start.gitIgnoresAll,
    };
  }
}

/** The few entries of a folder that may say something of the others. */
type Telling = ReadonlyMap<string, EntryKind>;

const NOTHING_TOLD: Telling = new Map();
const NO_FOLDERS: ReadonlySet<string> = new Set();

function tellingOf(entries: readonly Entry[]): Telling {
  let telling: Map<string, EntryKind> | undefined;
  for (const { name, kind } of entries) {
    if (!isTelling(name)) continue;
    telling ??= new Map();
    telling.set(name, kind);
  }
  return telling ?? NOTHING_TOLD;
}

/** A folder as its parent leaves it, before anything in it is known. */
function plainBelow(parent: Directory, path: string, onlyIncluded: boolean): Directory {
  return {
    path,
    uri: childUri(parent.uri, nameOf(path)),
    folder: parent.folder,
    scan: parent.scan,
    git: parent.git,
    own: parent.own,
    buildFolders: NO_FOLDERS,
    onlyIncluded,
    gitIgnoresAll: false,
  };
}

/**
 * A workspace folder in which git ignores every entry: the sources of Debian's packages come so,
 * and home folders that are repositories. Who opens it wants to see what is in it.
 */
function openedWhereAllIsIgnored(directory: Directory, entries: readonly Entry[]): Directory {
  const { path, folder, git } = directory;
  if (path !== folder || git?.base !== path) return directory;
  const isOut = ({ name, kind }: Entry) =>
    isAlwaysLeftOut(name) ||
    verdict(git, path, name, kind === "folder" ? "folder" : "file") === "ignored";
  return entries.every(isOut) ? { ...directory, git: git.above, gitIgnoresAll: true } : directory;
}

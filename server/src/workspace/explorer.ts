import { BASELINE_FILE } from "../core/baseline.ts";
import type { Config } from "../core/config.ts";
import { type BaselineText, DEFAULT_SCAN, type Project } from "../core/project.ts";
import { PROJECT_FILES } from "../core/projectFile/names.ts";
import { othersBeside } from "../core/projectFile/problems.ts";
import { readBaselineFile } from "./baselineFile.ts";
import { type Directory, decide } from "./directory.ts";
import type { Entry, FileSystem } from "./fileSystem.ts";
import { addLevel, openedFor, verdict } from "./ignoreRules.ts";
import {
  buildFoldersBeside,
  GIT_IGNORE,
  isAlwaysLeftOut,
  isWrittenByTool,
  OWN_IGNORE,
} from "./leftOut.ts";
import type { Projects } from "./projects.ts";
import { excludeOfRepository, foldersAbove, levelsAbove } from "./repository.ts";
import { decode } from "./scanning/fileText.ts";
import { compileScanRules } from "./scanRules.ts";
import { childUri, nameOf, parentOf, uriOfPath } from "./uris.ts";

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

/** A folder with its entries, as found a moment ago. */
export interface Entered {
  readonly directory: Directory;
  readonly entries: readonly Entry[];
}

/** Knows for each folder which of its entries are read. */
export class Explorer {
  readonly #at: Surroundings;
  readonly #known = new Map<string, Directory>();
  /** Folders that an open document asked about before a walk came by: what is in them is not read yet. */
  readonly #glimpsed = new Set<string>();
  #folders: ReadonlySet<string> = new Set();

  constructor(surroundings: Surroundings) {
    this.#at = surroundings;
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
    return kind === "gone"
      ? { ...plainBelow(parent, path, decision === "only-included") }
      : undefined;
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
    const names = new Set(entries.map((it) => it.name));
    if (parent !== undefined && isWrittenByTool(names)) {
      if (!parent.scan.reaches(path, nameOf(path), "rules")) return undefined;
      return this.#found({ ...start, onlyIncluded: true }, entries, names);
    }
    return this.#found(start, entries, names);
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
      buildFolders: new Set(),
      onlyIncluded: false,
      gitIgnoresAll: false,
    };
  }

  #list(path: string, uri: string): readonly Entry[] | undefined {
    const listing = this.#at.files.list(path);
    this.#at.report(uri, listing.kind === "unreadable" ? listing.why : undefined);
    return listing.kind === "listed" ? listing.entries : undefined;
  }

  #found(start: Directory, entries: readonly Entry[], names: ReadonlySet<string>): Entered {
    const files = new Set(entries.filter((it) => it.kind === "file").map((it) => it.name));
    const ruled = openedWhereAllIsIgnored(this.#withIgnoreFiles(start, files, names), entries);
    const directory = this.#withProject(ruled, files);
    this.#known.set(directory.path, directory);
    this.#glimpsed.delete(directory.path);
    return { directory, entries };
  }

  #withIgnoreFiles(
    start: Directory,
    files: ReadonlySet<string>,
    names: ReadonlySet<string>,
  ): Directory {
    const { path, uri } = start;
    const patterns = (name: string) => (files.has(name) ? (this.#text(path, uri, name) ?? "") : "");
    // A repository of its own: the rules of the one around it do not reach in.
    const git = names.has(".git")
      ? excludeOfRepository(this.#at.files, path)
      : openedFor(start.git, path);
    return {
      ...start,
      git: addLevel(git, path, patterns(GIT_IGNORE)),
      own: addLevel(openedFor(start.own, path), path, patterns(OWN_IGNORE)),
      buildFolders: buildFoldersBeside(names),
    };
  }

  #withProject(directory: Directory, files: ReadonlySet<string>): Directory {
    const { path, folder } = directory;
    const { projects } = this.#at;
    const names = PROJECT_FILES.filter(
      (it) =>
        (files.has(it) || this.#at.openText(`${path}/${it}`) !== undefined) &&
        decide(directory, it, "file") === "in",
    );
    const isPart = path === folder && names.length === 0;
    const project = isPart ? this.#projectAbove(path) : this.#projectIn(path, names);
    if (project !== undefined) projects.set(path, project);
    else if (path === folder) projects.setDefault(path);
    else {
      projects.delete(path);
      return directory;
    }
    // A part of a product lacks what the whole was when its baseline was written.
    projects.setBaseline(path, isPart && project ? undefined : this.#baseline(directory, files));
    return { ...directory, scan: projects.scanRules(path, folder) };
  }

  /** The baseline beside a project file; the open document wins. */
  #baseline({ path, uri }: Directory, files: ReadonlySet<string>): BaselineText | undefined {
    const found = { uri: childUri(uri, BASELINE_FILE) };
    const file = `${path}/${BASELINE_FILE}`;
    const open = this.#at.openText(file);
    if (open !== undefined) return { ...found, text: open };
    return files.has(BASELINE_FILE) ? readBaselineFile(this.#at.files, file, found.uri) : undefined;
  }

  /** What the nearest project file above a workspace folder says: the folder is a part of its product. */
  #projectAbove(folder: string): Project | undefined {
    const isThere = (path: string) =>
      this.#at.openText(path) !== undefined || this.#at.files.stat(path).kind === "file";
    for (const above of foldersAbove(this.#at.files, folder)) {
      const names = PROJECT_FILES.filter((it) => isThere(`${above}/${it}`));
      if (names.length === 0) continue;
      // Where no walk comes by, nobody else takes back what was told of it before.
      if (this.folderOf(above) === undefined) {
        for (const it of names) this.#at.report(childUri(uriOfPath(above), it), undefined);
      }
      const project = this.#projectIn(above, names);
      return project && { ...project, isPart: true };
    }
    return undefined;
  }

  /** The first of the project files of a folder; it tells of the others, which are not read. */
  #projectIn(path: string, [name, ...others]: readonly string[]): Project | undefined {
    if (name === undefined) return undefined;
    const uri = uriOfPath(path);
    // The open document wins; ignore files count as they are saved, as for git.
    const text =
      this.#at.openText(`${path}/${name}`) ?? this.#text(path, uri, name, LARGEST_PROJECT);
    if (text === undefined) return undefined;
    const project = this.#at.readProject(text, childUri(uri, name), { path, uri });
    if (others.length === 0) return project;
    return { ...project, problems: [othersBeside(others), ...project.problems] };
  }

  /** The text of a file that decides over others. */
  #text(path: string, uri: string, name: string, limit = SMALL): string | undefined {
    const read = this.#at.files.read(`${path}/${name}`, limit);
    if (read.kind === "bytes") return decode(read.bytes);
    if (read.kind === "unreadable") this.#at.report(childUri(uri, name), read.why);
    if (read.kind === "too-large")
      this.#at.report(childUri(uri, name), `larger than ${limit / MEBIBYTE} MiB`);
    return undefined;
  }
}

const MEBIBYTE = 1024 * 1024;
const SMALL = MEBIBYTE;
/** Only its beginning is parsed, but the beginning of a larger one is no reason to fall back. */
const LARGEST_PROJECT = 32 * MEBIBYTE;

/** A folder as its parent leaves it, before anything in it is known. */
function plainBelow(parent: Directory, path: string, onlyIncluded: boolean): Directory {
  return {
    ...parent,
    path,
    uri: childUri(parent.uri, nameOf(path)),
    buildFolders: new Set(),
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
    verdict(git, `${path}/${name}`, name, kind === "folder" ? "folder" : "file") === "ignored";
  return entries.every(isOut) ? { ...directory, git: git.above, gitIgnoresAll: true } : directory;
}

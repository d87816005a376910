import { BASELINE_FILE } from "../core/baseline.ts";
import type { BaselineText, Project } from "../core/project.ts";
import { PROJECT_FILES } from "../core/projectFile/names.ts";
import { othersBeside } from "../core/projectFile/problems.ts";
import { readBaselineFile } from "./baselineFile.ts";
import { type Directory, decide } from "./directory.ts";
import { foldersAbove } from "./repository.ts";
import { decidingText, LARGEST_PROJECT, type Surroundings } from "./surroundings.ts";
import { childUri, uriOfPath } from "./uris.ts";

/** Whether a folder holds a file of a name. */
type HasFile = (name: string) => boolean;

/** Reads the project files of folders, and the baselines beside them. */
export class ProjectReader {
  readonly #at: Surroundings;
  readonly #folderOf: (path: string) => string | undefined;

  /** `folderOf` answers the workspace folder that a path belongs to. */
  constructor(surroundings: Surroundings, folderOf: (path: string) => string | undefined) {
    this.#at = surroundings;
    this.#folderOf = folderOf;
  }

  /** The folder under the rules of its own project, where it has one. */
  withProject(directory: Directory, hasFile: HasFile): Directory {
    const { path, folder } = directory;
    const { projects } = this.#at;
    const names = PROJECT_FILES.filter(
      (it) =>
        (hasFile(it) || this.#at.openText(`${path}/${it}`) !== undefined) &&
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
    projects.setBaseline(path, isPart && project ? undefined : this.#baseline(directory, hasFile));
    return { ...directory, scan: projects.scanRules(path, folder) };
  }

  /** The baseline beside a project file; the open document wins. */
  #baseline({ path, uri }: Directory, hasFile: HasFile): BaselineText | undefined {
    const found = { uri: childUri(uri, BASELINE_FILE) };
    const file = `${path}/${BASELINE_FILE}`;
    const open = this.#at.openText(file);
    if (open !== undefined) return { ...found, text: open };
    return hasFile(BASELINE_FILE) ? readBaselineFile(this.#at.files, file, found.uri) : undefined;
  }

  /** What the nearest project file above a workspace folder says: the folder is a part of its product. */
  #projectAbove(folder: string): Project | undefined {
    const isThere = (path: string) =>
      this.#at.openText(path) !== undefined || this.#at.files.stat(path).kind === "file";
    for (const above of foldersAbove(this.#at.files, folder)) {
      const names = PROJECT_FILES.filter((it) => isThere(`${above}/${it}`));
      if (names.length === 0) continue;
      // Where no walk comes by, nobody else takes back what was told of it before.
      if (this.#folderOf(above) === undefined) {
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
    const folder = { path, uri: uriOfPath(path) };
    // The open document wins; ignore files count as they are saved, as for git.
    const text =
      this.#at.openText(`${path}/${name}`) ?? decidingText(this.#at, folder, name, LARGEST_PROJECT);
    if (text === undefined) return undefined;
    const project = this.#at.readProject(text, childUri(folder.uri, name), folder);
    if (others.length === 0) return project;
    return { ...project, problems: [othersBeside(others), ...project.problems] };
  }
}

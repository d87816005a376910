import { PROJECT_FILES } from "../core/projectFile/names.ts";
import type { FileSystem } from "../workspace/fileSystem.ts";

const [NAME] = PROJECT_FILES;
const NAMES: ReadonlySet<string> = new Set(PROJECT_FILES);

/**
 * A file system in which one project file governs everything: it is read as the one in each root,
 * and no other is seen. Paths are as in uris.ts.
 */
export function withProjectFile(
  files: FileSystem,
  projectFile: string,
  roots: readonly string[],
): FileSystem {
  const places = new Set(roots.map((root) => `${root}/${NAME}`));
  const actual = (path: string) => (places.has(path) ? projectFile : path);
  return {
    read: (path, limit) => files.read(actual(path), limit),
    stat: (path) => files.stat(actual(path)),
    list: (folder) => {
      const listing = files.list(folder);
      if (listing.kind !== "listed") return listing;
      const others = listing.entries.filter(
        ({ name }) => !NAMES.has(name) && `${folder}/${name}` !== projectFile,
      );
      const own = roots.includes(folder) ? [{ name: NAME, kind: "file" as const }] : [];
      return { kind: "listed", entries: [...others, ...own] };
    },
  };
}

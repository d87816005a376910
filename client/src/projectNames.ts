import type { WireProject } from "../../server/src/protocol/coverage.ts";

/** What to call each project, by its uri: its product, with its folder where products share a name. */
export function projectNames(projects: readonly WireProject[]): ReadonlyMap<string, string> {
  return new Map(
    projects.map((project) => {
      const twins = projects.filter((it) => it !== project && it.product === project.product);
      const name = twins.length === 0 ? project.product : withFolder(project, twins);
      return [project.uri, name];
    }),
  );
}

/** As many folders as it takes to tell it from the others: `Gateway (a)`, `Gateway (x/firmware)`. */
function withFolder({ uri, product }: WireProject, twins: readonly WireProject[]): string {
  const folders = foldersOf(uri);
  const others = twins.map((it) => foldersOf(it.uri));
  const isAlone = (count: number): boolean =>
    others.every((them) => them.slice(-count).join("/") !== folders.slice(-count).join("/"));
  const counts = folders.map((_, index) => index + 1);
  const count = counts.find(isAlone) ?? folders.length;
  return `${product} (${folders.slice(-count).join("/")})`;
}

function foldersOf(uri: string): readonly string[] {
  const path = uri.replace(/^[a-z][\w+.-]*:(?:\/\/[^/]*)?/i, "");
  return path.split("/").filter(Boolean).map(decoded);
}

function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}

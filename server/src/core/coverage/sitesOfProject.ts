import { type Chunk, chunksOf, joined } from "../annotationIndex/chunks.ts";
import type { Site } from "../annotationIndex.ts";
import type { Project } from "../project.ts";
import { projectOf, type Snapshot } from "../snapshot.ts";

type SitesByProject = ReadonlyMap<Project, readonly Site[]>;

/** Of lists and of their chunks; a list of one chunk is that chunk. */
interface Known {
  readonly lists: WeakMap<readonly Site[], SitesByProject>;
  readonly chunks: WeakMap<Chunk, SitesByProject>;
}

const NONE: readonly Site[] = [];
const known = new WeakMap<readonly Project[], Known>();

/**
 * The claims of a requirement, its enhancements and items included, in files of one project, by file
 * and place. As long as no claim of it changes anywhere, the answer is the same value.
 */
export function sitesOfProject(
  snapshot: Snapshot,
  project: Project,
  part: string,
  id: string,
): readonly Site[] {
  const sites = snapshot.index.sitesOf(part, id);
  const ofProjects = known.get(snapshot.projects) ?? {
    lists: new WeakMap(),
    chunks: new WeakMap(),
  };
  known.set(snapshot.projects, ofProjects);
  const byProject = ofProjects.lists.get(sites) ?? joinByProject(snapshot, sites, ofProjects);
  ofProjects.lists.set(sites, byProject);
  return byProject.get(project) ?? NONE;
}

/** One pass, however many projects ask, and only over chunks that are new. */
function joinByProject(
  snapshot: Snapshot,
  sites: readonly Site[],
  { chunks: knownChunks }: Known,
): SitesByProject {
  const groups = new Map<Project, Chunk[]>();
  for (const chunk of chunksOf(sites)) {
    const ofChunk = knownChunks.get(chunk) ?? groupByProject(snapshot, chunk);
    knownChunks.set(chunk, ofChunk);
    for (const [project, own] of ofChunk) {
      const group = groups.get(project);
      if (group === undefined) groups.set(project, [own]);
      else group.push(own);
    }
  }
  return new Map(Array.from(groups, ([project, chunks]) => [project, joined(chunks)]));
}

/** A chunk that is all of one project stays the same value. */
function groupByProject(snapshot: Snapshot, chunk: Chunk): SitesByProject {
  const groups = new Map<Project, Site[]>();
  for (const site of chunk) {
    const project = projectOf(snapshot, site.uri);
    const group = groups.get(project);
    if (group === undefined) groups.set(project, [site]);
    else group.push(site);
  }
  const [[only] = []] = groups;
  return groups.size === 1 && only !== undefined ? new Map([[only, chunk]]) : groups;
}

import type { Site } from "../annotationIndex.ts";
import type { Project } from "../project.ts";
import { projectOf, type Snapshot } from "../snapshot.ts";

type SitesByProject = ReadonlyMap<Project, readonly Site[]>;

const NONE: readonly Site[] = [];
const known = new WeakMap<readonly Project[], WeakMap<readonly Site[], SitesByProject>>();

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
  const ofProjects = known.get(snapshot.projects) ?? new WeakMap<readonly Site[], SitesByProject>();
  known.set(snapshot.projects, ofProjects);
  const byProject = ofProjects.get(sites) ?? groupByProject(snapshot, sites);
  ofProjects.set(sites, byProject);
  return byProject.get(project) ?? NONE;
}

/** One pass, however many projects ask. */
function groupByProject(snapshot: Snapshot, sites: readonly Site[]): SitesByProject {
  const groups = new Map<Project, Site[]>();
  for (const site of sites) {
    const project = projectOf(snapshot, site.uri);
    const group = groups.get(project);
    if (group === undefined) groups.set(project, [site]);
    else group.push(site);
  }
  return groups;
}

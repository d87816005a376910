import type { Site } from "../annotationIndex.ts";
import type { Project } from "../project.ts";
import { projectOf, type Snapshot } from "../snapshot.ts";

/** Claims by part and id, as `4-2 CR 1.5`. */
export type SitesById = ReadonlyMap<string, readonly Site[]>;

const NONE: SitesById = new Map();
const known = new WeakMap<Snapshot, ReadonlyMap<string, SitesById>>();

/** The claims that stand in files of a project, by file and place within each id. */
export function sitesOfProject(snapshot: Snapshot, project: Project): SitesById {
  let byRoot = known.get(snapshot);
  if (byRoot === undefined) {
    byRoot = groupByRoot(snapshot);
    known.set(snapshot, byRoot);
  }
  return byRoot.get(project.root) ?? NONE;
}

/** One pass over all claims, however many projects ask. */
function groupByRoot(snapshot: Snapshot): ReadonlyMap<string, SitesById> {
  const byRoot = new Map<string, Map<string, Site[]>>();
  for (const uri of snapshot.index.uris) {
    const { root } = projectOf(snapshot, uri);
    const byId = byRoot.get(root) ?? new Map<string, Site[]>();
    byRoot.set(root, byId);
    for (const annotation of snapshot.index.inFile(uri)?.annotations ?? []) {
      for (const claim of annotation.claims) add(byId, { uri, annotation, claim });
    }
  }
  return byRoot;
}

function add(byId: Map<string, Site[]>, site: Site): void {
  const { part, id } = site.claim.reference;
  const key = `${part} ${id}`;
  const sites = byId.get(key);
  if (sites === undefined) byId.set(key, [site]);
  else sites.push(site);
}

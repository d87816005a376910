import { AnnotationIndex } from "../core/annotationIndex.ts";
import { projectOf, type Snapshot } from "../core/snapshot.ts";

/** A snapshot of one project, by its uri, without what belongs to others. */
export function onlyProject(snapshot: Snapshot, root: string): Snapshot {
  const { index, projects, skipped } = snapshot;
  const isOwn = (uri: string) => projectOf(snapshot, uri).root === root;
  const own = index.uris.filter(isOwn).map((uri) => [uri, index.inFile(uri)] as const);
  return {
    ...snapshot,
    index: AnnotationIndex.empty.with(own),
    projects: projects.filter((it) => it.root === root),
    skipped: skipped.filter(({ uri }) => isOwn(uri)),
  };
}

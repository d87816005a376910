import type { OwnCatalog, OwnEntry } from "../core/ownCatalog.ts";
import type { Project } from "../core/project.ts";
import { formatReference, isOfSeries, nameOfPart, type Reference } from "../core/reference.ts";
import { projectOf, type Snapshot } from "../core/snapshot.ts";
import { contains, type Position } from "../core/text.ts";
import { annotationAt, type Named, namedAt, namedBeside } from "./namedAt.ts";

/** A sentence that says why something is not done. */
export interface Refusal {
  readonly problem: string;
}

/** What can be renamed: an entry of a catalog of one's own, and all that follows from it. */
export interface Renaming {
  readonly named: Named;
  readonly catalog: OwnCatalog;
  readonly entry: OwnEntry;
  /** URI of the catalog file. */
  readonly file: string;
  /** Those that name the file. */
  readonly projects: readonly Project[];
}

/** What stands under the cursor to be renamed, or why it cannot be. */
export function renamingAt(
  snapshot: Snapshot,
  uri: string,
  position: Position,
): Renaming | Refusal | undefined {
  const named = namedAt(snapshot, uri, position);
  if (named === undefined) return undefined;
  if (isOneOfSeveral(snapshot, uri, position)) return { problem: SEVERAL };
  const { part, id } = named.reference;
  const own = ownEntries(snapshot, uri).filter(
    (it) => it.catalog.part === part && it.entry.requirement.id === id,
  );
  const [first, other] = own;
  if (first === undefined) return { problem: whyNotOwn(snapshot, uri, named.reference) };
  const { catalog, entry, file } = first;
  if (other !== undefined) {
    const problem = `${id} stands in ${catalog.path} and in ${other.catalog.path}, so it cannot be renamed. Take one of them out first.`;
    return { problem };
  }
  const projects = snapshot.projects.filter((it) => it.catalogFiles?.some((f) => f.uri === file));
  const problem = whyFixed(entry, catalog) ?? whyUnknown(projects);
  return problem === undefined ? { named, catalog, entry, file, projects } : { problem };
}

const SEVERAL =
  "Several requirements are named here together. Rename the one you mean in its catalog file.";

/** Between the same quotation marks of a project file nothing tells which one the cursor means. */
function isOneOfSeveral(snapshot: Snapshot, uri: string, position: Position): boolean {
  if (annotationAt(snapshot, uri, position) !== undefined) return false;
  const named = namedBeside(snapshot, uri).filter((it) => contains(it.range, position));
  return new Set(named.map((it) => it.reference.id)).size > 1;
}

/** The entries that can be named in a file; of a catalog file its own, whatever project it stands in. */
function ownEntries(snapshot: Snapshot, uri: string) {
  const isIts = (it: Project) => it.catalogFiles?.some((file) => file.uri === uri) === true;
  const project = snapshot.projects.find(isIts) ?? projectOf(snapshot, uri);
  return (project.catalogFiles ?? []).flatMap(({ uri: file, catalog }) =>
    (catalog?.entries ?? []).flatMap((entry) =>
      catalog === undefined ? [] : [{ file, catalog, entry }],
    ),
  );
}

function whyNotOwn(snapshot: Snapshot, uri: string, reference: Reference): string {
  const id = formatReference({ part: reference.part, id: reference.id });
  if (isOfSeries(reference.part)) return definedBy(id, reference.part);
  const { product } = projectOf(snapshot, uri);
  return `${id} stands in no catalog file of ${product}, so there is nothing to rename. Correct it where it is written.`;
}

function definedBy(id: string, part: string): string {
  return `${id} is defined by ${nameOfPart(part)} and cannot be renamed.`;
}

/** Why an entry keeps its id. */
function whyFixed({ requirement, named }: OwnEntry, { part, path }: OwnCatalog) {
  const { id, isGroup } = requirement;
  if (named !== undefined) return undefined;
  if (isOfSeries(part)) return definedBy(id, part);
  return isGroup
    ? `${id} is a heading, and only requirements can be renamed. Change it in ${path}, with the key group of what stands under it.`
    : undefined;
}

/** Why what has to change is not all known. */
function whyUnknown(projects: readonly Project[]): string | undefined {
  const part = projects.find((it) => it.isPart);
  if (part !== undefined) {
    return `Only a part of ${part.product} is open, so claims elsewhere would keep the old id. Open its whole folder first.`;
  }
  const broken = projects.find((it) => it.file !== undefined && it.places === undefined);
  return (
    broken && `The project file of ${broken.product} cannot be read as a whole. Correct it first.`
  );
}

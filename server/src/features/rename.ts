import { whyNoOwnId } from "../core/ownCatalog/identify.ts";
import { keyOfId, ownIdOf } from "../core/ownCatalog/ids.ts";
import type { OwnCatalog, OwnEntry } from "../core/ownCatalog.ts";
import type { Project } from "../core/project.ts";
import { formatReference, isOfSeries, nameOfPart, type Reference } from "../core/reference.ts";
import { projectOf, type Snapshot } from "../core/snapshot.ts";
import { contains, type Position, type Range } from "../core/text.ts";
import { annotationAt, type Named, namedAt, namedBeside } from "./namedAt.ts";
import { renameEdits } from "./renameEdits.ts";
import type { EditOfFile } from "./workspaceEdit.ts";

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

/** The id under the cursor, where it can be renamed. */
export function prepareRename(
  snapshot: Snapshot,
  uri: string,
  position: Position,
): { readonly range: Range; readonly placeholder: string } | Refusal | undefined {
  const renaming = renamingAt(snapshot, uri, position);
  if (renaming === undefined || "problem" in renaming) return renaming;
  const { named, entry } = renaming;
  return { range: idRange(named), placeholder: entry.requirement.id };
}

/** Every change that gives the id under the cursor another name: its entry, statements and claims. */
export function rename(
  snapshot: Snapshot,
  uri: string,
  position: Position,
  newName: string,
): { readonly edits: readonly EditOfFile[] } | Refusal | undefined {
  const renaming = renamingAt(snapshot, uri, position);
  if (renaming === undefined || "problem" in renaming) return renaming;
  const id = newName.trim();
  if (id === renaming.entry.requirement.id) return { edits: [] };
  const problem = whyNoOwnId(id) ?? whyTaken(id, renaming);
  return problem === undefined ? renameEdits(snapshot, renaming, id) : { problem };
}

function renamingAt(
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

/** Who has an id, or the letters that it begins with, already. */
function whyTaken(id: string, { catalog, entry: renamed, projects }: Renaming): string | undefined {
  const wanted = ownIdOf(id);
  if (wanted === undefined) return undefined;
  for (const { catalog: other } of projects.flatMap((it) => it.catalogFiles ?? [])) {
    for (const { named, requirement } of other?.entries ?? []) {
      if (other === undefined || named === undefined || requirement === renamed.requirement)
        continue;
      if (keyOfId(named) === keyOfId(wanted)) {
        return `${requirement.id} stands in ${other.path} already. Choose another id.`;
      }
      if (named.kind === wanted.kind && other.part !== catalog.part) {
        return `${wanted.letters} begins the ids of part ${other.part} in ${other.path}, and a kind belongs to one part. Choose other letters.`;
      }
    }
  }
  return undefined;
}

/** Without its enhancement and letter, where it is written in full. */
function idRange({ reference, range }: Named): Range {
  const { start, end } = range;
  const isWhole = end.character - start.character === formatReference(reference).length;
  if (!isWhole || !formatReference(reference).startsWith(reference.id)) return range;
  return { start, end: { ...start, character: start.character + reference.id.length } };
}

import type { Annotation } from "../core/annotation.ts";
import type { Project, Statement } from "../core/project.ts";
import { writtenLike } from "../core/projectFile/writtenLike.ts";
import { formatReference, type Reference } from "../core/reference.ts";
import { displayPath } from "../core/report/displayPath.ts";
import type { Edit } from "../core/rules/rule.ts";
import { projectOf, type Snapshot } from "../core/snapshot.ts";
import { type Range, touches } from "../core/text.ts";
import type { Refusal, Renaming } from "./renaming.ts";
import type { EditOfFile } from "./workspaceEdit.ts";

/** Gives the reference its new id where it has the old one. */
type Renamed = (reference: Reference) => Reference;

/** The changes of all files, or the first thing that would be lost by them. */
export function renameEdits(
  snapshot: Snapshot,
  renaming: Renaming,
  id: string,
): { readonly edits: readonly EditOfFile[] } | Refusal {
  const { catalog, entry, file, projects } = renaming;
  const before = entry.requirement.id;
  const renamed: Renamed = (it) =>
    it.part === catalog.part && it.id === before ? { ...it, id } : it;
  const newText = writtenLike(entry.idRange, before, id, isJson(file));
  const edits: EditOfFile[] = [{ uri: file, range: entry.idRange, newText }];
  for (const found of [
    ...projects.map((it) => inProjectFile(it, renamed)),
    ...inCode(snapshot, renaming, renamed),
  ]) {
    if ("problem" in found) return found;
    edits.push(...found.edits);
  }
  return { edits };
}

function isJson(uri: string): boolean {
  return uri.toLowerCase().endsWith(".json");
}

/** One item of a list may name several requirements: it is written anew as a whole. */
function inProjectFile(
  { file = "", statements, problems }: Project,
  renamed: Renamed,
): { readonly edits: readonly EditOfFile[] } | Refusal {
  const byPlace = new Map<Range, Statement[]>();
  for (const it of statements) {
    const ofPlace = byPlace.get(it.requirementRange) ?? [];
    byPlace.set(it.requirementRange, [...ofPlace, it]);
  }
  const edits: EditOfFile[] = [];
  for (const [range, named] of byPlace) {
    const references = named.map((it) => it.reference);
    const before = references.map(formatReference).join(", ");
    const after = references.map(renamed).map(formatReference).join(", ");
    if (before === after) continue;
    if (problems.some((it) => touches(it.range, range))) {
      const line = range.start.line + 1;
      return { problem: `Line ${line} of the project file has to be corrected first.` };
    }
    edits.push({ uri: file, range, newText: writtenLike(range, before, after, isJson(file)) });
  }
  return { edits };
}

/** The changes of each annotation that claims the requirement in these projects. */
function* inCode(
  snapshot: Snapshot,
  { catalog, entry, projects }: Renaming,
  renamed: Renamed,
): Iterable<{ readonly edits: readonly EditOfFile[] } | Refusal> {
  const files = new Map<string, Set<Annotation>>();
  for (const { uri, annotation } of snapshot.index.sitesOf(catalog.part, entry.requirement.id)) {
    files.set(uri, (files.get(uri) ?? new Set()).add(annotation));
  }
  for (const [uri, annotations] of files) {
    const project = projectOf(snapshot, uri);
    if (!projects.includes(project)) continue;
    const malformed = snapshot.index.inFile(uri)?.malformed ?? [];
    const broken = new Set(malformed.map((it) => it.range.start.line));
    for (const it of annotations) {
      const { line } = it.range.start;
      const edits = broken.has(line) ? undefined : inAnnotation(it, renamed);
      const where = `Line ${line + 1} of ${displayPath(uri, project.root)}`;
      yield edits === undefined
        ? { problem: `${where} is not written clearly enough to be changed. Correct it first.` }
        : { edits: edits.map((edit) => ({ ...edit, uri })) };
    }
  }
}

/**
 * An annotation that is written in another way than the canonical becomes canonical, since a bare number leans on
 * the id in front of it. Nothing where nobody knows what leans on what.
 */
function inAnnotation(
  { claims, normalised }: Annotation,
  renamed: Renamed,
): readonly Edit[] | undefined {
  const before = claims.map((it) => formatReference(it.reference)).join(", ");
  if (normalised?.newText.includes(before)) {
    const after = claims.map((it) => formatReference(renamed(it.reference))).join(", ");
    const newText = normalised.newText.replace(before, () => after);
    return [{ range: normalised.range, newText }];
  }
  if (!claims.every(isWhole)) return undefined;
  return claims
    .filter((it) => renamed(it.reference) !== it.reference)
    .map(({ reference, range }) => ({ range, newText: formatReference(renamed(reference)) }));
}

/** Whether a claim is written in full, so that nothing in front of it says a part of it. */
function isWhole({ reference, range }: Annotation["claims"][number]): boolean {
  return range.end.character - range.start.character === formatReference(reference).length;
}

import { whyNoOwnId } from "../core/ownCatalog/identify.ts";
import { keyOfId, ownIdOf } from "../core/ownCatalog/ids.ts";
import { formatReference } from "../core/reference.ts";
import type { Snapshot } from "../core/snapshot.ts";
import type { Position, Range } from "../core/text.ts";
import type { Named } from "./namedAt.ts";
import { renameEdits } from "./renameEdits.ts";
import { type Refusal, type Renaming, renamingAt } from "./renaming.ts";
import type { EditOfFile } from "./workspaceEdit.ts";

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

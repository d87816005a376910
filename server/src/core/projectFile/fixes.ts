import { REASON_TO_COME } from "../annotation.ts";
import type { AnnotationIndex } from "../annotationIndex.ts";
import { languageOf } from "../languages.ts";
import type { Project } from "../project.ts";
import { formatReference, type Reference } from "../reference.ts";
import type { Fix } from "../rules/rule.ts";
import type { Snapshot } from "../snapshot.ts";
import { languageEdit, statementEdit } from "./edits.ts";

/**
 * The fix for an item that is missing: a statement that waits for its reason, and counts for nothing
 * until a person has written it. None where there is no project file, or it has to be corrected first.
 */
export function notApplicableFixes(
  project: Project,
  reference: Reference,
  today: string,
): readonly Fix[] {
  const statement = {
    reference,
    status: "not-applicable",
    reason: REASON_TO_COME,
    reviewed: today,
  } as const;
  const edits = statementEdit(project, statement);
  const title = `State why ${formatReference(reference)} is not applicable…`;
  return edits === undefined ? [] : [{ title, edits }];
}

/** What is offered at most for the files of an unknown language. */
const MOST_LANGUAGES = 3;

/**
 * The fixes for files of an unknown language: the languages in which the most annotated files of the
 * workspace are, else a place for a person to fill in.
 */
export function languageFixes({ index }: Snapshot, project: Project, glob: string): readonly Fix[] {
  const common = languagesOf(index).slice(0, MOST_LANGUAGES);
  const choices = common.length === 0 ? [REASON_TO_COME] : common;
  return choices.flatMap((language) => {
    const edits = languageEdit(project, glob, language);
    if (edits === undefined) return [];
    const to = language === REASON_TO_COME ? "a language…" : language;
    return [{ title: `Map ${glob} to ${to} in iec62443.yaml`, edits }];
  });
}

const known = new WeakMap<AnnotationIndex, readonly string[]>();

/** The languages of the annotated files, the most frequent first. */
function languagesOf(index: AnnotationIndex): readonly string[] {
  const before = known.get(index);
  if (before !== undefined) return before;
  const counts = new Map<string, number>();
  for (const uri of index.uris) {
    const id = languageOf(uri, "")?.id;
    if (id !== undefined) counts.set(id, (counts.get(id) ?? 0) + 1);
  }
  const languages = [...counts].sort((a, b) => b[1] - a[1]).map(([id]) => id);
  known.set(index, languages);
  return languages;
}

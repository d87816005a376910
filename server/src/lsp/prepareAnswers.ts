import { languageOf } from "../core/languages.ts";
import { projectOf, type Snapshot } from "../core/snapshot.ts";
import { completion } from "../features/completion.ts";
import type { CompletionOptions } from "../features/completionItems.ts";

const MARKER = "// @iec62443 ";

/**
 * Asks once for each project of these files what can be written in it, and drops the answer: the first list
 * reads every claim of the project, which is better done while nobody waits for it.
 */
export function prepareAnswers(
  snapshot: Snapshot,
  uris: Iterable<string>,
  options: CompletionOptions,
): void {
  const ofProjects = new Map(Array.from(uris, (uri) => [projectOf(snapshot, uri), uri]));
  const language = languageOf("any.c", "");
  const cursor = { line: 0, character: MARKER.length };
  for (const uri of ofProjects.values()) {
    completion(snapshot, { uri, text: MARKER, language }, cursor, options);
  }
}

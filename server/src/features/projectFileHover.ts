import type { Hover } from "vscode-languageserver-types";
import { formsOf } from "../core/project.ts";
import { projectCursor } from "../core/projectFile/cursor.ts";
import { catalogOf, projectOf, type Snapshot } from "../core/snapshot.ts";
import type { Position, Range } from "../core/text.ts";
import { markupOf } from "./markup.ts";
import { guideAt } from "./projectFileGuide.ts";
import { idAt } from "./projectFileIds.ts";
import { requirementText, type TextOptions } from "./requirementText.ts";

/** What the key, the word or the requirement under the cursor of a project file means. */
export function projectFileHover(
  snapshot: Snapshot,
  { uri, text }: { readonly uri: string; readonly text: string },
  position: Position,
  options: TextOptions,
): Hover | undefined {
  const at = projectCursor(text, position);
  if (at === undefined || at.word === "") return undefined;
  const project = projectOf(snapshot, uri);
  const guide = guideAt(snapshot, project, at.path);
  if (at.expected === "value" && guide.isRequirement) {
    const { reference, range } = idAt(text, at, position, formsOf(project)) ?? {};
    const requirement = reference && catalogOf(snapshot, project).find(reference);
    if (requirement === undefined || reference === undefined || range === undefined)
      return undefined;
    const value = requirementText(snapshot, project, { requirement, reference }, options);
    return answer(value, range, options);
  }
  const terms = at.expected === "key" ? guide.keys : guide.values;
  const term = terms.find(({ word }) => folded(word) === folded(at.word));
  if (term === undefined) return undefined;
  const markup = markupOf(options.format);
  const value = `${markup.strong(term.word)}\n\n${markup.text(term.text)}`;
  return answer(value, at.replace, options);
}

/** `fr1` is FR 1. */
function folded(word: string): string {
  return word.toLowerCase().replaceAll(" ", "");
}

function answer(value: string, range: Range, { format }: TextOptions): Hover {
  return { contents: { kind: format, value }, range };
}

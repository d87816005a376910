import type { CompletionList } from "vscode-languageserver-types";
import { type AnnotationLine, annotationLineAt } from "../core/annotation/annotationLine.ts";
import type { Language } from "../core/languages.ts";
import { formsOf } from "../core/project.ts";
import { catalogOf, projectOf, type Snapshot } from "../core/snapshot.ts";
import { type Position, TextLines } from "../core/text.ts";
import type { Choice } from "./choice.ts";
import {
  enhancementChoices,
  markerChoices,
  partChoices,
  relationChoices,
} from "./completionChoices.ts";
import { type CompletionOptions, itemDataOf, toList } from "./completionItems.ts";
import { requirementChoices } from "./requirementChoices.ts";

/** An open document. */
export interface Document {
  readonly uri: string;
  readonly text: string;
  /** Absent where it is not known: then its comments cannot be found. */
  readonly language: Language | undefined;
}

/**
 * What can be written at the cursor. Nothing at all outside of annotations: the trigger characters
 * come from all code and prose. The list is whole, so that the client filters it while one types.
 */
export function completion(
  snapshot: Snapshot,
  { uri, text, language }: Document,
  position: Position,
  options: CompletionOptions,
): CompletionList | undefined {
  if (language === undefined) return undefined;
  const lines = new TextLines(text);
  const before = lines.lineText(position.line).slice(0, Math.max(position.character, 0));
  if (!before.includes("@")) return undefined;
  const forms = formsOf(projectOf(snapshot, uri));
  const line = annotationLineAt(text, language, position, forms);
  if (line === undefined) return undefined;
  const choices = choicesFor(snapshot, uri, line, surroundings(lines, line));
  if (choices.length === 0) return undefined;
  return toList(choices, itemDataOf(snapshot, uri), { replace: line.replace, position }, options);
}

/** What stands around the word that is replaced. */
export interface Surroundings {
  /** The characters beside it, to know which blanks are missing. */
  readonly before: string;
  readonly after: string;
  /** Whether it is the first word behind the marker: only there a relation can stand. */
  readonly isFirst: boolean;
}

function surroundings(lines: TextLines, { marker, replace }: AnnotationLine): Surroundings {
  const line = lines.lineText(replace.start.line);
  return {
    before: line.charAt(replace.start.character - 1),
    after: line.charAt(replace.end.character),
    isFirst: /^[\s:]*$/.test(line.slice(marker.end.character, replace.start.character)),
  };
}

function choicesFor(
  snapshot: Snapshot,
  uri: string,
  line: AnnotationLine,
  beside: Surroundings,
): readonly Choice[] {
  const project = projectOf(snapshot, uri);
  const catalog = catalogOf(snapshot, project);
  switch (line.expected) {
    case "marker":
      return markerChoices(beside);
    case "part":
      return partChoices(catalog, beside);
    case "relation-or-claim":
      return [
        ...(beside.isFirst ? relationChoices(beside) : []),
        ...requirementChoices(snapshot, project, line),
      ];
    case "claim":
      return requirementChoices(snapshot, project, line);
    case "enhancement":
      return enhancementChoices(catalog, line, beside);
    case "text":
      return [];
  }
}

import {
  type CompletionItem,
  CompletionItemTag,
  type CompletionList,
  InsertTextFormat,
  InsertTextMode,
} from "vscode-languageserver-types";
import { type AnnotationLine, annotationLineAt } from "../core/annotation/annotationLine.ts";
import type { Language } from "../core/languages.ts";
import { formsOf } from "../core/project.ts";
import { catalogOf, projectOf, type Snapshot } from "../core/snapshot.ts";
import { comparePositions, type Position, type Range, TextLines } from "../core/text.ts";
import {
  enhancementChoices,
  markerChoices,
  partChoices,
  relationChoices,
} from "./completionChoices.ts";
import { type Choice, requirementChoices } from "./requirementChoices.ts";

/** What the client understands of a completion list. */
export interface CompletionOptions {
  readonly labelDetails: boolean;
  readonly defaultEditRange: boolean;
  readonly tags: boolean;
  readonly deprecated: boolean;
  /** Whether accepting a word may open the list for the next one. */
  readonly suggestAgain: boolean;
  readonly snippets: boolean;
  /** Whether an item can say how its lines are set in. */
  readonly insertTextModes: boolean;
}

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
  return toList(choices, uri, { replace: line.replace, position }, options);
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

/** The choices as the client understands them; each takes the place of a range that holds the cursor. */
export function toList(
  choices: readonly Choice[],
  uri: string,
  { replace, position }: { readonly replace: Range; readonly position: Position },
  options: CompletionOptions,
): CompletionList {
  const range = editRange(replace, position);
  const items = choices.map((it) => toItem(it, uri, options));
  if (options.defaultEditRange) {
    return {
      isIncomplete: false,
      itemDefaults: { editRange: range },
      items: items.map(({ newText, ...item }) =>
        newText === item.label ? item : { ...item, textEditText: newText },
      ),
    };
  }
  return {
    isIncomplete: false,
    items: items.map(({ newText, ...item }) => ({ ...item, textEdit: { newText, range } })),
  };
}

/**
 * LSP asks that the range holds the cursor. The whole word is replaced, and no choice is given to leave
 * the part behind the cursor: half an id behind a whole one names nothing.
 */
function editRange({ start, end }: Range, position: Position): Range {
  return { start, end: comparePositions(end, position) < 0 ? position : end };
}

const MODES = { "as-is": InsertTextMode.asIs, "as-first": InsertTextMode.adjustIndentation };

function toItem(
  choice: Choice,
  uri: string,
  { labelDetails, tags, deprecated, suggestAgain, insertTextModes }: CompletionOptions,
): CompletionItem & { newText: string } {
  const { label, newText, title, kind, filterText, sortText } = choice;
  return {
    label,
    newText,
    kind,
    sortText,
    ...(filterText === undefined ? {} : { filterText }),
    ...(title === undefined
      ? {}
      : labelDetails
        ? { labelDetails: { detail: `  ${title}` } }
        : { detail: title }),
    ...(choice.documentation === undefined ? {} : { documentation: choice.documentation }),
    ...(choice.isSnippet === true ? { insertTextFormat: InsertTextFormat.Snippet } : {}),
    ...(insertTextModes && choice.lines !== undefined
      ? { insertTextMode: MODES[choice.lines] }
      : {}),
    // The file tells whose catalog is meant when the item is shown.
    ...(choice.data === undefined ? {} : { data: { ...choice.data, uri } }),
    ...(choice.isDeprecated !== true
      ? {}
      : tags
        ? { tags: [CompletionItemTag.Deprecated] }
        : deprecated
          ? { deprecated: true }
          : {}),
    ...(suggestAgain && choice.opensNext === true
      ? { command: { title: "Suggest", command: "editor.action.triggerSuggest" } }
      : {}),
  };
}

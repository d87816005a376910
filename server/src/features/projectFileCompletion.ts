import { CompletionItemKind, type CompletionList } from "vscode-languageserver-types";
import type { Project } from "../core/project.ts";
import { type ProjectCursor, projectCursor } from "../core/projectFile/cursor.ts";
import { projectOf, type Snapshot } from "../core/snapshot.ts";
import { type Position, type Range, TextLines } from "../core/text.ts";
import type { Choice } from "./choice.ts";
import { type CompletionOptions, itemDataOf, toList } from "./completionItems.ts";
import { type Guide, guideAt, type Term } from "./projectFileGuide.ts";
import { idChoices } from "./projectFileIdChoices.ts";
import { statementChoices } from "./projectFileStatement.ts";

/** A place of a project file for which choices are made. */
export interface Asked {
  readonly snapshot: Snapshot;
  readonly project: Project;
  readonly text: string;
  readonly position: Position;
  readonly at: ProjectCursor;
  /** Keys from the top down to what is to be written. */
  readonly path: readonly string[];
  readonly guide: Guide;
  readonly isJson: boolean;
  /** What has to stand before the new text: a dash, a blank behind the colon. */
  readonly prefix: string;
}

/**
 * What can be written at the cursor of a project file: keys that are not there yet, words where words
 * are meant, and requirements, of which those come first that the project needs and nobody claims.
 */
export function projectFileCompletion(
  snapshot: Snapshot,
  { uri, text }: { readonly uri: string; readonly text: string },
  position: Position,
  options: CompletionOptions,
): CompletionList | undefined {
  const at = projectCursor(text, position);
  if (at === undefined) return undefined;
  const asked = ask(snapshot, { uri, text }, position, at);
  const { choices, range } = choicesFor(asked, options);
  return choices.length === 0
    ? undefined
    : toList(choices, itemDataOf(snapshot, uri), { replace: range, position }, options);
}

function ask(
  snapshot: Snapshot,
  { uri, text }: { readonly uri: string; readonly text: string },
  position: Position,
  at: ProjectCursor,
): Asked {
  const project = projectOf(snapshot, uri);
  const here = guideAt(snapshot, project, at.path);
  // On the line below its key a list begins with the dash of its first item.
  const beginsList = here.isList && at.expected === "value" && at.isOwnLine && !at.isFlow;
  const path = beginsList ? [...at.path, "[]"] : at.path;
  const { start } = at.replace;
  const isTight =
    at.word === "" && new TextLines(text).lineText(start.line)[start.character - 1] === ":";
  return {
    snapshot,
    project,
    text,
    position,
    at,
    path,
    guide: beginsList ? guideAt(snapshot, project, path) : here,
    isJson: uri.endsWith(".json"),
    prefix: beginsList || at.needsDash ? "- " : isTight ? " " : "",
  };
}

function choicesFor(
  asked: Asked,
  options: CompletionOptions,
): { readonly choices: readonly Choice[]; readonly range: Range } {
  const { at, guide } = asked;
  if (at.expected === "key") return { choices: keyChoices(asked), range: at.replace };
  if (guide.isRequirement) return idChoices(asked);
  // A key without braces around it can stand on a line of its own only.
  const keys = at.isOwnLine && !at.isFlow && !asked.isJson ? keyChoices(asked) : [];
  const choices = [...statementChoices(asked, options), ...keys, ...valueChoices(asked)];
  return { choices, range: at.replace };
}

function keyChoices(asked: Asked): readonly Choice[] {
  const { snapshot, project, at, path, guide } = asked;
  const others = new Set(at.expected === "key" ? at.others.map(folded) : []);
  return guide.keys
    .filter(({ word }) => !others.has(folded(word)))
    .map((term, index) => {
      const next = guideAt(snapshot, project, [...path, term.word]);
      const isShort = term.opensLines !== true || at.isFlow;
      const colon = at.hasColon ? "" : isShort ? ": " : ":";
      return {
        ...choiceOf(asked, term, `1${order(index)}`),
        newText: `${written(asked, term)}${colon}`,
        kind: CompletionItemKind.Property,
        opensNext: isShort && !at.hasColon && (next.values.length > 0 || next.isRequirement),
      };
    });
}

function valueChoices(asked: Asked): readonly Choice[] {
  const { at, guide, path } = asked;
  const others = new Set(path.at(-1) === "[]" ? at.others : []);
  return guide.values
    .filter(({ word }) => !others.has(word))
    .map((term, index) => ({
      ...choiceOf(asked, term, `2${order(index)}`),
      newText: written(asked, term),
      kind: CompletionItemKind.EnumMember,
    }));
}

function choiceOf({ at }: Asked, { word, text }: Term, sortText: string) {
  return {
    label: word,
    sortText,
    ...(text.length > LONGEST_TITLE ? { documentation: text } : { title: text }),
    ...(at.quote === "" ? {} : { filterText: at.quote + word }),
  };
}

/** What is longer does not fit beside the word. */
const LONGEST_TITLE = 48;

/** The word with the quotation marks that it has already, or that it needs. */
function written({ at, isJson, prefix }: Asked, { word, isQuoted }: Term): string {
  const isLevel = /^\d$/.test(word);
  const quote = isLevel ? "" : at.quote !== "" ? at.quote : isJson || isQuoted === true ? '"' : "";
  return `${prefix}${quote}${word}${quote}`;
}

/** `fr1` is FR 1. */
function folded(word: string): string {
  return word.toLowerCase().replaceAll(" ", "");
}

function order(index: number): string {
  return String(index).padStart(3, "0");
}

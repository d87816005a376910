import {
  type CodeAction,
  type CodeActionContext,
  CodeActionKind,
  CodeActionTriggerKind,
} from "vscode-languageserver-types";
import { insertionAt } from "../core/annotation/insertion.ts";
import { coverageOf, type Item } from "../core/coverage.ts";
import type { Language } from "../core/languages.ts";
import { formsOf } from "../core/project.ts";
import { formatReference } from "../core/reference.ts";
import { projectOf, type Snapshot } from "../core/snapshot.ts";
import { type Position, TextLines } from "../core/text.ts";
import { isAsked } from "./codeActions.ts";

/** A document as an editor has it open. */
export interface OpenText {
  readonly uri: string;
  readonly text: string;
  readonly language: Language | undefined;
}

/** Longer menus are not read, and each edit is tried out on the text. */
const MOST_ACTIONS = 5;

/**
 * Whether a person asks for what would otherwise light the bulb on every line: by the kind of action, or by opening
 * the menu.
 */
export function asksToInsert({
  only,
  triggerKind,
}: Pick<CodeActionContext, "only" | "triggerKind">): boolean {
  if (only !== undefined) return isAsked(CodeActionKind.Refactor, only);
  return triggerKind === CodeActionTriggerKind.Invoked;
}

/**
 * Annotations for a line of code that has none yet: of what the product needs and nobody claims, what the words of
 * the line are about.
 */
export function insertActions(
  snapshot: Snapshot,
  { uri, text, language }: OpenText,
  position: Position,
): readonly CodeAction[] {
  const line = new TextLines(text).lineText(position.line);
  if (line.trim() === "" || isAnnotated(snapshot, uri, position.line)) return [];
  const project = projectOf(snapshot, uri);
  return likely(coverageOf(snapshot, project).items, line).flatMap(({ reference, title }) => {
    const wanted = { reference, relation: "implements" } as const;
    const { edit } = insertionAt(text, language, position, wanted, formsOf(project));
    if (edit === undefined) return [];
    const named = formatReference(reference) + (title === undefined ? "" : ` (${title})`);
    return [
      {
        title: `Insert annotation for ${named}`,
        kind: CodeActionKind.Refactor,
        edit: { changes: { [uri]: [edit] } },
      },
    ];
  });
}

function isAnnotated({ index }: Snapshot, uri: string, line: number): boolean {
  const annotations = index.inFile(uri)?.annotations ?? [];
  return annotations.some((it) => it.range.start.line === line || it.subject?.line === line);
}

/** A word of the title says more than one of the others; what has no word in common is not likely at all. */
function likely(items: readonly Item[], line: string): readonly Item[] {
  const stems = new Set(stemsOf(line));
  const fitting = (text: string) => stemsOf(text).filter((it) => stems.has(it)).length;
  return items
    .filter((it) => it.state === "missing")
    .map((item) => ({ item, fits: 2 * fitting(titlesOf(item)) + fitting(keywordsOf(item)) }))
    .filter(({ fits }) => fits > 0)
    .sort((a, b) => b.fits - a.fits)
    .slice(0, MOST_ACTIONS)
    .map((it) => it.item);
}

function titlesOf({ title = "", requirement }: Item): string {
  return `${title} ${requirement.title ?? ""}`;
}

function keywordsOf({ requirement }: Item): string {
  return (requirement.keywords ?? []).join(" ");
}

/** Long lines say no more by their end. */
const MOST_CHARACTERS = 500;
const STEM = 5;

/** How the longer words of a text or name begin: `check_password`, `isAuthenticated` and `authentication`. */
function stemsOf(text: string): readonly string[] {
  const words = text
    .slice(0, MOST_CHARACTERS)
    .replaceAll(/(\p{Ll})(\p{Lu})/gu, "$1 $2")
    .toLowerCase()
    .match(/\p{L}{4,}/gu);
  return [...new Set((words ?? []).map((it) => it.slice(0, STEM)))];
}

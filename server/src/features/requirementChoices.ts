import { CompletionItemKind } from "vscode-languageserver-types";
import type { AnnotationLine } from "../core/annotation/annotationLine.ts";
import type { Catalog, Requirement } from "../core/catalog.ts";
import type { Project } from "../core/project.ts";
import { formatReference, type Reference } from "../core/reference.ts";

/** One thing that can be written, before the client's abilities shape it. */
export interface Choice {
  readonly label: string;
  readonly newText: string;
  readonly title?: string;
  readonly kind: CompletionItemKind;
  readonly sortText: string;
  readonly filterText?: string;
  readonly isDeprecated?: boolean;
  /** Whether another word must follow. */
  readonly opensNext?: boolean;
  /** What it means, where that is no requirement. */
  readonly documentation?: string;
  /** Whether the new text has places to fill in, as editors write them. */
  readonly isSnippet?: boolean;
  /** Whether its lines are set in as they are to stand, or as the first one begins. */
  readonly lines?: "as-is" | "as-first";
  /** Names the requirement whose text is asked for when the item is shown. */
  readonly data?: Reference;
}

/** Every requirement and enhancement that the line may name and does not name yet. */
export function requirementChoices(
  catalog: Catalog,
  project: Project,
  { part, others }: Pick<AnnotationLine, "part" | "others">,
): readonly Choice[] {
  const named = new Set(others.map(keyOf));
  return catalog.requirements
    .filter((it) => part === undefined || it.part === part)
    .flatMap((requirement, index) => choicesOf(requirement, rankOf(requirement, project), index))
    .filter(({ data }) => data === undefined || !named.has(keyOf(data)));
}

function keyOf(reference: Reference): string {
  return `${reference.part} ${formatReference(reference)}`;
}

/** What the project covers comes first, then what its component does not have, then other parts. */
function rankOf({ part, componentTypes, redirectsTo }: Requirement, project: Project): number {
  if (!project.parts.includes(part)) return 4;
  if (redirectsTo !== undefined) return 3;
  if (componentTypes.length === 0) return 1;
  return componentTypes.some((it) => project.components.includes(it)) ? 1 : 2;
}

function choicesOf(requirement: Requirement, rank: number, index: number): readonly Choice[] {
  const { part, id, title, enhancements, redirectsTo } = requirement;
  const base = { part, id };
  const sort = `${rank}${sortKey(id, index)}`;
  return [
    {
      ...choiceOf(base, title, sort),
      ...(redirectsTo === undefined ? {} : { isDeprecated: true }),
    },
    ...enhancements.map((it) =>
      choiceOf(
        { ...base, enhancement: it.number },
        it.title,
        `${sort} ${String(it.number).padStart(2, "0")}`,
      ),
    ),
  ];
}

function choiceOf(reference: Reference, title: string | undefined, sortText: string): Choice {
  const label = formatReference(reference);
  return {
    label,
    newText: label,
    ...(title === undefined ? {} : { title }),
    kind: CompletionItemKind.Constant,
    sortText,
    filterText: filterText(label, title),
    data: reference,
  };
}

/**
 * An id is found as `CR 1.5`, `cr1.5`, `cr-1.5` and `1.5`, or by a word of its title. VS Code looks at
 * the first 128 characters only.
 */
function filterText(label: string, title = ""): string {
  return `${label} ${label.replace(" ", "-")} ${title}`.trim().slice(0, 128);
}

/**
 * Numbers in the order of numbers, so that 1.2 comes before 1.10; letters as the catalog has them. The
 * constraints, which are named seldom, stand behind the requirements.
 */
function sortKey(id: string, index: number): string {
  const numbers = id.replace(/\d+/g, (it) => it.padStart(3, "0"));
  return `${id.startsWith("CCSC") ? "~" : ""}${numbers}${String(index).padStart(4, "0")}`;
}

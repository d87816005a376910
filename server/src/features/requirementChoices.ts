import { CompletionItemKind } from "vscode-languageserver-types";
import type { AnnotationLine } from "../core/annotation/annotationLine.ts";
import type { Requirement } from "../core/catalog.ts";
import { asks, covers } from "../core/coverage/items.ts";
import { appliesAt } from "../core/coverage/levels.ts";
import { spokenOf } from "../core/coverage/spokenOf.ts";
import type { Project } from "../core/project.ts";
import { formatReference, isClause, type Reference } from "../core/reference.ts";
import { catalogOf, type Snapshot } from "../core/snapshot.ts";

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

/**
 * Every requirement and enhancement that the line may name and does not name yet: first what the project
 * needs and nobody claims, then the rest of what it covers, then what it does not.
 */
export function requirementChoices(
  snapshot: Snapshot,
  project: Project,
  { part, others }: Pick<AnnotationLine, "part" | "others">,
): readonly Choice[] {
  const named = new Set(others.map(keyOf));
  const catalog = catalogOf(snapshot, project);
  return catalog.requirements
    .filter((it) => (part === undefined ? isOffered(snapshot, project, it) : it.part === part))
    .filter((it) => it.isGroup === undefined)
    .flatMap((requirement, index) => choicesOf(snapshot, project, requirement, index))
    .filter(({ data }) => data === undefined || !named.has(keyOf(data)));
}

/** Of parts that are not covered those without a title say nothing: they are offered behind their part. */
function isOffered(snapshot: Snapshot, project: Project, requirement: Requirement): boolean {
  if (requirement.title !== undefined) return true;
  return covers(catalogOf(snapshot, project), project, requirement);
}

function keyOf(reference: Reference): string {
  return `${reference.part} ${formatReference(reference)}`;
}

function choicesOf(
  snapshot: Snapshot,
  project: Project,
  requirement: Requirement,
  index: number,
): readonly Choice[] {
  const { title, enhancements, redirectsTo, keywords } = requirement;
  const catalog = catalogOf(snapshot, project);
  const isAsked = asks(catalog, project, requirement);
  const rank = rankOf(snapshot, project, requirement, isAsked);
  const spoken = isAsked ? spokenOf(snapshot, project, requirement) : undefined;
  const sort = (levels: Requirement["levels"], enhancement?: number) => {
    const isAimedAt = appliesAt(project.target, { ...requirement, levels });
    const isNeeded = spoken !== undefined && isAimedAt && !spoken.has(enhancement);
    return `${isNeeded ? 0 : rank}${sortKey(requirement.id, index)}`;
  };
  const base = referenceOf(snapshot, project, requirement);
  return [
    {
      ...choiceOf(base, title, sort(requirement.levels), keywords),
      ...(redirectsTo === undefined ? {} : { isDeprecated: true }),
    },
    ...enhancements.map((it) =>
      choiceOf(
        { ...base, enhancement: it.number },
        it.title,
        `${sort(it.levels, it.number)} ${String(it.number).padStart(2, "0")}`,
      ),
    ),
  ];
}

/** What the project covers comes first, then what its component does not have, then other parts. */
function rankOf(
  snapshot: Snapshot,
  project: Project,
  requirement: Requirement,
  isAsked: boolean,
): number {
  if (isAsked) return 1;
  if (!covers(catalogOf(snapshot, project), project, requirement)) return 4;
  return requirement.redirectsTo === undefined ? 2 : 3;
}

/** With its edition, where the id alone would mean another, or nothing. */
function referenceOf(
  snapshot: Snapshot,
  project: Project,
  { part, edition, id }: Requirement,
): Reference {
  const found = catalogOf(snapshot, project).find({ part, id });
  return found?.edition === edition && !isClause(id) ? { part, id } : { part, edition, id };
}

function choiceOf(
  reference: Reference,
  title: string | undefined,
  sortText: string,
  keywords: readonly string[] = [],
): Choice {
  const label = formatReference(reference);
  return {
    label,
    newText: label,
    ...(title === undefined ? {} : { title }),
    kind: CompletionItemKind.Constant,
    sortText,
    filterText: filterText(label, title, keywords),
    data: reference,
  };
}

/**
 * An id is found as `CR 1.5`, `cr1.5`, `cr-1.5` and `1.5`, by a word of its title, or by another word that people
 * look for it by. VS Code looks at the first 128 characters only.
 */
function filterText(label: string, title = "", keywords: readonly string[] = []): string {
  const words = [label, label.replace(" ", "-"), title, ...keywords].filter((it) => it !== "");
  return words.join(" ").slice(0, 128);
}

/**
 * Numbers in the order of numbers, so that 1.2 comes before 1.10; letters as the catalog has them. The
 * constraints, which are named seldom, stand behind the requirements.
 */
function sortKey(id: string, index: number): string {
  const numbers = id.replace(/\d+/g, (it) => it.padStart(3, "0"));
  return `${id.startsWith("CCSC") ? "~" : ""}${numbers}${String(index).padStart(4, "0")}`;
}

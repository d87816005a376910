import { CompletionItemKind } from "vscode-languageserver-types";
import type { AnnotationLine } from "../core/annotation/annotationLine.ts";
import type { Catalog, Requirement } from "../core/catalog.ts";
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
  const offered = preparedFor(catalogOf(snapshot, project), project, part);
  const choices = offered.flatMap((it) => choicesOf(snapshot, project, it));
  if (named.size === 0) return choices;
  return choices.filter(({ data }) => data === undefined || !named.has(keyOf(data)));
}

function keyOf(reference: Reference): string {
  return `${reference.part} ${formatReference(reference)}`;
}

/** The choices of one requirement, as far as no claim changes them. */
interface Prepared {
  readonly requirement: Requirement;
  readonly isAsked: boolean;
  readonly choices: readonly {
    readonly enhancement?: number;
    /** As one of many. */
    readonly plain: Choice;
    /** As one that the project needs as long as nobody speaks of it. */
    readonly needed: Choice;
  }[];
}

const known = new WeakMap<
  Project,
  { catalog: Catalog; byPart: Map<string, readonly Prepared[]> }
>();

/** What a project may name: the same for every line, and after every edit. */
function preparedFor(
  catalog: Catalog,
  project: Project,
  part: string | undefined,
): readonly Prepared[] {
  const before = known.get(project);
  const ofProject = before?.catalog === catalog ? before : { catalog, byPart: new Map() };
  known.set(project, ofProject);
  const prepared = ofProject.byPart.get(part ?? "") ?? prepareAll(catalog, project, part);
  ofProject.byPart.set(part ?? "", prepared);
  return prepared;
}

function prepareAll(
  catalog: Catalog,
  project: Project,
  part: string | undefined,
): readonly Prepared[] {
  return catalog.requirements
    .filter((it) => (part === undefined ? isOffered(catalog, project, it) : it.part === part))
    .filter((it) => it.isGroup === undefined)
    .map((requirement, index) => prepare(catalog, project, requirement, index));
}

/** Of parts that are not covered those without a title say nothing: they are offered behind their part. */
function isOffered(catalog: Catalog, project: Project, requirement: Requirement): boolean {
  return requirement.title !== undefined || covers(catalog, project, requirement);
}

function choicesOf(
  snapshot: Snapshot,
  project: Project,
  { requirement, isAsked, choices }: Prepared,
): readonly Choice[] {
  const spoken = isAsked ? spokenOf(snapshot, project, requirement) : undefined;
  return choices.map(({ enhancement, plain, needed }) =>
    spoken === undefined || spoken.has(enhancement) ? plain : needed,
  );
}

function prepare(
  catalog: Catalog,
  project: Project,
  requirement: Requirement,
  index: number,
): Prepared {
  const { title, enhancements, redirectsTo, keywords } = requirement;
  const isAsked = asks(catalog, project, requirement);
  const rank = rankOf(catalog, project, requirement, isAsked);
  const key = sortKey(requirement.id, index);
  const base = referenceOf(catalog, requirement);
  const choices = [
    {
      levels: requirement.levels,
      ...choiceOf(base, title, key, keywords),
      ...(redirectsTo === undefined ? {} : { isDeprecated: true }),
    },
    ...enhancements.map((it) => ({
      levels: it.levels,
      ...choiceOf(
        { ...base, enhancement: it.number },
        it.title,
        `${key} ${String(it.number).padStart(2, "0")}`,
      ),
    })),
  ];
  return {
    requirement,
    isAsked,
    choices: choices.map(({ levels, ...choice }) => {
      const { enhancement } = choice.data;
      const isAimedAt = appliesAt(project.target, { ...requirement, levels });
      const plain = { ...choice, sortText: `${rank}${choice.sortText}` };
      const needed = isAimedAt ? { ...choice, sortText: `0${choice.sortText}` } : plain;
      return { ...(enhancement === undefined ? {} : { enhancement }), plain, needed };
    }),
  };
}

/** What the project covers comes first, then what its component does not have, then other parts. */
function rankOf(
  catalog: Catalog,
  project: Project,
  requirement: Requirement,
  isAsked: boolean,
): number {
  if (isAsked) return 1;
  if (!covers(catalog, project, requirement)) return 4;
  return requirement.redirectsTo === undefined ? 2 : 3;
}

/** With its edition, where the id alone would mean another, or nothing. */
function referenceOf(catalog: Catalog, { part, edition, id }: Requirement): Reference {
  const found = catalog.find({ part, id });
  return found?.edition === edition && !isClause(id) ? { part, id } : { part, edition, id };
}

function choiceOf(
  reference: Reference,
  title: string | undefined,
  sortText: string,
  keywords: readonly string[] = [],
): Choice & { readonly data: Reference } {
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

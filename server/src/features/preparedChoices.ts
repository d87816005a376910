import { CompletionItemKind } from "vscode-languageserver-types";
import type { Catalog, Requirement } from "../core/catalog.ts";
import { asks, covers } from "../core/coverage/items.ts";
import { appliesAt } from "../core/coverage/levels.ts";
import type { Project } from "../core/project.ts";
import { formatReference, isClause, type Reference } from "../core/reference.ts";
import type { Choice } from "./choice.ts";

/** A requirement or enhancement as a choice; its label is what its data writes. */
type RequirementChoice = Choice & { readonly data: Reference };

/** A requirement and its enhancements as choices, as far as no claim changes them. */
export interface PreparedChoices {
  readonly requirement: Requirement;
  /** Whether the project asks for it. */
  readonly isAsked: boolean;
  /** As some of many. */
  readonly plain: readonly RequirementChoice[];
  /** The same as what the project needs as long as nobody speaks of it. */
  readonly needed: readonly RequirementChoice[];
}

const known = new WeakMap<
  Project,
  { catalog: Catalog; byPart: Map<string, readonly PreparedChoices[]> }
>();

/** What a project may name, of all parts or of one: the same for every line, and after every edit. */
export function preparedChoices(
  catalog: Catalog,
  project: Project,
  part: string | undefined,
): readonly PreparedChoices[] {
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
): readonly PreparedChoices[] {
  const requirements = catalog.requirements
    .filter((it) => (part === undefined ? isOffered(catalog, project, it) : it.part === part))
    .filter((it) => it.isGroup === undefined);
  const places = placesOf(requirements);
  return requirements.map((it, index) => prepare(catalog, project, it, places[index] ?? []));
}

/** Of parts that are not covered those without a title say nothing: they are offered behind their part. */
function isOffered(catalog: Catalog, project: Project, requirement: Requirement): boolean {
  return requirement.title !== undefined || covers(catalog, project, requirement);
}

function prepare(
  catalog: Catalog,
  project: Project,
  requirement: Requirement,
  places: readonly string[],
): PreparedChoices {
  const isAsked = asks(catalog, project, requirement);
  const rank = rankOf(catalog, project, requirement, isAsked);
  const plain = choicesOf(catalog, requirement).map((it, index) => ({
    ...it,
    sortText: `${rank}${places[index] ?? ""}`,
  }));
  const { enhancements } = requirement;
  const needed = plain.map((it, index) => {
    const levels = index === 0 ? requirement.levels : (enhancements[index - 1]?.levels ?? []);
    const isAimedAt = appliesAt(project.target, { ...requirement, levels });
    return isAimedAt ? { ...it, sortText: `${NEEDED}${places[index] ?? ""}` } : it;
  });
  return { requirement, isAsked, plain, needed };
}

/** Behind the relations, which begin with 0. */
const NEEDED = 1;

/** What the project covers comes first, then what its component does not have, then other parts. */
function rankOf(
  catalog: Catalog,
  project: Project,
  requirement: Requirement,
  isAsked: boolean,
): number {
  if (isAsked) return 2;
  if (!covers(catalog, project, requirement)) return 5;
  return requirement.redirectsTo === undefined ? 3 : 4;
}

/** With its edition, where the id alone would mean another, or nothing. */
function referenceOf(catalog: Catalog, { part, edition, id }: Requirement): Reference {
  const found = catalog.find({ part, id });
  return found?.edition === edition && !isClause(id) ? { part, id } : { part, edition, id };
}

type Unsorted = Omit<RequirementChoice, "sortText">;

function choicesOf(catalog: Catalog, requirement: Requirement): readonly Unsorted[] {
  const { title, enhancements, redirectsTo, keywords } = requirement;
  const base = referenceOf(catalog, requirement);
  return [
    {
      ...choiceOf(base, title, keywords),
      ...(redirectsTo === undefined ? {} : { isDeprecated: true }),
    },
    ...enhancements.map((it) => choiceOf({ ...base, enhancement: it.number }, it.title)),
  ];
}

function choiceOf(
  reference: Reference,
  title: string | undefined,
  keywords: readonly string[] = [],
): Unsorted {
  const label = formatReference(reference);
  return {
    label,
    newText: label,
    ...(title === undefined ? {} : { title }),
    kind: CompletionItemKind.Constant,
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

/** Where each requirement and its enhancements stand among all, in few digits: they are sent with every item. */
function placesOf(requirements: readonly Requirement[]): readonly (readonly string[])[] {
  const keys = requirements.map(sortKeys);
  const sorted = keys.flat().sort();
  const digits = String(sorted.length).length;
  const places = new Map(sorted.map((it, place) => [it, String(place).padStart(digits, "0")]));
  return keys.map((its) => its.map((it) => places.get(it) ?? ""));
}

/**
 * Numbers in the order of numbers, so that 1.2 comes before 1.10; letters as the catalog has them. The
 * constraints, which are named seldom, stand behind the requirements.
 */
function sortKeys({ id, enhancements }: Requirement, index: number): readonly string[] {
  const numbers = id.replace(/\d+/g, (it) => it.padStart(3, "0"));
  const key = `${id.startsWith("CCSC") ? "~" : ""}${numbers}${String(index).padStart(4, "0")}`;
  return [key, ...enhancements.map((it) => `${key} ${String(it.number).padStart(2, "0")}`)];
}

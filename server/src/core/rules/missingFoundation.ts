import type { Relation } from "../annotation.ts";
import { compareSites, type Site } from "../annotationIndex.ts";
import {
  type Catalog,
  COMPONENT_TYPES,
  type FoundationStep,
  type Requirement,
} from "../catalog.ts";
import { asks, itemsOfRequirement } from "../coverage/items.ts";
import type { Saying } from "../coverage/sayings.ts";
import { counts } from "../coverage/seenByOthers.ts";
import type { Item } from "../coverage.ts";
import type { Project } from "../project.ts";
import { catalogOf, projectOf, type Snapshot } from "../snapshot.ts";
import { requirementsNamed } from "./named.ts";
import { either } from "./rewrite.ts";
import type { Rule, RuleFinding } from "./rule.ts";

/** What rests on a foundation. */
const RESTS: readonly Relation[] = ["implements", "verifies", "partial"];

/** A claim rests on a step that no one claims: guidance for a secure design. */
export const missingFoundation: Rule = {
  code: "missing-foundation",
  level: "info",
  description:
    "A claim rests on a foundation that no one claims. This is guidance, not a rule of the standard.",
  scope: "whole-project",

  *check(snapshot, uri) {
    const project = projectOf(snapshot, uri);
    const catalog = catalogOf(snapshot, project);
    for (const { relation, claims } of snapshot.index.inFile(uri)?.annotations ?? []) {
      if (!RESTS.includes(relation)) continue;
      for (const claim of claims) {
        const named = requirementsNamed(catalog, project, claim.reference);
        const finding = named
          .filter((it) => isFirst(itemsOfRequirement(snapshot, project, it), uri, claim))
          .map((it) => findingOf(snapshot, project, it))
          .find((it) => it !== undefined);
        if (finding !== undefined) yield { ...finding, range: claim.range };
      }
    }
  },
};

const firstSites = new WeakMap<readonly Item[], Site | undefined>();

/** The first claim of a requirement in a project speaks for all: a thousand need no thousand hints. */
function isFirst(items: readonly Item[], uri: string, claim: Site["claim"]): boolean {
  if (!firstSites.has(items)) firstSites.set(items, firstOf(items));
  const first = firstSites.get(items);
  return first?.uri === uri && first.claim === claim;
}

function firstOf(items: readonly Item[]): Site | undefined {
  return items
    .flatMap(({ kinds }) => kinds.find(isResting)?.from ?? [])
    .filter((it) => "claim" in it)
    .sort(compareSites)[0];
}

function isResting({ relation, from }: Saying): boolean {
  return "claim" in from && RESTS.includes(relation);
}

function findingOf(
  snapshot: Snapshot,
  project: Project,
  { part, id }: Requirement,
): Omit<RuleFinding, "range"> | undefined {
  const catalog = catalogOf(snapshot, project);
  const { foundations } = catalog;
  const isIts = (it: FoundationStep) => it.part === part && it.requirements.includes(id);
  const missing = foundations
    .filter((it) => foundations.some((above) => isIts(above) && above.restsOn.includes(it.step)))
    .map((it) => ({ name: it.step, asked: askedOf(catalog, project, it) }))
    .filter(({ asked }) => asked.length > 0 && !asked.some((it) => isSaid(snapshot, project, it)));
  if (missing.length === 0) return undefined;
  const names = missing.map(({ name, asked }) => `${name} (${either(asked.map((it) => it.id))})`);
  return {
    message: `${id} rests on ${names.join(" and ")}, which nothing in this project claims. Claim it where code meets it, or state why there is none. This is guidance, not a rule of the standard.`,
    fixes: [],
  };
}

/**
 * What a project has to claim of a step. One that names no component types may be a software
 * application, of which no root of trust is asked: there only what is asked of every type counts.
 */
function askedOf(catalog: Catalog, project: Project, step: FoundationStep): readonly Requirement[] {
  return step.requirements
    .flatMap((id) => catalog.find({ part: step.part, id }) ?? [])
    .filter((it) => asks(catalog, project, it) && (namesTypes(project) || isForEveryType(it)));
}

function namesTypes({ components }: Project): boolean {
  return components.length < COMPONENT_TYPES.length;
}

function isForEveryType({ componentTypes }: Requirement): boolean {
  return COMPONENT_TYPES.every((it) => componentTypes.includes(it));
}

/** Whether anything says that it is met, will be met, or does not apply. */
function isSaid(snapshot: Snapshot, project: Project, requirement: Requirement): boolean {
  return itemsOfRequirement(snapshot, project, requirement).some((it) => it.kinds.some(counts));
}

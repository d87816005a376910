import type { Claim } from "../annotation.ts";
import { asks, nameOf } from "../coverage/items.ts";
import { appliesAt } from "../coverage/levels.ts";
import type { Item } from "../coverage.ts";
import type { Project, Statement } from "../project.ts";
import type { Reference } from "../reference.ts";
import { catalogOf, projectOf, type Snapshot } from "../snapshot.ts";
import type { Range } from "../text.ts";
import { itemsNamed, statementsIn } from "./named.ts";
import type { Rule, RuleFinding } from "./rule.ts";

/** Code meets an item, and no test shows it. */
export const unverified: Rule = {
  code: "unverified",
  level: "off",
  description: "A requirement is implemented, and no test claims to verify it.",
  scope: "whole-project",

  *check(snapshot, uri) {
    const project = projectOf(snapshot, uri);
    for (const { relation, claims } of snapshot.index.inFile(uri)?.annotations ?? []) {
      if (relation !== "implements") continue;
      for (const claim of claims) {
        yield* findingsOf(snapshot, project, claim, claim.reference, claim.range);
      }
    }
    for (const statement of statementsIn(snapshot, uri)) {
      const { reference, requirementRange } = statement;
      yield* findingsOf(snapshot, project, statement, reference, requirementRange);
    }
  },
};

function* findingsOf(
  snapshot: Snapshot,
  project: Project,
  by: Claim | Statement,
  reference: Reference,
  range: Range,
): Iterable<RuleFinding> {
  for (const item of itemsNamed(snapshot, project, reference)) {
    if (!isWanted(snapshot, project, item) || placeOf(item) !== by) continue;
    const name = nameOf(item);
    yield {
      range,
      about: name,
      message: `${name} is implemented, and no test claims it. Write @iec62443 verifies ${name} above a test that shows it.`,
      fixes: [],
    };
  }
}

/** What the target does not ask for needs no test. */
function isWanted(snapshot: Snapshot, project: Project, item: Item): boolean {
  return (
    item.state === "implemented" &&
    asks(catalogOf(snapshot, project), project, item.requirement) &&
    appliesAt(project.target, item)
  );
}

const known = new WeakMap<Item, Claim | Statement | undefined>();

/** The first that implements an item that no test claims: an annotation before any statement. */
function placeOf(item: Item): Claim | Statement | undefined {
  if (!known.has(item)) known.set(item, firstUntested(item));
  return known.get(item);
}

function firstUntested({ kinds }: Item): Claim | Statement | undefined {
  if (kinds.some((it) => it.relation === "verifies")) return undefined;
  const from = kinds.find((it) => it.relation === "implements")?.from;
  return from !== undefined && "claim" in from ? from.claim : from;
}

import type { Relation } from "../annotation.ts";
import { enhancementOf } from "../catalog.ts";
import { asks, itemsOfRequirement } from "../coverage/items.ts";
import { hasExpired, type Project, type Statement } from "../project.ts";
import { formatReference, type Reference } from "../reference.ts";
import { catalogOf, projectOf, type Snapshot } from "../snapshot.ts";
import { statementsIn } from "./named.ts";
import { changeStatement, insertBefore, preferred } from "./rewrite.ts";
import type { Rule } from "./rule.ts";

/** What claims an enhancement, in an annotation or a statement. */
const CLAIMS: readonly (Relation | Statement["status"])[] = [
  "implements",
  "partial",
  "verifies",
  "compensating",
  "implemented",
  "verified",
];

/** An enhancement adds to its base: claimed alone it stands on nothing. */
export const enhancementWithoutBase: Rule = {
  code: "enhancement-without-base",
  level: "warning",
  description: "A requirement enhancement is claimed, and nothing is said of its base.",
  scope: "whole-project",

  *check(snapshot, uri) {
    const project = projectOf(snapshot, uri);
    for (const annotation of snapshot.index.inFile(uri)?.annotations ?? []) {
      if (!CLAIMS.includes(annotation.relation)) continue;
      // With its base before the first of them, all enhancements of an annotation have it.
      const seen = new Set<string>();
      for (const claim of annotation.claims) {
        const base = missingBase(snapshot, project, claim.reference);
        if (base === undefined || seen.has(formatReference(base))) continue;
        seen.add(formatReference(base));
        yield {
          range: claim.range,
          message: messageFor(claim.reference, base),
          fixes: [preferred(insertBefore(annotation, claim, base))],
        };
      }
    }
    yield* checkStatements(snapshot, project, uri);
  },
};

function* checkStatements(snapshot: Snapshot, project: Project, uri: string) {
  const statements = statementsIn(snapshot, uri);
  for (const statement of statements) {
    const { status, reference, requirementRange: range } = statement;
    if (!CLAIMS.includes(status) || hasExpired(statement, snapshot.today)) continue;
    const base = missingBase(snapshot, project, reference);
    if (base === undefined) continue;
    const fixes = [preferred(changeStatement(statements, statement, [base, reference]))];
    yield { range, message: messageFor(reference, base), fixes };
  }
}

/**
 * The base of an enhancement of which nothing is said. Headings, unknown enhancements and what the
 * project does not ask for are for other rules to sort out first.
 */
function missingBase(
  snapshot: Snapshot,
  project: Project,
  reference: Reference,
): Reference | undefined {
  const { enhancement, item: _, ...base } = reference;
  const catalog = catalogOf(snapshot, project);
  const requirement = enhancement === undefined ? undefined : catalog.find(base);
  if (requirement === undefined || enhancementOf(requirement, reference) === undefined) {
    return undefined;
  }
  if (!asks(catalog, project, requirement)) return undefined;
  const [item] = itemsOfRequirement(snapshot, project, requirement);
  return item?.kinds.length === 0 ? base : undefined;
}

function messageFor(reference: Reference, base: Reference): string {
  const name = formatReference(base);
  return `${formatReference(reference)} adds to ${name}, of which nothing is said in this project. Claim ${name} where code meets it, here or elsewhere.`;
}

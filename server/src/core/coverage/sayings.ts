import { isReason, type Relation } from "../annotation.ts";
import type { Site } from "../annotationIndex.ts";
import type { Item } from "../coverage.ts";
import { hasExpired, type Statement } from "../project.ts";

/** What one annotation or statement says of an item. A statement of `verified` says two things. */
export interface Saying {
  readonly relation: Relation;
  /** Whether it gives a reason. */
  readonly isJustified: boolean;
  /** Present when it speaks of one lettered item only. */
  readonly letter?: string;
  readonly from: Site | Statement;
}

/** All that is said of an item and counts: an expired statement says nothing. */
export function sayingsOf(
  claims: readonly Site[],
  statements: readonly Statement[],
  today: string,
): readonly Saying[] {
  return [...claims.map(sayingOfClaim), ...sayingsOfStatements(statements, today)];
}

/** What statements say, as far as they have not expired. */
export function sayingsOfStatements(
  statements: readonly Statement[],
  today: string,
): readonly Saying[] {
  return statements.filter((it) => !hasExpired(it, today)).flatMap(sayingsOfStatement);
}

/** The first of those that say the same of the same letter: what is true of any of them is true of it. */
export function firstOfEachKind(sayings: readonly Saying[]): readonly Saying[] {
  const kinds = new Map<string, Saying>();
  for (const it of sayings) {
    const kind = `${it.relation} ${it.isJustified} ${it.letter ?? ""}`;
    if (!kinds.has(kind)) kinds.set(kind, it);
  }
  return [...kinds.values()];
}

/** What a claim says of its item. */
export function sayingOfClaim(site: Site): Saying {
  const { relation, text = "" } = site.annotation;
  return saying(relation, text, site.claim.reference.item, site);
}

function sayingsOfStatement(statement: Statement): readonly Saying[] {
  const { status, reason = "", reference } = statement;
  return RELATIONS_OF[status].map((it) => saying(it, reason, reference.item, statement));
}

function saying(
  relation: Relation,
  reason: string,
  letter: string | undefined,
  from: Saying["from"],
): Saying {
  const isJustified = reason !== "" && isReason(reason);
  // Written out twice: there is one for each of perhaps 10,000 claims, after each edit.
  if (letter === undefined) return { relation, isJustified, from };
  return { relation, isJustified, from, letter };
}

const RELATIONS_OF: Readonly<Record<Statement["status"], readonly Relation[]>> = {
  "not-applicable": ["not-applicable"],
  compensating: ["compensating"],
  planned: ["planned"],
  implemented: ["implements"],
  verified: ["implements", "verifies"],
};

/** What the first says that makes an item not applicable, or met elsewhere. */
export function reasonOf({ state, kinds }: Item): string | undefined {
  const relation = RELATION_OF_STATE[state];
  const from = kinds.find((it) => it.relation === relation && it.isJustified)?.from;
  if (from === undefined) return undefined;
  return "annotation" in from ? from.annotation.text : from.reason;
}

const RELATION_OF_STATE: Readonly<Partial<Record<Item["state"], Relation>>> = {
  "not-applicable": "not-applicable",
  compensated: "compensating",
};

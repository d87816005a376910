import type { Relation } from "../../annotation.ts";
import type { Site } from "../../annotationIndex.ts";
import { contradictionOf } from "../../coverage/contradictions.ts";
import { nextStepOf } from "../../coverage/nextStep.ts";
import type { Saying } from "../../coverage/sayings.ts";
import type { Item, ItemState } from "../../coverage.ts";
import { hasExpired, type Project, type Statement } from "../../project.ts";
import { formatReference } from "../../reference.ts";
import { displayPath } from "../displayPath.ts";
import type { ReportPlaces } from "../permalink.ts";

export interface ReportedItem {
  readonly part: string;
  readonly edition: string;
  /** The base requirement: `CR 1.1`. */
  readonly requirement: string;
  readonly enhancement?: number;
  /** Canonical: `CR 1.1 RE(1)`. */
  readonly reference: string;
  readonly title: string | null;
  readonly fr: number | null;
  readonly levels: readonly number[];
  readonly state: ItemState;
  readonly claims: readonly ReportedClaim[];
  /** Of several the first that counts. */
  readonly statement?: ReportedStatement;
  /** All that the project file says of it, in its order. */
  readonly statements: readonly ReportedStatement[];
  /** Present when some say that it does not apply, and others that code meets it: the first on each side. */
  readonly contradiction?: { readonly denies: string; readonly claims: string };
  /** What brings it nearer to being met, beside what is said of it; present while it is open. */
  readonly next?: string;
}

export interface ReportedStatement
  extends Pick<Statement, "status" | "reason" | "owner" | "reviewed" | "expires" | "evidence"> {
  /** Of `CR 1.5(a)`, where it names one. */
  readonly letter?: string;
  /** Present when it counts for nothing any more. */
  readonly expired?: true;
}

export interface ReportedClaim {
  readonly path: string;
  readonly line: number;
  readonly relation: Relation;
  /** Of `CR 1.5(a)`, where it names one. */
  readonly letter?: string;
  readonly subject?: string;
  readonly text?: string;
  /** Where people can look at it, in a browser. */
  readonly link?: string;
}

/** An item as the report has it. */
export function reportedItem(
  item: Item,
  project: Project,
  { base, linkTo, today }: ReportPlaces & { readonly today: string },
): ReportedItem {
  const { reference, requirement, title, fr, levels, state, claims, statements } = item;
  // One that counts says more of the state than one that has expired.
  const statement = statements.find((it) => !hasExpired(it, today)) ?? statements[0];
  const next = nextStepOf(item, project);
  const contradiction = contradictionOf(item);
  return {
    part: reference.part,
    edition: requirement.edition,
    requirement: reference.id,
    ...(reference.enhancement !== undefined && { enhancement: reference.enhancement }),
    reference: formatReference(reference),
    title: title ?? null,
    fr: fr ?? null,
    levels,
    state,
    claims: claims.map((it) => reportedClaim(it, { base, ...(linkTo && { linkTo }) })),
    ...(statement !== undefined && { statement: reportedStatement(statement, today) }),
    statements: statements.map((it) => reportedStatement(it, today)),
    ...(contradiction !== undefined && {
      contradiction: {
        denies: sourceOf(contradiction.denies, base),
        claims: sourceOf(contradiction.claims, base),
      },
    }),
    ...(next !== undefined && { next: next.brief ?? next.text }),
  };
}

/** What says something: `src/a.c:3 partial`, or `project file: planned`. */
export function sourceOf({ from }: Saying, base: string): string {
  if (!("annotation" in from)) return `project file: ${from.status}`;
  const { path, line, relation } = reportedClaim(from, { base });
  return `${path}:${line} ${relation}`;
}

/** A claim as the report has it. */
export function reportedClaim(
  { uri, annotation, claim }: Site,
  { base, linkTo }: ReportPlaces,
): ReportedClaim {
  const { relation, subject, text } = annotation;
  const path = displayPath(uri, base);
  const line = claim.range.start.line + 1;
  return {
    path,
    line,
    relation,
    ...(claim.reference.item !== undefined && { letter: claim.reference.item }),
    ...(subject !== undefined && { subject: subject.text }),
    ...(text !== undefined && { text }),
    ...(linkTo !== undefined && { link: linkTo(path, line) }),
  };
}

function reportedStatement(statement: Statement, today: string): ReportedStatement {
  const { reference, status, reason, owner, reviewed, expires, evidence } = statement;
  return {
    status,
    ...(reference.item !== undefined && { letter: reference.item }),
    ...(reason !== undefined && { reason }),
    ...(owner !== undefined && { owner }),
    ...(reviewed !== undefined && { reviewed }),
    ...(expires !== undefined && { expires }),
    ...(hasExpired(statement, today) && { expired: true }),
    evidence,
  };
}

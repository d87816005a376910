import type { Relation } from "../../../annotation.ts";
import { isMet } from "../../../coverage/state.ts";
import type { ReportedClaim, ReportedItem } from "../reportItem.ts";
import { remarksOf } from "./remarks.ts";
import { SENTENCES, statusOf } from "./status.ts";
import {
  controlId,
  listed,
  markup,
  type Named,
  pathReference,
  property,
  stringOf,
  webReference,
} from "./values.ts";

/** What OSCAL calls what leads from a requirement to what is said of it. */
interface Link {
  readonly href: string;
  readonly rel: string;
  readonly text: string;
}

/** An item as one implemented requirement of a component; `named` names what belongs to that component. */
export function implementedRequirement(item: ReportedItem, named: Named, namedInAll: Named) {
  const { part, edition, reference } = item;
  const remarks = remarksOf(item);
  return {
    uuid: named("requirement", part, edition, reference),
    "control-id": controlId(reference),
    description: descriptionOf(item),
    props: propertiesOf(item),
    ...listed("links", [...item.claims.map(linkOf), ...evidenceOf(item, named)]),
    ...listed("responsible-roles", responsibleOf(item, namedInAll)),
    ...(remarks !== undefined && { remarks }),
  };
}

function descriptionOf({ reference, title, state }: ReportedItem): string {
  const about = title === null ? "" : ` (${title})`;
  return `${markup(`${reference}${about}`)} ${SENTENCES[state]}`;
}

function propertiesOf({ reference, state, fr, levels }: ReportedItem) {
  return [
    ...statusOf(state, isMet(state)),
    ...property("reference", reference),
    ...(fr === null ? [] : property("fr", fr)),
    ...levels.flatMap((it) => property("sl-c", it)),
  ];
}

/** What is planned or does not apply is no implementation: a link that says so would be counted as one. */
const LINK_RELATIONS: Readonly<Record<Relation, string>> = {
  implements: "implementation",
  partial: "implementation",
  verifies: "verification",
  planned: "plan",
  compensating: "compensation",
  "not-applicable": "justification",
};

function linkOf({ path, line, relation, letter, subject, link }: ReportedClaim): Link {
  const what = letter === undefined ? relation : `${relation} (${letter})`;
  const code = subject === undefined ? "" : `: ${subject}`;
  const address = link === undefined ? undefined : webReference(link);
  return {
    href: address ?? pathReference(path, line),
    rel: LINK_RELATIONS[relation],
    text: markup(`${what}, ${path}:${line}${code}`),
  };
}

/** The files that statements name, each once; they stand in the back matter. */
function evidenceOf({ statements }: ReportedItem, named: Named): readonly Link[] {
  const paths = new Set(statements.flatMap((it) => it.evidence));
  return [...paths].map((it) => ({
    href: `#${named("evidence", it)}`,
    rel: "evidence",
    text: markup(it),
  }));
}

/** The role of those who answer for a statement of the project file. */
export const OWNER = "statement-owner";

function responsibleOf({ statements }: ReportedItem, namedInAll: Named) {
  const owners = [...new Set(ownersOf(statements))];
  if (owners.length === 0) return [];
  return [{ "role-id": OWNER, "party-uuids": owners.map((it) => namedInAll("party", it)) }];
}

/** Who answers for statements, as OSCAL can write it. */
export function ownersOf(statements: ReportedItem["statements"]): readonly string[] {
  return statements.flatMap(({ owner = "" }) => stringOf(owner) ?? []);
}

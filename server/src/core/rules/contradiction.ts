import type { Relation } from "../annotation.ts";
import { opponentsOf } from "../coverage/contradictions.ts";
import { nameOf } from "../coverage/items.ts";
import { type Saying, sayingsOf } from "../coverage/sayings.ts";
import { MOST_OPPONENTS } from "../coverage/seenByOthers.ts";
import type { Item } from "../coverage.ts";
import type { Project } from "../project.ts";
import { formatReference, type Reference } from "../reference.ts";
import { projectOf, type Snapshot } from "../snapshot.ts";
import type { Range } from "../text.ts";
import { itemsNamed, statementsIn } from "./named.ts";
import { namePlace, placeOfSaying } from "./places.ts";
import type { Rule, RuleFinding } from "./rule.ts";

/** One says that an item does not apply, another that code meets it or that a test shows it. */
export const contradiction: Rule = {
  code: "contradiction",
  level: "error",
  description: "A requirement is said not to apply, and claimed elsewhere in the same project.",
  scope: "project",

  *check(snapshot, uri) {
    const project = projectOf(snapshot, uri);
    for (const annotation of snapshot.index.inFile(uri)?.annotations ?? []) {
      for (const claim of annotation.claims) {
        const [saying] = sayingsOf([{ uri, annotation, claim }], [], snapshot.today);
        yield* findingsOf(snapshot, project, saying, claim.reference, claim.range);
      }
    }
    for (const statement of statementsIn(snapshot, uri)) {
      const [saying] = sayingsOf([], [statement], snapshot.today);
      const { reference, requirementRange } = statement;
      yield* findingsOf(snapshot, project, saying, reference, requirementRange);
    }
  },
};

/** At most one: a claim of a heading may stand against several of its typed requirements. */
function* findingsOf(
  snapshot: Snapshot,
  project: Project,
  saying: Saying | undefined,
  reference: Reference,
  range: Range,
): Iterable<RuleFinding> {
  if (saying === undefined) return;
  for (const item of itemsNamed(snapshot, project, reference)) {
    const opponents = opponentsOf(item, saying);
    const [first] = opponents;
    if (first === undefined) continue;
    const name = nameIn(item, reference);
    yield findingOf({ name, range, saying, first, opponents }, project);
    return;
  }
}

/** As it is written; the typed requirement in the place of a heading. */
function nameIn(item: Item, reference: Reference): string {
  return item.reference.id === reference.id ? formatReference(reference) : nameOf(item);
}

interface Dispute {
  readonly name: string;
  readonly range: Range;
  readonly saying: Saying;
  readonly first: Saying;
  readonly opponents: readonly Saying[];
}

function findingOf(dispute: Dispute, project: Project): RuleFinding {
  const { name, range, saying, first, opponents } = dispute;
  const goTo = placeOfSaying(first, project);
  const other = namePlace(goTo, project);
  const others = alsoSaid(opponents.length - 1);
  return {
    range,
    message: `${name} ${IS_SAID[saying.relation]} here, but ${other} ${SAYS[first.relation]}${others}. Keep what is true and take the other back.`,
    fixes: [{ title: `Go to the other: ${other}`, edits: [], goTo }],
    related: opponents.slice(0, MOST_OPPONENTS).map((it) => ({
      ...placeOfSaying(it, project),
      message: `This ${SAYS[it.relation]}.`,
    })),
  };
}

function alsoSaid(count: number): string {
  if (count === 0) return "";
  return count === 1 ? ", and so does 1 other place" : `, and so do ${count} other places`;
}

const IS_SAID: Readonly<Partial<Record<Relation, string>>> = {
  "not-applicable": "is said not to apply",
  implements: "is claimed",
  verifies: "is claimed by a test",
  partial: "is claimed in part",
};

const SAYS: Readonly<Partial<Record<Relation, string>>> = {
  "not-applicable": "says that it does not apply",
  implements: "claims it",
  verifies: "claims a test of it",
  partial: "claims a part of it",
};

import { isReason, type Relation } from "../annotation.ts";
import type { Site } from "../annotationIndex.ts";
import type { ItemState } from "../coverage.ts";
import type { Statement } from "../project.ts";

/** What one annotation or statement says of an item. */
interface Saying {
  readonly relation: Relation;
  readonly justified: boolean;
  /** Present when it speaks of one lettered item only. */
  readonly letter?: string;
}

/** The state of an item that has these letters, by all that is said of it. */
export function stateOf(
  claims: readonly Site[],
  statements: readonly Statement[],
  letters: readonly string[],
): ItemState {
  const sayings = [...claims.map(sayingOf), ...statements.flatMap(sayingsOf)].filter(
    ({ letter }) => letter === undefined || letters.includes(letter),
  );
  if (sayings.every(({ letter }) => letter === undefined)) return stateOfOne(sayings);
  return stateOfAll(
    letters.map((it) =>
      stateOfOne(sayings.filter(({ letter }) => letter === undefined || letter === it)),
    ),
  );
}

function sayingOf({ annotation, claim }: Site): Saying {
  const { relation, text = "" } = annotation;
  return saying(relation, text, claim.reference.item);
}

function sayingsOf({ status, reason = "", reference }: Statement): readonly Saying[] {
  return RELATIONS_OF[status].map((relation) => saying(relation, reason, reference.item));
}

function saying(relation: Relation, reason: string, letter: string | undefined): Saying {
  const justified = isReason(reason);
  return letter === undefined ? { relation, justified } : { relation, justified, letter };
}

const RELATIONS_OF: Readonly<Record<Statement["status"], readonly Relation[]>> = {
  "not-applicable": ["not-applicable"],
  compensating: ["compensating"],
  planned: ["planned"],
  implemented: ["implements"],
  verified: ["implements", "verifies"],
};

/** The first state that fits. A test alone meets nothing: it verifies what is implemented. */
function stateOfOne(sayings: readonly Saying[]): ItemState {
  const says = (relation: Relation) => sayings.some((it) => it.relation === relation);
  if (sayings.some((it) => it.relation === "not-applicable" && it.justified)) {
    return "not-applicable";
  }
  if (says("implements")) return says("verifies") ? "verified" : "implemented";
  if (sayings.some((it) => it.relation === "compensating" && it.justified)) return "compensated";
  if (says("partial")) return "partial";
  return says("planned") ? "planned" : "missing";
}

/** The state of a requirement of which each letter has a state of its own. */
function stateOfAll(letters: readonly ItemState[]): ItemState {
  const applicable = letters.filter((it) => it !== "not-applicable");
  if (applicable.length === 0) return "not-applicable";
  if (applicable.every((it) => it === "verified")) return "verified";
  if (applicable.every((it) => it === "compensated")) return "compensated";
  if (applicable.every(isMet)) return "implemented";
  if (applicable.some((it) => isMet(it) || it === "partial")) return "partial";
  return applicable.includes("planned") ? "planned" : "missing";
}

/** Whether an item in this state counts as met. */
export function isMet(state: ItemState): boolean {
  return state === "verified" || state === "implemented" || state === "compensated";
}

/** Whether an item in this state keeps its level from being reached. */
export function isOpen(state: ItemState): boolean {
  return state !== "not-applicable" && !isMet(state);
}

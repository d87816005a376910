import type { Relation } from "../annotation.ts";
import type { ItemState } from "../coverage.ts";
import type { Saying } from "./sayings.ts";

/** The state of an item that has these letters, by all that is said of it. */
export function stateOf(all: readonly Saying[], letters: readonly string[]): ItemState {
  const sayings = all.filter(({ letter }) => letter === undefined || letters.includes(letter));
  if (sayings.every(({ letter }) => letter === undefined)) return stateOfOne(sayings);
  return stateOfAll(lettersOf(sayings, letters).map((it) => it.state));
}

/** A letter of a requirement, and its state. */
export interface StateOfLetter {
  readonly letter: string;
  readonly state: ItemState;
}

/** The state of each letter: what is said of the whole is said of each. */
export function lettersOf(
  sayings: readonly Saying[],
  letters: readonly string[],
): readonly StateOfLetter[] {
  return letters.map((it) => ({
    letter: it,
    state: stateOfOne(sayings.filter(({ letter }) => letter === undefined || letter === it)),
  }));
}

/** The first state that fits. A test alone meets nothing: it verifies what is implemented. */
function stateOfOne(sayings: readonly Saying[]): ItemState {
  const says = (relation: Relation) => sayings.some((it) => it.relation === relation);
  if (sayings.some((it) => it.relation === "not-applicable" && it.isJustified)) {
    return "not-applicable";
  }
  if (says("implements")) return says("verifies") ? "verified" : "implemented";
  if (sayings.some((it) => it.relation === "compensating" && it.isJustified)) return "compensated";
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

import type { ItemState } from "../../../coverage.ts";
import { type Property, property } from "./values.ts";

/** The five values of OSCAL's implementation-status. */
type Status = "implemented" | "partial" | "planned" | "alternative" | "not-applicable";

/**
 * Our states in OSCAL's words. None of them says that nothing is there, and `planned` would promise
 * something: what is missing has no implementation status, and its state says so.
 */
const STATUS: Readonly<Record<ItemState, Status | undefined>> = {
  verified: "implemented",
  implemented: "implemented",
  compensated: "alternative",
  partial: "partial",
  planned: "planned",
  missing: undefined,
  "not-applicable": "not-applicable",
};

/** A state for tools that know OSCAL, and as it is. */
export function statusOf(state: ItemState, isMet: boolean): readonly Property[] {
  const value = STATUS[state];
  return [
    ...(value === undefined ? [] : [{ name: "implementation-status", value }]),
    ...property("state", state),
    ...property("met", isMet ? "yes" : "no"),
  ];
}

/** What a state says, behind the name of a requirement. */
export const SENTENCES: Readonly<Record<ItemState, string>> = {
  verified: "is implemented and verified.",
  implemented: "is implemented.",
  compensated: "is met by something else than the code of this component.",
  partial: "is met in part.",
  planned: "is planned, and not met.",
  missing: "is not met: nothing that counts says that it is.",
  "not-applicable": "does not apply to this component.",
};

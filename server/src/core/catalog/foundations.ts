import type { Catalog, FoundationStep, Requirement } from "../catalog.ts";

/** Where a requirement stands on the way to a secure design. Guidance, not a rule of the standard. */
export interface Foundations {
  readonly step: FoundationStep;
  /** The steps directly below. */
  readonly restsOn: readonly FoundationStep[];
  /** The steps directly above. */
  readonly carries: readonly FoundationStep[];
}

/** The step that a requirement, or a typed requirement of a heading, belongs to, with its neighbors. */
export function foundationsOf(
  { foundations }: Catalog,
  { part, id, redirectsTo = [] }: Requirement,
): Foundations | undefined {
  const step = foundations.find(
    (it) => it.part === part && [id, ...redirectsTo].some((one) => it.requirements.includes(one)),
  );
  if (step === undefined) return undefined;
  return {
    step,
    restsOn: foundations.filter((it) => step.restsOn.includes(it.step)),
    carries: foundations.filter((it) => it.restsOn.includes(step.step)),
  };
}

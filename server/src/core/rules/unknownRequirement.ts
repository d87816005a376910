import type { Annotation, Claim } from "../annotation.ts";
import { type Doubt, doubtOf } from "./doubt.ts";
import { changeTo } from "./rewrite.ts";
import type { Rule, RuleFinding } from "./rule.ts";

/** An annotation names a requirement, an enhancement or an item that the catalog does not have. */
export const unknownRequirement: Rule = {
  code: "unknown-requirement",
  level: "error",
  description: "A claim names a requirement that the catalog does not have.",

  *check({ catalog, index }, uri) {
    for (const annotation of index.inFile(uri)?.annotations ?? []) {
      for (const claim of annotation.claims) {
        const doubt = doubtOf(catalog, claim.reference);
        if (doubt !== undefined) yield findingOf(doubt, annotation, claim);
      }
    }
  },
};

function findingOf({ message, instead, level }: Doubt, annotation: Annotation, claim: Claim) {
  const fixes = instead.map((it) => changeTo(annotation, claim, it));
  const finding: RuleFinding = { range: claim.range, message, fixes };
  return level === undefined ? finding : { ...finding, level };
}

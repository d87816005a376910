import type { Annotation, Claim } from "../annotation.ts";
import { formatReference, type Reference } from "../reference.ts";
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
  const fixes = instead
    .filter((it) => fits(annotation, it))
    .map((it) => changeTo(annotation, claim, it));
  const finding: RuleFinding = { range: claim.range, message, fixes };
  return level === undefined ? finding : { ...finding, level };
}

/** Whether a reference may stand in the annotation: not yet there, and not against its part. */
function fits({ range, relationRange, claimsRange, claims }: Annotation, it: Reference): boolean {
  const { start } = relationRange ?? claimsRange;
  const namesPart = start.character - range.start.character >= "@iec62443-4-2".length;
  const isOther = namesPart && claims.every(({ reference }) => reference.part !== it.part);
  return (
    !isOther && !claims.some(({ reference }) => formatReference(reference) === formatReference(it))
  );
}

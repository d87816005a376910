import type { Annotation, Claim } from "../annotation.ts";
import { formatReference, type Reference } from "../reference.ts";
import { catalogOf, projectOf } from "../snapshot.ts";
import { type Doubt, doubtOf } from "./doubt.ts";
import { changeTo } from "./rewrite.ts";
import type { Rule, RuleFinding } from "./rule.ts";

/** An annotation names a requirement, an enhancement or an item that the catalog does not have. */
export const unknownRequirement: Rule = {
  code: "unknown-requirement",
  level: "error",
  description: "A claim names a requirement that the catalog does not have.",
  scope: "file",

  *check(snapshot, uri) {
    const catalog = catalogOf(snapshot, projectOf(snapshot, uri));
    for (const annotation of snapshot.index.inFile(uri)?.annotations ?? []) {
      const doubts = annotation.claims.flatMap((claim) => {
        const doubt = doubtOf(catalog, claim.reference);
        return doubt === undefined ? [] : [{ claim, doubt }];
      });
      if (doubts.length === 0) continue;
      const written = new Set(annotation.claims.map((it) => formatReference(it.reference)));
      for (const { claim, doubt } of doubts) yield findingOf(doubt, annotation, claim, written);
    }
  },
};

function findingOf(
  { message, instead, level }: Doubt,
  annotation: Annotation,
  claim: Claim,
  written: ReadonlySet<string>,
): RuleFinding {
  const fixes = instead
    .filter((it) => !written.has(formatReference(it)) && isOfItsPart(annotation, it))
    .map((it) => changeTo(annotation, claim, it));
  const finding: RuleFinding = { range: claim.range, message, fixes };
  return level === undefined ? finding : { ...finding, level };
}

/** Whether a reference is not against the part that the annotation names. */
function isOfItsPart(
  { range, relationRange, claimsRange, claims }: Annotation,
  { part }: Reference,
): boolean {
  const { start } = relationRange ?? claimsRange;
  const namesPart = start.character - range.start.character >= "@iec62443-4-2".length;
  return !namesPart || claims.some(({ reference }) => reference.part === part);
}

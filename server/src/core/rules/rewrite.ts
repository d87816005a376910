import type { Annotation, Claim, TextEdit } from "../annotation.ts";
import { formatReference, type Reference } from "../reference.ts";
import type { Fix } from "./rule.ts";

/** The fix that names another reference in the place of a claim. */
export function changeTo(annotation: Annotation, claim: Claim, ...others: Reference[]): Fix {
  const written = others.map(formatReference).join(", ");
  return { title: `Change to ${written}`, edits: [replaceClaim(annotation, claim, others)] };
}

/**
 * The edit that writes references in the place of a claim. A claim may be short for what stands
 * before it, as `1.3` in `CR 1.1, 1.3`: then all of them are written out.
 */
export function replaceClaim(
  annotation: Annotation,
  claim: Claim,
  references: readonly Reference[],
): TextEdit {
  const alone = annotation.normalised === undefined && references.length > 0;
  const written = alone
    ? references
    : annotation.claims.flatMap((it) => (it === claim ? references : [it.reference]));
  return {
    range: alone ? claim.range : annotation.claimsRange,
    newText: written.map(formatReference).join(", "),
  };
}

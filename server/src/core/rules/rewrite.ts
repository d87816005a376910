import type { Annotation, Claim, TextEdit } from "../annotation.ts";
import { formatReference, type Reference } from "../reference.ts";
import type { Fix } from "./rule.ts";

/** The fix that names another reference in the place of a claim. */
export function changeTo(annotation: Annotation, claim: Claim, ...others: Reference[]): Fix {
  const written = others.map(formatReference).join(", ");
  return later(`Change to ${written}`, () => replaceClaim(annotation, claim, others));
}

/** The same fix as the one that a person would take without reading the others. */
export function preferred(fix: Fix): Fix {
  return {
    title: fix.title,
    isPreferred: true,
    get edits() {
      return fix.edits;
    },
  };
}

/**
 * A fix whose edit is made when somebody wants it. It may write out all claims of its annotation,
 * and each of them may have a finding: made at once, thousands of claims would cost their square.
 */
function later(title: string, edit: () => TextEdit): Fix {
  return {
    title,
    get edits() {
      return [edit()];
    },
  };
}

/** `a`, `a or b`, `a, b or c`. */
export function either(choices: readonly string[]): string {
  const last = choices.at(-1) ?? "";
  return choices.length < 2 ? last : `${choices.slice(0, -1).join(", ")} or ${last}`;
}

/** The fix that takes a claim away, and with the last one all of the annotation. */
export function remove(annotation: Annotation, claim: Claim, title: string): Fix {
  return later(title, () =>
    annotation.claims.length > 1
      ? replaceClaim(annotation, claim, [])
      : { range: annotation.range, newText: "" },
  );
}

/**
 * The edit that writes references in the place of a claim. A claim may be short for what stands
 * before it, as `1.3` in `CR 1.1, 1.3`: then all of them are written out.
 */
function replaceClaim(
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

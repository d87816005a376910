import type { Annotation, Claim, TextEdit } from "../annotation.ts";
import type { Statement } from "../project.ts";
import { formatReference, type Reference } from "../reference.ts";
import type { FileScan } from "../scan.ts";
import { comparePositions } from "../text.ts";
import type { Fix } from "./rule.ts";

/** The fix that names another reference in the place of a claim. */
export function changeTo(annotation: Annotation, claim: Claim, ...others: Reference[]): Fix {
  const written = others.map(formatReference).join(", ");
  return later(`Change to ${written}`, () => replaceClaim(annotation, claim, others));
}

/** The fix that puts a claim of another reference before a claim. */
export function insertBefore(annotation: Annotation, claim: Claim, other: Reference): Fix {
  return later(`Insert ${formatReference(other)} before it`, () =>
    replaceClaim(annotation, claim, [other, claim.reference]),
  );
}

/**
 * The fix that names other references in the place of the one of a statement. What its text names
 * beside that one stays; several are quoted, since a bare comma may part more than ids.
 */
export function changeStatement(
  statements: readonly Statement[],
  statement: Statement,
  others: readonly Reference[],
): Fix {
  const { requirementRange: range } = statement;
  return later(`Change to ${others.map(formatReference).join(", ")}`, () => {
    const written = statements
      .filter((it) => comparePositions(it.requirementRange.start, range.start) === 0)
      .flatMap((it) => (it === statement ? others : [it.reference]))
      .map(formatReference);
    const text = written.join(", ");
    return { range, newText: written.length > 1 ? JSON.stringify(text) : text };
  });
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

/**
 * The fix that takes a claim away, and with the last one all of the annotation. There is none beside
 * what could not be read: it would go with the claim, and perhaps names what was meant.
 */
export function remove(
  annotation: Annotation,
  claim: Claim,
  { title, unread }: { readonly title: string; readonly unread: UnreadLines },
): readonly Fix[] {
  if (unread.has(annotation.range.start.line)) return [];
  const fix = later(title, () =>
    annotation.claims.length > 1
      ? replaceClaim(annotation, claim, [])
      : { range: annotation.range, newText: "" },
  );
  return [fix];
}

/** The lines of a file that hold something that could not be read. */
export type UnreadLines = ReadonlySet<number>;

export function unreadLines(scan: FileScan | undefined): UnreadLines {
  return new Set((scan?.malformed ?? []).map((it) => it.range.start.line));
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

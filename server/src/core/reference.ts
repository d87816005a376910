import { isOtherEdition } from "./reference/forms.ts";

/** Names one requirement of the series, one of its enhancements, or a lettered item of it. */
export interface Reference {
  /** The document: `4-2`, `3-3`, `4-1`… */
  readonly part: string;
  /** Only where it was written, as in `2-1:2009 4.2.3.1`. */
  readonly edition?: string;
  /** Canonical id without enhancement: `CR 1.5`, `SM-4`, `SP.01.01`. */
  readonly id: string;
  /** The n of `RE(n)`. */
  readonly enhancement?: number;
  /** The letter of `CR 1.5(a)`. */
  readonly item?: string;
}

/**
 * The one canonical writing of a reference: `CR 1.1 RE(1)`, `CR 1.5(a)`, `2-1:2009 4.2.3.1`. The
 * part is written where the id does not tell it, or where the edition is not the present one.
 */
export function formatReference(reference: Reference): string {
  const { part, edition, id } = reference;
  if (!isClause(id) && !isOtherEdition(part, edition)) return formatWithoutPart(reference);
  return `${formatPart(part, edition)} ${formatWithoutPart(reference)}`;
}

/** `CR 1.1 RE(1)`, and for a clause number only the number. */
export function formatWithoutPart({ id, enhancement, item }: Reference): string {
  const suffix = enhancement === undefined ? "" : ` RE(${enhancement})`;
  return `${id}${suffix}${item === undefined ? "" : `(${item})`}`;
}

/** `4-2`, or with its edition `2-1:2009`. */
export function formatPart(part: string, edition: string | undefined): string {
  return edition === undefined ? part : `${part}:${edition}`;
}

/** What a part is called in sentences: `IEC 62443-4-2`, but a part of one's own by its name alone. */
export function nameOfPart(part: string): string {
  return isOfSeries(part) ? `IEC 62443-${part}` : part;
}

/** Whether a part is one of the series, with or without its edition. */
export function isOfSeries(part: string): boolean {
  return /^[1-9]-[1-9](?::|$)/.test(part);
}

/** A bare clause number says nothing without its part in front. */
export function isClause(id: string): boolean {
  return /^\d/.test(id);
}

/** Whether two references name the same item of the same document; an edition left out fits any. */
export function sameReference(a: Reference, b: Reference): boolean {
  return (
    a.part === b.part &&
    a.id === b.id &&
    a.enhancement === b.enhancement &&
    a.item === b.item &&
    (a.edition === undefined || b.edition === undefined || a.edition === b.edition)
  );
}

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

/** The one canonical writing of a reference: `CR 1.1 RE(1)`, `CR 1.5(a)`, `2-1:2009 4.2.3.1`. */
export function formatReference(reference: Reference): string {
  const { part, edition, id, enhancement, item } = reference;
  const prefix = isClause(id) ? `${part}${edition === undefined ? "" : `:${edition}`} ` : "";
  const suffix = enhancement === undefined ? "" : ` RE(${enhancement})`;
  return `${prefix}${id}${suffix}${item === undefined ? "" : `(${item})`}`;
}

/** A bare clause number says nothing without its part in front. */
function isClause(id: string): boolean {
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

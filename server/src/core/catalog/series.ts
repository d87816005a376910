/** The documents of the series beyond those with requirements, who works with them, and which law asks. */
export interface Series {
  readonly groups: readonly SeriesGroup[];
  /** Those of which the catalog knows no requirements. */
  readonly documents: readonly SeriesDocument[];
  readonly roles: readonly Role[];
  readonly laws: readonly Law[];
}

/** A row of the series: `4 Component`. */
export interface SeriesGroup {
  readonly group: string;
  /** Whom it is for. */
  readonly for: string;
  /** The parts in it. */
  readonly parts: readonly string[];
}

export interface SeriesDocument {
  readonly part: string;
  readonly designation: string;
  readonly title: string;
  readonly url: string;
  readonly note?: string;
}

/** Somebody who works with parts of the series: `product supplier`. */
export interface Role {
  readonly role: string;
  readonly does: string;
  readonly parts: readonly string[];
}

/** A law that parts of the series help to meet. */
export interface Law {
  readonly law: string;
  readonly designation: string;
  readonly for: string;
  readonly parts: readonly string[];
  /** The name of the mapping that says how. */
  readonly mapping: string;
}

export const NO_SERIES: Series = { groups: [], documents: [], roles: [], laws: [] };

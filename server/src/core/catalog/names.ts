import type { Catalog, Requirement } from "../catalog.ts";
import { isClause } from "../reference.ts";
import type { Mapping, MappingRow } from "./mapping.ts";

/** A place of another document that was asked for by name. */
export interface NamedRow {
  readonly mapping: Mapping;
  readonly row: MappingRow;
}

/**
 * The places that a text names: `M0801`, `CRA Annex I Part I (2)(d)`, `NIS2 21(2)(d)`; all of a document by its
 * name alone. Punctuation, blanks and case do not count.
 */
export function rowsNamed({ mappings }: Catalog, text: string): readonly NamedRow[] {
  const wanted = folded(text);
  if (wanted === "") return [];
  return mappings.flatMap((mapping) => {
    const name = folded(mapping.name);
    if (wanted === name) return mapping.rows.map((row) => ({ mapping, row }));
    const isNamed = wanted.startsWith(name);
    const rest = isNamed ? wanted.slice(name.length) : wanted;
    const rows = mapping.rows.filter((it) => folded(it.id) === rest);
    const near = isNamed ? mapping.rows.filter((it) => endsWith(folded(it.id), rest)) : [];
    const [only] = rows.length > 0 ? rows : near.length === 1 ? near : [];
    return only === undefined ? [] : [{ mapping, row: only }];
  });
}

/**
 * The headings that a text names, such as `FR 1`, `SM`, `SP.01` or `SPE 1`, which annotations cannot name, and
 * the clauses of this number: in an annotation they need their part in front.
 */
export function headingsNamed(catalog: Catalog, text: string): readonly Requirement[] {
  const [, part, edition, name = ""] = PART_IN_FRONT.exec(text.trim()) ?? [];
  const wanted = folded(name);
  return catalog.requirements
    .filter((it) => part === undefined || it.part === part)
    .filter((it) => edition === undefined || it.edition === edition)
    .filter((it) => (isClause(it.id) ? it.id === name : it.isGroup && folded(it.id) === wanted));
}

const PART_IN_FRONT = /^(?:(?:IEC|ISA|EN)?[ /-]*(?:62443-)?(\d-\d)(?::(\d{4}))? +)?(.*)$/is;

/** The part that a text names: `4-2`, `IEC 62443-3-3`, or a part of one's own by its name. */
export function partNamed({ parts }: Catalog, text: string): string | undefined {
  const own = parts.find((it) => it.part.toLowerCase() === text.trim().toLowerCase());
  if (own !== undefined) return own.part;
  return /^ *(?:(?:IEC|ISA|EN)[ /-]*)*(?:62443-)?(\d-\d)(?::\d{4})? *$/i.exec(text)?.[1];
}

/** A place may be cited without what it is in: `Part I (2)(d)`. */
function endsWith(id: string, rest: string): boolean {
  return rest !== "" && id.endsWith(rest);
}

function folded(text: string): string {
  return text
    .toLowerCase()
    .replace(/\b(?:art|article)\b/g, "")
    .replace(/[^a-z0-9]+/g, "");
}

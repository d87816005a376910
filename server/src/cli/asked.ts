import { documentsOf } from "../core/catalog/documents.ts";
import { headingsNamed, type NamedRow, partNamed, rowsNamed } from "../core/catalog/names.ts";
import type { Catalog, Requirement } from "../core/catalog.ts";
import { type Forms, SERIES_FORMS } from "../core/reference/forms.ts";
import { requirementsOf } from "../core/report/explain/explain.ts";
import { readIds } from "./ids.ts";
import { isRefusal, type Refusal } from "./outcome.ts";

/** Everything that an `explain` asks for, each once, in the order asked. */
export interface Asked {
  readonly requirements: readonly Requirement[];
  /** Places of other documents. */
  readonly rows: readonly NamedRow[];
  /** Whole parts of the series. */
  readonly parts: readonly string[];
}

/**
 * What the words of a command line name: requirements in any writing, headings (`FR 1`, `SM`), parts (`4-2`)
 * and places of other documents (`M0801`, `CRA Annex I Part I (2)(d)`).
 */
export function readAsked(
  catalog: Catalog,
  words: readonly string[],
  forms: Forms = SERIES_FORMS,
): Asked | Refusal {
  const requirements: Requirement[] = [];
  const rows: NamedRow[] = [];
  const parts: string[] = [];
  let rest: string[] = [];
  const takeIds = (): Refusal | undefined => {
    const references = rest.length === 0 ? [] : readIds(catalog, rest, "known-part", forms);
    rest = [];
    if (isRefusal(references)) return references;
    requirements.push(...references.flatMap((it) => requirementsOf(catalog, it)));
    return undefined;
  };
  for (let at = 0; at < words.length; ) {
    const named = longestNamed(catalog, words.slice(at));
    if (named === undefined) {
      rest.push(words[at] ?? "");
      at++;
      continue;
    }
    const refusal = takeIds();
    if (refusal !== undefined) return refusal;
    requirements.push(...named.requirements);
    rows.push(...named.rows);
    parts.push(...named.parts);
    at += named.length;
  }
  const refusal = takeIds();
  if (refusal !== undefined) return refusal;
  return {
    requirements: [...new Set(requirements)],
    rows: rows.filter((it, index) => rows.findIndex((other) => other.row === it.row) === index),
    parts: [...new Set(parts)],
  };
}

/** No name has more words: `CRA Annex I Part I (2) (d)`. */
const MOST_WORDS = 8;

/** What as many words as possible name together, other than a requirement's id. */
function longestNamed(
  catalog: Catalog,
  words: readonly string[],
): (Asked & { length: number }) | undefined {
  for (let length = Math.min(words.length, MOST_WORDS); length > 0; length--) {
    const text = words.slice(0, length).join(" ");
    const rows = rowsNamed(catalog, text);
    const requirements = headingsNamed(catalog, text);
    const part = partNamed(catalog, text);
    const parts = part === undefined || documentsOf(catalog, part).length === 0 ? [] : [part];
    // A part in front of an id belongs to the id: 2-1 4.3.3.5.
    const isAlone = parts.length === 0 || !/^\d/.test(words[length] ?? "");
    if (rows.length + requirements.length > 0 || (parts.length > 0 && isAlone)) {
      return { rows, requirements, parts, length };
    }
  }
  return undefined;
}

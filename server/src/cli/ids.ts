import { parseLine } from "../core/annotation/parseLine.ts";
import { partsThatAsk } from "../core/catalog/documents.ts";
import { requirementsAbout } from "../core/catalog/search.ts";
import type { Catalog } from "../core/catalog.ts";
import { type Forms, SERIES_FORMS } from "../core/reference/forms.ts";
import { formatReference, type Reference } from "../core/reference.ts";
import { safe } from "../core/report/terminal.ts";
import { doubtOf } from "../core/rules/doubt.ts";
import { either } from "../core/rules/rewrite.ts";
import type { Refusal } from "./outcome.ts";

/** What ids may name: anything that is understood, or only what the catalog holds. */
type Wanted = "any-part" | "known-part";

/**
 * The requirements that the words of a command line name, in any writing that an annotation may
 * have. One id may be several words, as in `explain CR 1.5`.
 */
export function readIds(
  catalog: Catalog,
  words: readonly string[],
  wanted: Wanted,
  forms: Forms = SERIES_FORMS,
): readonly Reference[] | Refusal {
  const references: Reference[] = [];
  for (const id of joined(words, forms)) {
    const { claims, faults } = parseLine(`@iec62443 ${id}`, forms);
    const [fault] = faults;
    // What is said of a word in an annotation, that it is no relation, does not help here.
    if (!/\d/.test(id) || (fault === undefined && claims.length === 0)) {
      return { refusal: `"${safe(id)}" names no requirement. ${whatToWrite(catalog, id)}` };
    }
    if (fault !== undefined) return { refusal: fault.message };
    references.push(...claims.map((it) => it.reference));
  }
  for (const reference of references) {
    const isKnown = catalog.knowsPart(reference.part);
    if (!isKnown && wanted === "any-part") continue;
    const why = isKnown ? doubtOf(catalog, reference)?.message : noCatalog(catalog, reference);
    if (why !== undefined) return { refusal: why };
  }
  return references;
}

/** More than these are not read in one sentence. */
const MOST_MEANT = 5;

/** Words of a title name no requirement, but they tell which is meant: first those of components. */
function whatToWrite(catalog: Catalog, words: string): string {
  const all = requirementsAbout(catalog, words);
  const ofComponents = all.filter((it) => it.part === "4-2");
  const about = [...ofComponents, ...all.filter((it) => it.part !== "4-2")];
  if (about.length === 0) return "Write one such as CR 1.5.";
  return `Do you mean ${either(about.slice(0, MOST_MEANT).map((it) => it.id))}?`;
}

function noCatalog(catalog: Catalog, reference: Reference): string {
  const known = [...new Set(partsThatAsk(catalog).map((it) => it.part))];
  const list = `${known.slice(0, -1).join(", ")} and ${known.at(-1)}`;
  return `${formatReference(reference)} belongs to IEC 62443-${reference.part}. Requirements are known of ${list} only.`;
}

/** Puts together what belongs to one id: a word more as long as those before name nothing. */
function joined(words: readonly string[], forms: Forms): readonly string[] {
  const ids: string[] = [];
  for (const word of words) {
    const last = ids.at(-1);
    const belongs = last !== undefined && (isPart(word) || !isWhole(last, forms));
    if (belongs) ids[ids.length - 1] = `${last} ${word}`;
    else ids.push(word);
  }
  return ids;
}

/** `RE(1)`, `(a)`, `1.3` or a comma: nothing by itself. */
function isPart(word: string): boolean {
  return /^(?:RE\b|[(,]|RE\d)/i.test(word);
}

function isWhole(id: string, forms: Forms): boolean {
  const { claims, faults } = parseLine(`@iec62443 ${id}`, forms);
  return claims.length > 0 && faults.length === 0 && !id.trimEnd().endsWith(",");
}

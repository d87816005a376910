import type { Annotation, Claim } from "../annotation.ts";
import { counterpartsOf } from "../catalog/counterparts.ts";
import type { Catalog, Requirement } from "../catalog.ts";
import { catalogOf, projectOf } from "../snapshot.ts";
import { changeTo } from "./rewrite.ts";
import type { Rule, RuleFinding } from "./rule.ts";

/** The text behind a claim is the title of something else: then the id is likely the wrong one. */
export const otherTitle: Rule = {
  code: "other-title",
  level: "warning",
  description: "The text of a claim is the title of another requirement.",
  scope: "file",

  *check(snapshot, uri) {
    const catalog = catalogOf(snapshot, projectOf(snapshot, uri));
    for (const annotation of snapshot.index.inFile(uri)?.annotations ?? []) {
      const [claim, ...others] = annotation.claims;
      // Of several claims nobody can say whose title it is.
      if (claim === undefined || others.length > 0) continue;
      const finding = findingOf(catalog, annotation, claim);
      if (finding !== undefined) yield finding;
    }
  },
};

function findingOf(
  catalog: Catalog,
  annotation: Annotation,
  claim: Claim,
): RuleFinding | undefined {
  const { text, textRange } = annotation;
  const requirement = catalog.find(claim.reference);
  if (text === undefined || textRange === undefined || requirement === undefined) return undefined;
  const quoted = /^["“«'](.{3,})["”»']\.?$/.exec(text.trim())?.[1];
  const title = (quoted ?? text).trim();
  if (title.length > LONGEST_TITLE) return undefined;
  const words = wordsOf(title);
  if (words.length === 0 || sharesTitle(catalog, requirement, words)) return undefined;
  const others = titledSo(catalog, requirement, words);
  if (others.length === 0 && quoted === undefined) return undefined;
  const own =
    requirement.title === undefined ? "has another title" : `is titled ${requirement.title}`;
  const meant = others[0] === undefined ? "" : `, and that is the title of ${others[0].id}`;
  return {
    range: textRange,
    message: `${requirement.id} ${own}, not ${title}${meant}. Correct the id or the text.`,
    fixes: others.map(({ part, id }) => changeTo(annotation, claim, { part, id })),
  };
}

const LONGEST_TITLE = 120;

/** Whether a word of it is in a title of the requirement, an enhancement of it or its counterpart. */
function sharesTitle(
  catalog: Catalog,
  requirement: Requirement,
  words: readonly string[],
): boolean {
  const titles = [requirement, ...counterpartsOf(catalog, requirement)].flatMap((it) => [
    it.title,
    ...it.enhancements.map((re) => re.title),
  ]);
  const own = new Set(titles.flatMap((it) => wordsOf(it ?? "")));
  return words.some((it) => own.has(it));
}

/** Up to three requirements of the part whose title has these words and hardly another. */
function titledSo(
  catalog: Catalog,
  { part, edition }: Requirement,
  words: readonly string[],
): readonly Requirement[] {
  // One word alone is text, be it a title or not: "Timestamps" says what the code is about.
  if (words.length < 2) return [];
  return catalog.requirements
    .filter((it) => it.part === part && it.edition === edition && it.redirectsTo === undefined)
    .filter((it) => {
      const title = wordsOf(it.title ?? "");
      const isInside = words.every((word) => title.includes(word));
      return isInside && words.length * 3 >= title.length * 2;
    })
    .slice(0, 3);
}

const SMALL_WORDS = new Set(["and", "the", "for", "with", "via", "from", "not", "non"]);

/** The words of a title that tell it from others, in small letters. */
function wordsOf(text: string): readonly string[] {
  const words = text.toLowerCase().match(/\p{L}{3,}/gu) ?? [];
  return [...new Set(words)].filter((it) => !SMALL_WORDS.has(it));
}

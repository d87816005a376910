import type { Annotation, Claim, Malformed } from "../annotation.ts";
import { counterpartsOf } from "../catalog/counterparts.ts";
import type { Catalog, Requirement } from "../catalog.ts";
import { catalogOf, projectOf } from "../snapshot.ts";
import { comparePositions, type Range } from "../text.ts";
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
    const { annotations = [], malformed = [] } = snapshot.index.inFile(uri) ?? {};
    const wordsByLine = new Map(
      malformed.filter((it) => it.words !== undefined).map((it) => [it.range.start.line, it]),
    );
    for (const annotation of annotations) {
      const [claim, ...others] = annotation.claims;
      // Of several claims nobody can say whose title it is.
      if (claim === undefined || others.length > 0) continue;
      const finding = findingOf(catalog, annotation, claim, textOf(annotation, wordsByLine));
      if (finding !== undefined) yield finding;
    }
  },
};

interface Text {
  readonly text: string;
  readonly range: Range;
}

/** The text behind a claim; words behind it that no separator makes the text are read as a title, too. */
function textOf(
  { text, textRange, range }: Annotation,
  wordsByLine: ReadonlyMap<number, Malformed>,
): Text | undefined {
  if (text !== undefined && textRange !== undefined) return { text, range: textRange };
  const malformed = wordsByLine.get(range.start.line);
  const isBehind = malformed !== undefined && isWithin(malformed.range, range);
  const { words } = malformed ?? {};
  return isBehind && words !== undefined ? { text: words, range: malformed.range } : undefined;
}

function isWithin(inner: Range, outer: Range): boolean {
  return (
    comparePositions(outer.start, inner.start) <= 0 && comparePositions(inner.end, outer.end) <= 0
  );
}

const QUOTED = /^["“«'](.{3,})["”»']\.?$/;
const IN_BRACKETS = /^\((.{3,})\)\.?$/;

function findingOf(
  catalog: Catalog,
  annotation: Annotation,
  claim: Claim,
  text: Text | undefined,
): RuleFinding | undefined {
  const requirement = catalog.find(claim.reference);
  if (text === undefined || requirement === undefined) return undefined;
  const plain = text.text.trim();
  const quoted = QUOTED.exec(plain)?.[1];
  const title = (quoted ?? IN_BRACKETS.exec(plain)?.[1] ?? plain).trim();
  if (title.length > LONGEST_TITLE) return undefined;
  const words = wordsOf(title);
  // One word alone is text, be it a title or not: "Timestamps" says what the code is about.
  if (words.length < 2 || sharesTitle(catalog, requirement, words)) return undefined;
  const others = titledSo(catalog, requirement, words);
  if (others.length === 0 && quoted === undefined) return undefined;
  const own =
    requirement.title === undefined ? "has another title" : `is titled ${requirement.title}`;
  const meant =
    others[0] === undefined
      ? ". If that is meant as its title, correct"
      : `, and that is the title of ${others[0].id}. Correct`;
  return {
    range: text.range,
    ...(others.length === 0 && { level: "info" }),
    message: `${requirement.id} ${own}, not ${title}${meant} the id or the text.`,
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
  return catalog.requirements
    .filter((it) => it.part === part && it.edition === edition && it.redirectsTo === undefined)
    .filter((it) => {
      const title = wordsOfTitle(it);
      const isInside = words.every((word) => title.includes(word));
      return isInside && words.length * 3 >= title.length * 2;
    })
    .slice(0, 3);
}

const wordsOfTitles = new WeakMap<Requirement, readonly string[]>();

/** Taken apart once: each text of a file is compared with every title. */
function wordsOfTitle(requirement: Requirement): readonly string[] {
  const known = wordsOfTitles.get(requirement);
  if (known !== undefined) return known;
  const words = wordsOf(requirement.title ?? "");
  wordsOfTitles.set(requirement, words);
  return words;
}

const SMALL_WORDS = new Set(["and", "the", "for", "with", "via", "from", "not", "non"]);

/** The words of a title that tell it from others, in small letters. */
function wordsOf(text: string): readonly string[] {
  const words = text.toLowerCase().match(/\p{L}{3,}/gu) ?? [];
  return [...new Set(words)].filter((it) => !SMALL_WORDS.has(it));
}

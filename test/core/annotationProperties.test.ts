import fc from "fast-check";
import { expect, test } from "vitest";
import { parseLine } from "../../server/src/core/annotation/parseLine.ts";
import type { Annotation, TextEdit } from "../../server/src/core/annotation.ts";
import { languageById } from "../../server/src/core/languages.ts";
import { SERIES_FORMS } from "../../server/src/core/reference/forms.ts";
import { formatReference, type Reference, sameReference } from "../../server/src/core/reference.ts";
import { scan } from "../../server/src/core/scan.ts";
import { comparePositions, TextLines } from "../../server/src/core/text.ts";

const C = languageById("c");

/** Pieces of claims, right and wrong, in every order. */
const piece = fc.oneof(
  fc.constantFrom(...SERIES_FORMS.kinds),
  fc.constantFrom(
    "implements",
    "verifies",
    "not-applicable",
    "verfies",
    "IEC 62443-4-2:2019",
    "2-1",
  ),
  fc.constantFrom(" ", " ", ", ", "/", "-", " - ", "–", ":", ": ", ".", "(", ")", "+", "…", " to "),
  fc.constantFrom(
    "1.5",
    "1.05",
    "4.2.3.1",
    "1",
    "RE",
    "RE(1)",
    "(1)",
    "(a)",
    "BR",
    "a",
    "x",
    "and",
  ),
  fc.constantFrom("\t", "\u00a0", "[", "]", '"', "`", "@iec62443", "🔒", "*", "#", ";", "&"),
);
const claimsText = fc.array(piece, { maxLength: 14 }).map((it) => it.join(""));

const letter = fc.constantFrom("a", "b", "k", undefined);
const enhancement = fc.oneof(fc.constant(undefined), fc.integer({ min: 1, max: 30 }));

const withForm = fc
  .constantFrom(...SERIES_FORMS.kinds.flatMap((kind) => SERIES_FORMS.of(kind)))
  .chain((form) =>
    fc.record({
      form: fc.constant(form),
      numbers: fc.array(fc.integer({ min: 0, max: 199 }).map(String), {
        minLength: form.numbers[0],
        maxLength: form.numbers[1],
      }),
      edition: fc.constantFrom(undefined, "2019", "2031"),
    }),
  )
  .map(({ form, numbers, edition }) => ({
    part: form.part,
    edition,
    id: form.write(form.kind, numbers),
  }));

const clause = fc.record({
  part: fc.constant("2-1"),
  edition: fc.constantFrom(undefined, "2009", "2024"),
  id: fc
    .array(fc.integer({ min: 1, max: 30 }), { minLength: 2, maxLength: 5 })
    .map((it) => it.join(".")),
});

const reference: fc.Arbitrary<Reference> = fc
  .record({ base: fc.oneof(withForm, clause), enhancement, item: letter })
  .map(({ base, ...suffix }) => {
    const defined = Object.entries({ ...base, ...suffix }).filter(
      ([, value]) => value !== undefined,
    );
    return Object.fromEntries(defined) as unknown as Reference;
  });

function read(text: string) {
  return scan(text, C);
}

function apply(text: string, edit: TextEdit): string {
  const lines = new TextLines(text);
  const start = lines.offsetAt(edit.range.start);
  return text.slice(0, start) + edit.newText + text.slice(lines.offsetAt(edit.range.end));
}

function meaning({ relation, claims, text }: Annotation) {
  return { relation, text, claims: claims.map((it) => it.reference) };
}

test("every annotation gives a claim or a fault, and every range lies in its line", () => {
  fc.assert(
    fc.property(claimsText, (claims) => {
      const source = `// @iec62443 ${claims}`;
      const { annotations, malformed } = read(source);
      expect(annotations.length + malformed.length).toBeGreaterThan(0);
      for (const { range } of [...annotations.flatMap((it) => it.claims), ...malformed]) {
        expect(comparePositions(range.start, range.end)).toBeLessThan(0);
        expect(range.end.character).toBeLessThanOrEqual(source.length);
      }
    }),
    { numRuns: 300 },
  );
});

test("a normalised annotation means the same and is canonical", () => {
  fc.assert(
    fc.property(claimsText, (claims) => {
      const source = `// @iec62443 ${claims}`;
      const [annotation] = read(source).annotations;
      if (annotation?.normalised === undefined) return;
      const canonical = apply(source, annotation.normalised);
      const again = read(canonical);
      expect(again.malformed).toEqual([]);
      expect(again.annotations[0]?.normalised).toBeUndefined();
      const before = meaning(annotation);
      const after = again.annotations.map(meaning)[0];
      expect({ ...after, claims: after?.claims.length }).toEqual({
        ...before,
        claims: before.claims.length,
      });
      for (const [i, claim] of before.claims.entries()) {
        expect(sameReference(claim, after?.claims[i] ?? claim)).toBe(true);
      }
    }),
    { numRuns: 1500 },
  );
});

test("a repair is in the line and never makes the line worse", () => {
  fc.assert(
    fc.property(claimsText, (claims) => {
      const source = `// @iec62443 ${claims}`;
      for (const { repairs } of read(source).malformed) {
        for (const repair of repairs) {
          const repaired = apply(source, repair);
          expect(repaired).not.toBe(source);
          const { annotations, malformed } = read(repaired);
          expect(annotations.length + malformed.length).toBeGreaterThan(0);
        }
      }
    }),
    { numRuns: 600 },
  );
});

test("what is formatted reads as the same reference and is canonical", () => {
  fc.assert(
    fc.property(fc.array(reference, { minLength: 1, maxLength: 4 }), (references) => {
      const written = references.map(formatReference).join(", ");
      const { annotations, malformed } = read(`// @iec62443 ${written}`);
      expect(malformed).toEqual([]);
      const claims = annotations[0]?.claims.map((it) => it.reference) ?? [];
      expect(claims.map(formatReference)).toEqual(references.map(formatReference));
      expect(claims.every((it, i) => sameReference(it, references[i] ?? it))).toBe(true);
      expect(annotations[0]?.normalised).toBeUndefined();
    }),
    { numRuns: 600 },
  );
});

test("any text is read without a failure, and faults and annotations come in order", () => {
  const text = fc.array(
    fc.oneof(claimsText, fc.constantFrom("// @iec62443 ", "/* @iec62443 ", "\n", "\r", "*/")),
  );
  fc.assert(
    fc.property(text, (pieces) => {
      const { annotations } = read(pieces.join(""));
      const starts = annotations.map((it) => it.range.start);
      expect(starts).toEqual([...starts].sort(comparePositions));
    }),
    { numRuns: 300 },
  );
});

test("line ends change nothing but offsets", () => {
  const lines = fc.array(
    fc.oneof(
      claimsText.map((it) => `// @iec62443 ${it}`),
      fc.constant("int f(void);"),
    ),
  );
  fc.assert(
    fc.property(lines, fc.constantFrom("\r\n", "\r"), (source, lineEnd) => {
      expect(read(source.join(lineEnd))).toEqual(read(source.join("\n")));
    }),
    { numRuns: 300 },
  );
});

/** Some hundred thousand characters each: with more than a bounded number of looks at each, none would end. */
test.each<[string, string, claims: number, faults: number]>([
  ["one marker after the other", "@iec62443 ".repeat(100_000), 0, 1],
  ["a hundred thousand claims", `@iec62443 ${"CR 1.1, ".repeat(100_000)}`, 100_000, 0],
  ["a hundred thousand faults", `@iec62443 ${"CR x, ".repeat(100_000)}`, 0, 100_000],
  ["a million brackets", `@iec62443 ${"(".repeat(200_000)}`, 0, 1],
  ["brackets behind a claim", `@iec62443 CR 1.1 ${"(".repeat(200_000)}`, 1, 1],
  ["enhancements that never end", `@iec62443 CR 1.1 RE${"(1)".repeat(100_000)}`, 100_000, 0],
  ["open enhancements", `@iec62443 CR 1.1${" RE(".repeat(200_000)}`, 0, 1],
  ["kinds without a number", `@iec62443 ${"CR/".repeat(100_000)}`, 0, 1],
  ["blanks", `@iec62443${" ".repeat(200_000)}CR 1.1${" ".repeat(200_000)}x`, 1, 1],
  ["dashes", `@iec62443 CR 1.1${" -".repeat(200_000)}x`, 1, 0],
  ["digits", `@iec62443 CR ${"1".repeat(200_000)}`, 0, 1],
  ["numbers", `@iec62443 CR ${"1.".repeat(200_000)}`, 0, 1],
  ["organisations", `@iec62443 ${"IEC ".repeat(100_000)}`, 0, 1],
  ["letters", `@iec62443 ${"a".repeat(200_000)}`, 0, 1],
  ["words", `@iec62443 ${"a-".repeat(200_000)}`, 0, 1],
  ["quotation marks", `@iec62443 CR 1.1 ${'" '.repeat(200_000)}x`, 1, 1],
  ["hidden ids", `@iec62443 x${"-CR".repeat(100_000)}`, 0, 1],
])("a line is read in time that grows with its length: %s", (_, line, claims, faults) => {
  const parsed = parseLine(line);
  expect(parsed.claims).toHaveLength(claims);
  expect(parsed.faults).toHaveLength(faults);
});

test("a text is read in time that grows with its length", () => {
  const one = read("/* @iec62443 CR 1.1 */".repeat(20_000));
  expect(one.annotations).toHaveLength(20_000);
  const many = read("// @iec62443 CR 1.1\n".repeat(20_000));
  expect(many.annotations).toHaveLength(20_000);
  const marks = read(`// ${"*".repeat(200_000)} @iec62443 CR 1.1 ${"@iec62443 ".repeat(50_000)}`);
  expect(marks.annotations).toHaveLength(1);
});

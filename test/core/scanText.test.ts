import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { languageById, languageOf } from "../../server/src/core/languages.ts";
import { ownIdOf } from "../../server/src/core/ownCatalog/ids.ts";
import { formsWith } from "../../server/src/core/ownCatalog/ownForms.ts";
import type { Forms } from "../../server/src/core/reference/forms.ts";
import { EMPTY_SCAN, type FileScan, isEmpty, scan } from "../../server/src/core/scan.ts";
import { scanOfText, textOfScan } from "../../server/src/core/scanText.ts";

const FORMS = formsWith(
  ["NET-7", "ACME 12"].flatMap((id) => {
    const named = ownIdOf(id);
    return named === undefined ? [] : [{ id, named, part: "company" }];
  }),
);

/** Comments of several languages, and one that is not known. */
const HOSTS: readonly (readonly [id: string, open: string, close: string])[] = [
  ["c", "// ", ""],
  ["c", "int f(void); /* ", " */"],
  ["python", "# ", ""],
  ["st", "(* ", " *) Valve := TRUE;"],
  ["html", "<!-- ", " -->"],
  ["sql", "-- ", ""],
  ["unknown", "", ""],
];

const words = [
  ..."implements verifies partial verfies planned: not-applicable compensating".split(" "),
  ..."CR 1.1|cr 1.5(a)|CR 1.7 RE(1)|CR 1.1 RE(1)(2)|2-1:2009 4.2.3.1|SM-4|SP.01.01".split("|"),
  ..."SR 1.1 to 1.4|CR 99.9|CR 1|IEC 62443-3-3:2013 SR 2.1|NET-7|ACME 12|RE(1)|(b)".split("|"),
  ...', |/|;| - |: |:|–| and |+|…|a title without a separator|: a reason, “quoted” \\ "so"'.split(
    "|",
  ),
  ..."🔒|\ud83d|\udd12|\u0000|\u2028|é|\t|@iec62443-9-x ".split("|"),
];
const said = fc
  .array(fc.oneof({ weight: 8, arbitrary: fc.constantFrom(...words) }, fc.string()), {
    maxLength: 8,
  })
  .map((it) => it.join(" "));
const line = fc.oneof(
  { weight: 4, arbitrary: said.map((it) => `@iec62443 ${it}`) },
  said.map((it) => `@iec62443-4-2 ${it}`),
  fc.constantFrom("", "static int lock(struct door *it)", "@iec62443-ignore-next-line"),
);

const texts = fc
  .record({
    host: fc.constantFrom(...HOSTS),
    lines: fc.array(line, { minLength: 1, maxLength: 8 }),
    lineEnd: fc.constantFrom("\n", "\r\n", "\r"),
  })
  .map(({ host: [id, open, close], lines, lineEnd }) => ({
    id,
    text: lines.map((it) => `${open}${it}${close}${lineEnd}x = 1;`).join(lineEnd),
  }));

/** How often each optional field, and each other thing that takes its own way, was there. */
type Tally = Record<string, number>;

function count(tally: Tally, { annotations, malformed, unknownFileType }: FileScan): void {
  const add = (name: string, is: unknown) => {
    tally[name] = (tally[name] ?? 0) + (is === undefined || is === false ? 0 : 1);
  };
  add("unknownFileType", unknownFileType);
  for (const it of annotations) {
    for (const name of ["relationRange", "text", "textRange", "subject", "normalised"] as const) {
      add(name, it[name]);
    }
    add("several claims", it.claims.length > 1);
    for (const { reference } of it.claims) {
      for (const name of ["edition", "enhancement", "item"] as const) add(name, reference[name]);
    }
    add("lone surrogate", it.text !== undefined && !isWellFormed(it.text));
    add(it.relation, true);
  }
  for (const it of malformed) {
    add("words", it.words);
    add("malformed", true);
    add("repairs", it.repairs.length > 0);
    add("several repairs", it.repairs.length > 1);
  }
}

function isWellFormed(text: string): boolean {
  return !/[\ud800-\udfff]/u.test(text);
}

function expectSame(found: FileScan): void {
  const text = textOfScan(found);
  const read = scanOfText(text);
  expect(read).toStrictEqual(found);
  // A cache puts texts between NULs and writes them as UTF-8.
  expect(text).not.toContain("\0");
  expect(isWellFormed(text)).toBe(true);
}

test("what is written and read again is the same, whatever was found", () => {
  const tally: Tally = {};
  const forms = fc.constantFrom<Forms | undefined>(undefined, FORMS);
  fc.assert(
    fc.property(texts, forms, ({ id, text }, with_) => {
      const found = scan(text, languageById(id), with_);
      count(tally, found);
      expectSame(found);
    }),
    { numRuns: 1500 },
  );
  const kinds = Object.entries(tally);
  expect(kinds.filter(([, times]) => times === 0)).toEqual([]);
  expect(kinds).toHaveLength(21);
});

test("what is found in the example is the same after it was written and read", () => {
  const folder = join(import.meta.dirname, "../fixtures/plc-product");
  const scans = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((it) => it.isFile())
    .map((it) => join(it.parentPath, it.name))
    .map((path) => scan(readFileSync(path, "utf8"), languageOf(path, "")))
    .filter((it) => !isEmpty(it));
  expect(scans.length).toBeGreaterThan(20);
  for (const it of scans) expectSame(it);
  const written = scans.reduce((sum, it) => sum + textOfScan(it).length, 0);
  expect(written * 3).toBeLessThan(JSON.stringify(scans).length);
});

test("nothing found is a text as well", () => expectSame(EMPTY_SCAN));

test("references that are the same are one object", () => {
  const c = languageById("c");
  const found = scan("// @iec62443 CR 1.5, 1.7\n// @iec62443 verifies CR 1.5\n", c);
  const [first, second] = scanOfText(textOfScan(found)).annotations;
  expect(first?.claims).toHaveLength(2);
  expect(second?.claims[0]?.reference).toBe(first?.claims[0]?.reference);
});

const SOURCE = `// @iec62443 verifies 2-1:2009 4.2.3.1 - why
int x; // @iec62443 cr 1.7 re 1, CR 1.5(a) a title
// @iec62443 nonsense
`;

test("a text that is cut off or goes on is not read", () => {
  const written = textOfScan(scan(SOURCE, languageById("c")));
  expect(written.length).toBeGreaterThan(50);
  for (let length = 0; length < written.length; length++) {
    const cut = written.slice(0, length);
    expect(() => scanOfText(cut), cut).toThrow();
  }
  expect(() => scanOfText(`${written}0`)).toThrow();
});

test.each([
  "",
  "x",
  "[",
  "{}",
  "null",
  '"x"',
  "[]",
  "[1]",
  "[[],[],0]",
  JSON.stringify(EMPTY_SCAN),
])("this is not the text of a scan: %s", (text) => expect(() => scanOfText(text)).toThrow());

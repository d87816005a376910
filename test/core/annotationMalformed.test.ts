import { expect, test } from "vitest";
import { languageById } from "../../server/src/core/languages.ts";
import { formatReference } from "../../server/src/core/reference.ts";
import { scan } from "../../server/src/core/scan.ts";
import { TextLines } from "../../server/src/core/text.ts";
import { marked } from "../support/marked.ts";

const C = languageById("c");

/** Reads a line whose faults are marked `[|…|]`; gives the claims that count and what repairs make. */
function read(source: string) {
  const { text, ranges } = marked(`// ${source}`);
  const { annotations, malformed } = scan(text, C);
  expect(malformed.map((it) => it.range)).toEqual(ranges);
  expect(annotations.flatMap((it) => it.normalised ?? [])).toEqual([]);
  const lines = new TextLines(text);
  return {
    claims: annotations.flatMap((it) => it.claims.map((claim) => formatReference(claim.reference))),
    repaired: malformed.flatMap(({ repairs }) =>
      repairs.map(({ range, newText }) => {
        const end = text.slice(lines.offsetAt(range.end));
        return text.slice(3, lines.offsetAt(range.start)) + newText + end;
      }),
    ),
    messages: malformed.map((it) => it.message),
    titles: malformed.flatMap((it) => it.repairs.map((repair) => repair.title)),
  };
}

test.each<[string, readonly string[]]>([
  ["@iec62443 [|CR 1.3–1.5|]", ["@iec62443 CR 1.3, CR 1.4, CR 1.5"]],
  ["@iec62443 [|CR 1.3-1.5|]", ["@iec62443 CR 1.3, CR 1.4, CR 1.5"]],
  ["@iec62443 [|CR 1.3 - 1.5|]", ["@iec62443 CR 1.3, CR 1.4, CR 1.5"]],
  ["@iec62443 [|CR 1.3 - CR 1.5|]: text", ["@iec62443 CR 1.3, CR 1.4, CR 1.5: text"]],
  ["@iec62443 [|CR 1.3 to 1.5|]", ["@iec62443 CR 1.3, CR 1.4, CR 1.5"]],
  ["@iec62443 [|CR 1.3..1.5|]", ["@iec62443 CR 1.3, CR 1.4, CR 1.5"]],
  ["@iec62443 [|CR 1.3-5|]", ["@iec62443 CR 1.3, CR 1.4, CR 1.5"]],
  ["@iec62443 [|SM-1…SM-3|]", ["@iec62443 SM-1, SM-2, SM-3"]],
  ["@iec62443 [|SP.01.01 to SP.01.03|]", ["@iec62443 SP.01.01, SP.01.02, SP.01.03"]],
  ["@iec62443 [|CR 1.1 RE(1)–(3)|]", ["@iec62443 CR 1.1 RE(1), CR 1.1 RE(2), CR 1.1 RE(3)"]],
  ["@iec62443 [|EDR/HDR 3.10-3.11|]", ["@iec62443 EDR 3.10, EDR 3.11, HDR 3.10, HDR 3.11"]],
  ["@iec62443 [|2-1:2009 4.2.3.1-4.2.3.2|]", ["@iec62443 2-1:2009 4.2.3.1, 2-1:2009 4.2.3.2"]],
  ["@iec62443 [|CR 1.3–2.5|]", []],
  ["@iec62443 [|CR 1.5–1.3|]", []],
  ["@iec62443 [|CR 1.1–1.999|]", []],
])("the range in %s is written out", (source, repaired) => {
  const result = read(source);
  expect(result.claims).toEqual([]);
  expect(result.repaired).toEqual(repaired);
  expect(result.messages.join()).toContain("is a range");
  expect(result.titles).toEqual(repaired.map(() => "Write the range out"));
});

test.each<[string, readonly string[]]>([
  ["@iec62443 [|CR 6.2.1|]", ["@iec62443 CR 6.2", "@iec62443 CR 6.2 RE(1)"]],
  [
    "@iec62443 [|CR 1.14.3|] (card)",
    ["@iec62443 CR 1.14 (card)", "@iec62443 CR 1.14 RE(3) (card)"],
  ],
  ["@iec62443 [|SR 4.x|]", []],
  ["@iec62443 [|CR 1.*|]", []],
  ["@iec62443 [|CR 1|]", []],
  ["@iec62443 [|CR|]", []],
  ["@iec62443 [|CR 1.5a|]", ["@iec62443 CR 1.5(a)"]],
  ["@iec62443 [|CR 1.5.a|]", ["@iec62443 CR 1.5(a)"]],
  ["@iec62443 [|CR 1,5|]", ["@iec62443 CR 1.5"]],
  ["@iec62443 [|CR 1.5-foo|]", []],
  ["@iec62443 [|CR 1.5CR|] 1.7", []],
  ["@iec62443 [|SAR 2.4M|]", []],
  ["@iec62443 [|NDR 1.6.2.xsd|]", []],
  ["@iec62443 [|CR 1.1-RE|]", ["@iec62443 CR 1.1", "@iec62443 CR 1.1 RE(1)"]],
  ["@iec62443 [|EDR 3.12 RE|] (x)", ["@iec62443 EDR 3.12 (x)", "@iec62443 EDR 3.12 RE(1) (x)"]],
  ["@iec62443 [|RE(1)|]", []],
  ["@iec62443 [|SR 1|]", ["@iec62443 SR-1"]],
  ["@iec62443 [|SM-4.1|]", []],
  ["@iec62443 [|CCSC 1.1|]", []],
  ["@iec62443 [|SP.01|]", []],
  ["@iec62443 [|CR 1.1234|]", []],
  ["@iec62443 [|1.5|]", ["@iec62443 CR 1.5", "@iec62443 SR 1.5"]],
  ["@iec62443 [|62443-4-2 1.5|]", ["@iec62443 CR 1.5"]],
  ["@iec62443 [|62443-4-2|]", []],
  ["@iec62443 [|IEC 61508|] CR 1.1", []],
  ["@iec62443 [|FR 1|]", []],
  ["@iec62443 [|JCR 1.14|]", ["@iec62443 CR 1.14", "@iec62443 ZCR 1.14"]],
  ["@iec62443 [|FSR 4.1|] RE", ["@iec62443 SR 4.1 RE"]],
  ["@iec62443 [|DSCR 1.14|]", []],
  ["@iec62443 [|fortiedr-3.6|]", []],
  ["@iec62443 [|REQ-CR-1.14|]", ["@iec62443 CR 1.14"]],
  ["@iec62443 [|TC_CR4.2-RE1_1|]", ["@iec62443 CR 4.2 RE(1)"]],
  [
    '@iec62443 "[|Gndr 5.20|]" (NDR 5.2 inside a word)',
    ['@iec62443 "NDR 5.20" (NDR 5.2 inside a word)'],
  ],
])("%s names no requirement", (source, repaired) => {
  const result = read(source);
  expect(result.claims).toEqual([]);
  expect(result.repaired).toEqual(repaired);
});

test.each<[string, readonly string[], readonly string[]]>([
  ["@iec62443 CR 1.1, [|CR 6.2.1|], CR 1.3", ["CR 1.1", "CR 1.3"], ["CR 6.2", "CR 6.2 RE(1)"]],
  ["@iec62443 [|CR 6.2.1|], 6.3", ["CR 6.3"], ["CR 6.2", "CR 6.2 RE(1)"]],
  ["@iec62443 CR 1.1, [|CR 1.3–1.4|]: text", ["CR 1.1"], ["CR 1.3, CR 1.4"]],
  ["@iec62443 CR 1.1, [|see the docs|]", ["CR 1.1"], []],
])("the claims beside a fault count: %s", (source, claims, changes) => {
  const result = read(source);
  expect(result.claims).toEqual(claims);
  for (const [i, change] of changes.entries()) expect(result.repaired[i]).toContain(change);
});

test.each([
  ["@iec62443 CR 1.5 [|checks the password|]", "@iec62443 CR 1.5: checks the password"],
  ["@iec62443 CR 1.5   [|(length)|]", "@iec62443 CR 1.5: (length)"],
  ["@iec62443 CR 1.5. [|Checks it.|]", "@iec62443 CR 1.5: Checks it."],
  ["@iec62443 CR 1.5 // [|checked|]", "@iec62443 CR 1.5: checked"],
  ["@iec62443 [CR 1.5] [|checked|]", "@iec62443 [CR 1.5]: checked"],
  ["@iec62443 CR 1.5 [|re-checks it|]", "@iec62443 CR 1.5: re-checks it"],
  ["@iec62443 CR 1.5 [|@iec62443 CR 1.5|]", "@iec62443 CR 1.5, CR 1.5"],
])("words behind the claims need a colon: %s", (source, repaired) => {
  const result = read(source);
  expect(new Set(result.claims)).toEqual(new Set(["CR 1.5"]));
  expect(result.repaired).toEqual([repaired]);
});

test.each([
  ["@iec62443 [|verfies|] CR 1.5", "@iec62443 verifies CR 1.5"],
  ["@iec62443 [|implments|] CR 1.5", "@iec62443 implements CR 1.5"],
  ["@iec62443 [|implemented|] CR 1.5", "@iec62443 implements CR 1.5"],
  ["@iec62443 [|Planed|] CR 1.5", "@iec62443 planned CR 1.5"],
  ["@iec62443 [|tests|] CR 1.5", "@iec62443 verifies CR 1.5"],
  ["@iec62443 [|not-aplicable|] CR 1.5: x", "@iec62443 not-applicable CR 1.5: x"],
  ["@iec62443 [|this|] meets CR 1.5", "@iec62443 CR 1.5: this meets CR 1.5"],
  ["@iec62443 [|not|] yet, CR 1.5", "@iec62443 CR 1.5: not yet, CR 1.5"],
  ["@iec62443 CR 1.5 [|not-applicable: no radio|]", "@iec62443 not-applicable CR 1.5: no radio"],
  ["@iec62443 CR 1.5 [|(verifies)|]", "@iec62443 verifies CR 1.5"],
])("a word that is no relation claims nothing: %s", (source, repaired) => {
  const result = read(source);
  expect(result.claims).toEqual([]);
  expect(result.repaired).toEqual([repaired]);
});

test.each<[string, readonly string[], readonly string[]]>([
  ["@iec62443 [|62443-3-3 CR 1.1|]", [], ["@iec62443 CR 1.1", "@iec62443 SR 1.1"]],
  ["@iec62443 [|4-2 SR 1.1|]", [], ["@iec62443 SR 1.1", "@iec62443 CR 1.1"]],
  ["@iec62443 [|3-3 SR-1|]", [], ["@iec62443 SR-1"]],
  ["@iec62443 [|4-1 SR 1.1|]", [], ["@iec62443 SR 1.1"]],
  [
    "@iec62443-3-3 [|CR 1.1|]",
    [],
    ["@iec62443-4-2 CR 1.1", "@iec62443-3-3 SR 1.1", "@iec62443-3-3 4-2 CR 1.1"],
  ],
  ["@iec62443-3-3 SR 1.1, [|SM-4|]", ["SR 1.1"], ["@iec62443-3-3 SR 1.1, 4-1 SM-4"]],
  ["@iec62443[|-foo|] CR 1.1", ["CR 1.1"], ["@iec62443 CR 1.1"]],
  ["@iec62443[|-42|] CR 1.1", ["CR 1.1"], ["@iec62443 CR 1.1"]],
])("a part that contradicts the id is a fault: %s", (source, claims, repaired) => {
  const result = read(source);
  expect(result.claims).toEqual(claims);
  expect(result.repaired).toEqual(repaired);
});

test.each([
  ["[|@iec62443|]"],
  ["[|@iec62443|]:"],
  ["[|@iec62443-4-2|]"],
  ["[|@iec62443 verifies|]"],
  ["[|@iec62443 not-applicable|] :"],
])("nothing behind the marker asks for a requirement: %s", (source) => {
  const { messages, claims } = read(source);
  expect(claims).toEqual([]);
  expect(messages.join()).toMatch(/names no requirement\. Write one behind it, such as CR 1\.5\.$/);
});

test("messages say what is wrong and what to write", () => {
  const messages = [
    "@iec62443",
    "@iec62443 verfies CR 1.5",
    "@iec62443 CR 1.3–1.5",
    "@iec62443 CR 6.2.1",
    "@iec62443 SR 4.x",
    "@iec62443 CR",
    "@iec62443 SR 1",
    "@iec62443 1.5",
    "@iec62443 FR 1",
    "@iec62443 JCR 1.14",
    "@iec62443 REQ-CR-1.14",
    "@iec62443 RE(1)",
    "@iec62443 CR 1.1 RE",
    "@iec62443 CR 1,5",
    "@iec62443-3-3 CR 1.1",
    "@iec62443-foo CR 1.1",
    "@iec62443 CR 1.5 checks the password of every single user of the device",
    "@iec62443 CR 1.5 verifies",
    "@iec62443 verifies partial CR 1.5",
    "@iec62443 CR 1.5, see the docs",
    "@iec62443 CR 1.5 @iec62443 CR 1.7",
  ].map((source) => scan(`// ${source}`, C).malformed[0]?.message);
  expect(messages.join("\n")).toMatchInlineSnapshot(`
    ""@iec62443" names no requirement. Write one behind it, such as CR 1.5.
    "verfies" is no relation. Write implements, partial, verifies, planned, compensating or not-applicable, or the requirement alone.
    "CR 1.3–1.5" is a range. Name each requirement, with commas between them.
    "CR 6.2.1" is no id of a requirement. Write one such as CR 1.5.
    "SR 4.x" stands for several requirements. Name each of them, such as SR 4.1.
    "CR" names no requirement. Write its number as well, such as CR 1.5.
    "SR 1" can be SR-1 of part 4-1 or the beginning of a system requirement of part 3-3, such as SR 1.1. Write the one that is meant.
    "1.5" does not say what kind of requirement it is. Write its letters as well, such as CR 1.5.
    "FR 1" is a foundational requirement. Name one of its requirements, such as CR 1.1.
    "JCR 1.14" is no id of a requirement: the series has none that begin with JCR. Write one such as CR 1.5.
    "REQ-CR-1.14" is no id of a requirement. Write CR 1.14 when that is meant.
    "RE(1)" does not say which requirement it enhances. Write that in front of it, such as CR 1.1 RE(1).
    "CR 1.1 RE" does not say which enhancement is meant. Write its number, such as RE(1).
    "CR 1,5" has a comma in its number. Write a full stop there.
    CR 1.1 belongs to part 4-2, not to part 3-3. Leave the part out or correct the id.
    "@iec62443-foo" names no part of the series. Write @iec62443, or with a part @iec62443-4-2.
    "checks the password of every single use…" stands behind the requirement without a separator. Put a colon before the text.
    "verifies" stands behind the requirement. Put it in front, directly behind @iec62443.
    "partial" is out of place: an annotation has one relation, directly behind @iec62443. Write a line of its own for this one.
    "see the docs" is no requirement. Write one such as CR 1.5, and a colon before any text.
    One line holds one annotation. Join the requirements with commas or write a second line."
  `);
});

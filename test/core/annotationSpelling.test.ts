import { expect, test } from "vitest";
import { languageById } from "../../server/src/core/languages.ts";
import { formatReference } from "../../server/src/core/reference.ts";
import { scan } from "../../server/src/core/scan.ts";

const C = languageById("c");

/** What one line of claims means, as canonical references and the text. */
function meaning(claims: string): string {
  const { annotations, malformed } = scan(`// @iec62443 ${claims}`, C);
  expect(malformed.map((it) => it.message)).toEqual([]);
  const [annotation] = annotations;
  const references = (annotation?.claims ?? []).map((it) => formatReference(it.reference));
  return references.join(", ") + (annotation?.text === undefined ? "" : `: ${annotation.text}`);
}

function normalised(claims: string): string | undefined {
  const source = `// @iec62443 ${claims}`;
  const edit = scan(source, C).annotations[0]?.normalised;
  if (edit === undefined) return undefined;
  const { start, end } = edit.range;
  return source.slice(0, start.character) + edit.newText + source.slice(end.character);
}

test.each([
  "CR 1.5",
  "CR 1.1 RE(1)",
  "CR 1.5(a)",
  "CR 1.1 RE(1)(a)",
  "SAR 2.4",
  "EDR 3.11",
  "HDR 3.2",
  "NDR 5.2 RE(3)",
  "CCSC 1",
  "SR 1.1",
  "SR-1",
  "SM-4",
  "SD-2",
  "SI-1",
  "SVV-3",
  "DM-5",
  "SUM-1",
  "SG-7",
  "SP.01.01",
  "SP.12.09",
  "ZCR 1",
  "ZCR 5.13",
  "2-1 4.2.3.1",
  "2-1:2009 4.2.3.1",
  "2-1:2024 5.5",
  "ORG 1.1",
  "4-2:2031 CR 1.1",
  "CR 1.5, CR 1.7, SR 1.1 RE(1)",
  "CR 1.5: the text",
  "CR 9.9: the catalog is not asked",
])("%s is canonical", (claims) => {
  expect(meaning(claims)).toBe(claims);
  expect(normalised(claims)).toBeUndefined();
});

test.each([
  ["CR1.5", "CR 1.5"],
  ["cr-1.5", "CR 1.5"],
  ["CR-1.1", "CR 1.1"],
  ["Cr_1.1", "CR 1.1"],
  ["CR.1.1", "CR 1.1"],
  ["CR – 3.5", "CR 3.5"],
  ["CR\u00a01.5", "CR 1.5"],
  ["CR\u20091.5", "CR 1.5"],
  ["CR\u20111.5", "CR 1.5"],
  ["CR 1.05", "CR 1.5"],
  ["CR 1.08", "CR 1.8"],
  ["CR 01.10", "CR 1.10"],
  ["CR 1.5.", "CR 1.5"],
  ["CR 1.5,", "CR 1.5"],
  ["CR 1.5:", "CR 1.5"],
  [": CR 1.5", "CR 1.5"],
  ["- CR 1.5", "CR 1.5"],
  ["[CR 1.5]", "CR 1.5"],
  ["(CR 1.5)", "CR 1.5"],
  ['"CR 1.5"', "CR 1.5"],
  ["`CR 1.5`", "CR 1.5"],
  ["[CR 1.5], [CR 1.7]", "CR 1.5, CR 1.7"],
  ["CCSC1", "CCSC 1"],
  ["CCSC-1, 2", "CCSC 1, CCSC 2"],
  ["SM 4", "SM-4"],
  ["sm4", "SM-4"],
  ["SR–1", "SR-1"],
  ["SR-1.1", "SR 1.1"],
  ["SP 1.1", "SP.01.01"],
  ["SP01.01", "SP.01.01"],
  ["ZCR-3.1", "ZCR 3.1"],
])("the id %s is %s", (claims, expected) => {
  expect(meaning(claims)).toBe(expected);
  expect(normalised(claims)).toBe(`// @iec62443 ${expected}`);
});

test.each([
  ["62443-4-2 CR 1.1", "CR 1.1"],
  ["62443-4-2:CR 1.1", "CR 1.1"],
  ["4-2 CR 1.1", "CR 1.1"],
  ["IEC 62443-4-2 CR 1.1", "CR 1.1"],
  ["IEC62443-4-2 CR 3.11", "CR 3.11"],
  ["IEC 62443-4-2:2019 CR 1.1", "CR 1.1"],
  ["IEC 62443-4-2:2019 - CR 1.1", "CR 1.1"],
  ["IEC 62443-3-3 SR 1.1", "SR 1.1"],
  ["IEC 62443-3-3/SR 1.13, RE1", "SR 1.13, SR 1.13 RE(1)"],
  ["62443-4-1 SM-4", "SM-4"],
  ["IEC 62443-4-1/SM-8", "SM-8"],
  ["IEC 62443 SR 3.4", "SR 3.4"],
  ["62443 CR 3.6", "CR 3.6"],
  ["ISA-62443-4-2 CR 1.1", "CR 1.1"],
  ["ISA/IEC 62443-4-2 CR 1.1", "CR 1.1"],
  ["ISA/IEC 62443 CR 1.1", "CR 1.1"],
  ["ANSI/ISA-62443-4-2 CR 1.1", "CR 1.1"],
  ["EN IEC 62443-4-2 CR 1.1", "CR 1.1"],
  ["IEC 62443 4-2 CR 1.1", "CR 1.1"],
  ["IEC\u00a062443\u20114\u20112 CR 1.1", "CR 1.1"],
  ["62443-4-1 SR 1", "SR-1"],
  ["62443-2-1:2024 5.5", "2-1:2024 5.5"],
  ["62443-2-1:2009 4.2.3.1, 4.3.2.2", "2-1:2009 4.2.3.1, 2-1:2009 4.3.2.2"],
])("the part in %s gives %s", (claims, expected) => {
  expect(meaning(claims)).toBe(expected);
  expect(normalised(claims)).toBe(`// @iec62443 ${expected}`);
});

test.each([
  ["SR 1.1 RE 1", "SR 1.1 RE(1)"],
  ["CR 1.1 (1)", "CR 1.1 RE(1)"],
  ["CR 1.1(1)", "CR 1.1 RE(1)"],
  ["CR 1.1 RE1", "CR 1.1 RE(1)"],
  ["CR 1.1 RE-1", "CR 1.1 RE(1)"],
  ["CR 1.1 re(01)", "CR 1.1 RE(1)"],
  ["CR 1.1: RE (1)", "CR 1.1 RE(1)"],
  ["CR 1.1 - RE(1): text", "CR 1.1 RE(1): text"],
  ["CR-1.1 RE(2)", "CR 1.1 RE(2)"],
  ["CR 1.2-RE(1)", "CR 1.2 RE(1)"],
  ["CR1.2-RE(1)", "CR 1.2 RE(1)"],
  ["CR 1.2–RE(1)", "CR 1.2 RE(1)"],
  ["cr-1.1-re-1", "CR 1.1 RE(1)"],
  ["cr-1.1_re.2", "CR 1.1 RE(2)"],
  ["CR 3.02 RE(1)", "CR 3.2 RE(1)"],
  ["CR 1.1 RE(1)(2)", "CR 1.1 RE(1), CR 1.1 RE(2)"],
  ["CR 1.1 RE(1, 2)", "CR 1.1 RE(1), CR 1.1 RE(2)"],
  ["CR 1.1 RE 1, 2", "CR 1.1 RE(1), CR 1.1 RE(2)"],
  ["CR 1.1 RE1/RE2", "CR 1.1 RE(1), CR 1.1 RE(2)"],
  ["CR 1.1 REs 1 and 2", "CR 1.1 RE(1), CR 1.1 RE(2)"],
  ["CR 1.1 RE(1), RE(2)", "CR 1.1 RE(1), CR 1.1 RE(2)"],
  ["CR 1.1 RE(1), (2)", "CR 1.1 RE(1), CR 1.1 RE(2)"],
  ["CR 1.1(1)(2)", "CR 1.1 RE(1), CR 1.1 RE(2)"],
  ["CR 1.1 (1) (2)", "CR 1.1 RE(1), CR 1.1 RE(2)"],
  ["CR 2.1 + RE(1)(2)", "CR 2.1, CR 2.1 RE(1), CR 2.1 RE(2)"],
  ["CR 4.2 (+RE1, RE2)", "CR 4.2, CR 4.2 RE(1), CR 4.2 RE(2)"],
  ["CR 7.3 (+RE1)", "CR 7.3, CR 7.3 RE(1)"],
  ["CR 7.3 (RE1)", "CR 7.3 RE(1)"],
  ["CR 1.1 (5.3.3(1))", "CR 1.1 RE(1)"],
  ["CR 1.1 (5.3.3)", "CR 1.1"],
  ["NDR 5.2(3)", "NDR 5.2 RE(3)"],
  ["EDR 3.13 (b)", "EDR 3.13(b)"],
  ["CR 1.5(A)", "CR 1.5(a)"],
  ["CR 1.5(a)(b)", "CR 1.5(a), CR 1.5(b)"],
  ["SP.01.01BR", "SP.01.01"],
  ["SP.01.01 BR", "SP.01.01"],
  ["SP.01.01RE(1)", "SP.01.01 RE(1)"],
])("the enhancement in %s is %s", (claims, expected) => {
  expect(meaning(claims)).toBe(expected);
  expect(normalised(claims)).toBe(`// @iec62443 ${expected}`);
});

test.each([
  ["CR 1.1, 1.3, 1.7", "CR 1.1, CR 1.3, CR 1.7"],
  ["CR 2.3, 2.5, 2.6, 2.7, EDR 2.4", "CR 2.3, CR 2.5, CR 2.6, CR 2.7, EDR 2.4"],
  ["CR 3.3 CR 3.4, EDR 3.10", "CR 3.3, CR 3.4, EDR 3.10"],
  ["CR 1.1,CR 1.3", "CR 1.1, CR 1.3"],
  ["CR 1.1; CR 1.3", "CR 1.1, CR 1.3"],
  ["CR 1.1 and CR 1.3", "CR 1.1, CR 1.3"],
  ["CR 1.1, and 1.3", "CR 1.1, CR 1.3"],
  ["CR 1.1 & 1.3", "CR 1.1, CR 1.3"],
  ["CR 1.1 + CR 1.3", "CR 1.1, CR 1.3"],
  ["EDR 3.11/3.14", "EDR 3.11, EDR 3.14"],
  ["EDR 3.12 / 3.13", "EDR 3.12, EDR 3.13"],
  ["EDR / HDR / NDR 3.14", "EDR 3.14, HDR 3.14, NDR 3.14"],
  ["EDR / HDR/ NDR 3.14", "EDR 3.14, HDR 3.14, NDR 3.14"],
  ["EDR/NDR 3.10", "EDR 3.10, NDR 3.10"],
  ["EDR/NDR 3.10, 3.11", "EDR 3.10, NDR 3.10, EDR 3.11, NDR 3.11"],
  ["EDR/NDR 3.10 RE(1)", "EDR 3.10 RE(1), NDR 3.10 RE(1)"],
  ["EDR, HDR and NDR 3.14", "EDR 3.14, HDR 3.14, NDR 3.14"],
  ["SR/CR 1.1", "SR 1.1, CR 1.1"],
  ["SR 7.1/7.2", "SR 7.1, SR 7.2"],
  ["SM-9/SM-10", "SM-9, SM-10"],
  ["SM-9, 10", "SM-9, SM-10"],
  ["CR 1.1(1), 1.3(2)", "CR 1.1 RE(1), CR 1.3 RE(2)"],
])("the list %s is %s", (claims, expected) => {
  expect(meaning(claims)).toBe(expected);
  expect(normalised(claims)).toBe(`// @iec62443 ${expected}`);
});

test.each([
  ["CR 1.5: text", "CR 1.5: text", undefined],
  ["CR 1.5:text", "CR 1.5: text", undefined],
  ["CR 1.5 - text", "CR 1.5: text", undefined],
  ["CR 1.5 : text", "CR 1.5: text", "CR 1.5: text"],
  ["CR 1.1 (1) – Title", "CR 1.1 RE(1): Title", "CR 1.1 RE(1) - Title"],
  ["CR 3.1 – Title (1) Title", "CR 3.1: Title (1) Title", "CR 3.1 - Title (1) Title"],
  ["CR 3.1—Title", "CR 3.1: Title", "CR 3.1 - Title"],
  ["CR 3.1 -- Title", "CR 3.1: Title", "CR 3.1 - Title"],
  ["CR 1.3 - 1.5 s at most", "CR 1.3: 1.5 s at most", undefined],
  ["CR 1.1: RE(1) is not needed", "CR 1.1: RE(1) is not needed", undefined],
  ["CR 1.5: a: b - c, CR 1.7", "CR 1.5: a: b - c, CR 1.7", undefined],
  ["CR 1.5 — 🔒 Schlüssel", "CR 1.5: 🔒 Schlüssel", "CR 1.5 - 🔒 Schlüssel"],
])("the text of %s", (claims, expected, canonical) => {
  expect(meaning(claims)).toBe(expected);
  expect(normalised(claims)).toBe(canonical && `// @iec62443 ${canonical}`);
});

test.each([
  ["// @iec62443 implements CR 1.5", "implements", undefined],
  ["// @iec62443 partial CR 1.5: no lockout yet", "partial", undefined],
  ["// @iec62443 verifies CR 1.5", "verifies", undefined],
  ["// @iec62443 planned CR 1.5", "planned", undefined],
  ["// @iec62443 compensating CR 1.5", "compensating", undefined],
  ["// @iec62443 not-applicable CR 1.5", "not-applicable", undefined],
  ["// @iec62443 CR 1.5", "implements", undefined],
  ["//@iec62443   verifies\tCR 1.5", "verifies", undefined],
  ["// @iec62443-4-2 verifies CR 1.5", "verifies", undefined],
  ["// @iec62443 Verifies CR 1.5", "verifies", "@iec62443 verifies CR 1.5"],
  ["// @IEC62443 CR 1.5", "implements", "@iec62443 CR 1.5"],
  ["// @iec62443 verifies: CR 1.5", "verifies", "@iec62443 verifies CR 1.5"],
  ["// @iec62443 [verifies] CR 1.5", "verifies", "@iec62443 verifies CR 1.5"],
  ["// @iec62443 not applicable CR 1.5", "not-applicable", "@iec62443 not-applicable CR 1.5"],
  ["// @iec62443 not_applicable CR 1.5", "not-applicable", "@iec62443 not-applicable CR 1.5"],
  ["// @iec62443(CR 1.5)", "implements", "@iec62443 CR 1.5"],
  ["// @iec62443-CR-1.5", "implements", "@iec62443 CR 1.5"],
])("the relation of %s is %s", (source, relation, canonical) => {
  const { annotations, malformed } = scan(source, C);
  expect(malformed).toEqual([]);
  expect(annotations.map((it) => it.relation)).toEqual([relation]);
  expect(annotations[0]?.claims.map((it) => it.reference)).toEqual([{ part: "4-2", id: "CR 1.5" }]);
  expect(annotations[0]?.normalised?.newText).toBe(canonical);
});

test.each([
  ["@iec62443-2-1 4.2.3.1, 4.3.2.2", undefined],
  ["@iec62443-2-1:2009 4.2.3.1", undefined],
  ["@iec62443-2-1 2-1 4.2.3.1", "@iec62443-2-1 4.2.3.1"],
  ["@iec62443-2-1 2-1:2009 4.2.3.1", undefined],
  ["@iec62443-2-1:2009 2-1 4.2.3.1", "@iec62443-2-1:2009 4.2.3.1"],
  ["@iec62443-4-1 SR 1", "@iec62443-4-1 SR-1"],
  ["@iec62443-3-3 4-2 CR 1.5", undefined],
  ["@iec62443-4-2 62443-4-2 CR 1.5", "@iec62443-4-2 CR 1.5"],
])("the part behind the marker of %s stays", (source, canonical) => {
  const { annotations, malformed } = scan(`// ${source}`, C);
  expect(malformed).toEqual([]);
  expect(annotations).toHaveLength(1);
  expect(annotations[0]?.normalised?.newText).toBe(canonical);
});

test("the edition behind the marker belongs to every claim of its part", () => {
  const { annotations } = scan("// @iec62443-2-1:2009 4.2.3.1, 2-1:2024 5.5, 4-2 CR 1.5", C);
  expect(annotations[0]?.claims.map((it) => it.reference)).toEqual([
    { part: "2-1", edition: "2009", id: "4.2.3.1" },
    { part: "2-1", edition: "2024", id: "5.5" },
    { part: "4-2", id: "CR 1.5" },
  ]);
});

test.each([
  ["CR1.5, –1.5", "CR 1.5: 1.5"],
  ["CR 1.5, – RE(1)", "CR 1.5: RE(1)"],
  ["CR 1.5, - CR 1.7", "CR 1.5: CR 1.7"],
  ["CR1.5:*", "CR 1.5: *"],
])("%s stays: in the usual writing the text would be read as something else", (claims, meant) => {
  expect(meaning(claims)).toBe(meant);
  expect(normalised(claims)).toBeUndefined();
});

test.each([
  ["CR 1.5, - Session", "CR 1.5 - Session"],
  ["CR 1.5,: 1.7", "CR 1.5: 1.7"],
  ["CR 1.5,: (1)", "CR 1.5: (1)"],
])("%s needs no comma", (claims, canonical) => {
  expect(normalised(claims)).toBe(`// @iec62443 ${canonical}`);
});

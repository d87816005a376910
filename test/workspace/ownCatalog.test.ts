import { expect, test } from "vitest";
import { INVALID_CATALOG } from "../../server/src/core/ownCatalog.ts";
import { comparePositions } from "../../server/src/core/text.ts";
import { builtInCatalog } from "../../server/src/workspace/builtInCatalog.ts";
import { CatalogFiles } from "../../server/src/workspace/catalogFiles.ts";
import { applied } from "../support/applied.ts";
import { marked } from "../support/marked.ts";
import { MemoryFiles } from "../support/memoryFiles.ts";

const FOLDER = { path: "/w", uri: "file:///w" };

function read(text: string, name = "rules.yaml") {
  const files = new MemoryFiles({ [`/w/${name}`]: text });
  const found = new CatalogFiles(files, () => undefined, builtInCatalog()).of(FOLDER).find(name);
  if (found.read === undefined) throw new Error(found.problem);
  return found.read;
}

/** Checks the places of a catalog's problems, marked `[|…|]`; gives their messages and fixes. */
function problems(source: string): string {
  const { text, ranges } = marked(source);
  const found = [...read(text).problems].sort((a, b) =>
    comparePositions(a.range.start, b.range.start),
  );
  const lines = found.map(({ level, message, fixes }) => [
    level === "error" ? message : `${level}: ${message}`,
    ...fixes.map((it) => it.title),
  ]);
  const all = lines.map((it) => it.join(" | ")).join("\n");
  expect(
    found.map((it) => it.range),
    all,
  ).toEqual(ranges);
  expect(new Set(found.map((it) => it.code))).toEqual(new Set(ranges.map(() => INVALID_CATALOG)));
  return all;
}

const WHOLE = `part: company
edition: 2026
document: { designation: ACME rules, title: Rules of ACME, url: "https://example.com/rules" }
requirements:
  - id: ACME
    isGroup: true
    title: Rules of the house
  - id: ACME-012
    kind: ACME
    group: ACME
    title: Keys stay in the chip
    summary: A private key never leaves the chip.
    keywords: [HSM, tpm]
    fr: 4
    clause: "5.10"
    levels: [2, 3, 4]
    componentTypes: [EDR, host-device]
    items: [a, b]
    enhancements:
      - { number: 2, title: Two, levels: [4] }
      - { number: 1, summary: One. }
    confidence: low
    note: From the audit.
  - id: ACME-013
    title: Only what is needed
`;

test("reads every key, and asks everywhere what says nothing of that", () => {
  const { catalog, problems } = read(WHOLE);
  expect(problems).toEqual([]);
  expect(catalog).toMatchObject({
    part: "company",
    edition: "2026",
    document: { designation: "ACME rules", url: "https://example.com/rules" },
  });
  const requirements = catalog?.entries.map((it) => it.requirement);
  expect(requirements?.[1]).toEqual({
    id: "ACME-012",
    kind: "ACME",
    group: "ACME",
    title: "Keys stay in the chip",
    summary: "A private key never leaves the chip.",
    keywords: ["hsm", "tpm"],
    fr: 4,
    clause: "5.10",
    levels: [2, 3, 4],
    componentTypes: ["EDR", "HDR"],
    items: ["a", "b"],
    enhancements: [
      { number: 1, summary: "One.", levels: [] },
      { number: 2, title: "Two", levels: [4] },
    ],
    confidence: "low",
    note: "From the audit.",
    wordingFrom: "rules.yaml",
  });
  expect(requirements?.[2]).toEqual({
    id: "ACME-013",
    kind: "ACME",
    title: "Only what is needed",
    levels: [],
    componentTypes: [],
    items: [],
    enhancements: [],
    confidence: "high",
    wordingFrom: "rules.yaml",
  });
});

test("JSON is read as well, and what is left out has a sound value", () => {
  const text =
    '{ "$schema": "x", "part": "company", "requirements": [{ "id": "A 1", "title": "T" }] }';
  const { catalog, problems } = read(text, "sub/rules.json");
  expect(problems).toEqual([]);
  expect(catalog).toMatchObject({
    part: "company",
    edition: "1",
    document: { designation: "company", title: "sub/rules.json", url: "file:///w/sub/rules.json" },
  });
});

test.each(["\n", "\r\n", "\r"])("line ends %j change nothing", (lineEnd) => {
  expect(read(WHOLE.replaceAll("\n", lineEnd))).toEqual(read(WHOLE));
});

const HEAD = "part: company\nrequirements:\n";

test("says at its place what is wrong with the file", () => {
  const sources = [
    "[|- a|]",
    "[|requirements: []|]",
    "[|part: company|]",
    "part: [|a b|]\nrequirements: []",
    "part: [|[a]|]\nrequirements: []",
    "part: company\nedition: [|a/b|]\nrequirements: []",
    "part: company\n[|requirement|]: []",
    "part: company\nrequirements: [|{ id: A 1 }|]",
    "part: company\nrequirements: []\ndocument: { [|titel|]: x, url: [|ftp:x|] }",
    "part: 4-2\n[|document|]: { title: x }\nrequirements: []",
    "part: company\nrequirements: []\n[|part|]: other",
    "part: company\nrequirements: &a []\n[|x|]: [|*a|]",
  ];
  expect(sources.map(problems).join("\n")).toMatchInlineSnapshot(`
    "A catalog cannot be a list. Write a map with the keys part, edition, document, requirements.
    This catalog has no part. Add the key part: a name for your own rules, such as company, or a part of the series. | Add the key part
    This catalog has no requirements. Add the key requirements with a list of them.
    part has to be at most 40 letters, digits, dots, dashes and underscores. Write one such as company.
    part holds no text. Write some, or take the key out.
    edition has to be at most 20 letters, digits, dots, dashes and underscores. Write one such as 2026.
    A catalog has no key requirement. Do you mean requirements? | Change to requirements
    requirements is a map. Write a list of requirements, each with id and title.
    document has no key titel. Do you mean title? | Change to title
    document.url is no address. Write one that begins with https://.
    The document of 4-2:2019 is known. Take the key out. | Take out document
    The key part is written twice. Take one of them out.
    A catalog has no key x. The keys here are part, edition, document, requirements.
    An alias is not used in a catalog. Write the value out."
  `);
});

test("says at its place what is wrong with a requirement", () => {
  const sources = [
    `${HEAD}  - [|title: T|]`,
    `${HEAD}  - [|id: ACME 1|]`,
    `${HEAD}  -[||]\n`,
    `${HEAD}  - [|x|]`,
    `${HEAD}  - { id: ACME 1, title: T, [|titel|]: x }`,
    `${HEAD}  - { id: [|1.5|], title: T }`,
    `${HEAD}  - { id: [|ACME|], title: T }`,
    `${HEAD}  - { id: [|CR 99|], title: T }`,
    `${HEAD}  - { id: [|sr 1.1|], title: T }`,
    `${HEAD}  - { id: [|RE 1|], title: T }`,
    `${HEAD}  - { id: [|[a]|], title: T }`,
    `${HEAD}  - { id: [|${"A".repeat(70)} 1|], title: T }`,
    `${HEAD}  - { id: ACME 1, title: T }\n  - { id: [|ACME 1|], title: U }\n  - { id: [|acme-01|], title: V }`,
    `${HEAD}  - { id: ACME 1, kind: [|CR|], title: T }`,
    `${HEAD}  - { id: ACME 1, title: [|[T]|] }`,
    `${HEAD}  - { id: ACME 1, title: [|${"x".repeat(4001)}|] }`,
    `${HEAD}  - { id: ACME 1, title: T, levels: [[|5|]] }`,
    `${HEAD}  - { id: ACME 1, title: T, levels: [|[1, 3]|] }`,
    `${HEAD}  - { id: ACME 1, title: T, componentTypes: [[|EDRR|]] }`,
    `${HEAD}  - { id: ACME 1, title: T, items: [[|ab|]] }`,
    `${HEAD}  - { id: ACME 1, title: T, fr: [|8|] }`,
    `${HEAD}  - { id: ACME 1, title: T, isGroup: [|yes|] }`,
    `${HEAD}  - { id: ACME 1, title: T, confidence: [|hihg|] }`,
    `${HEAD}  - { id: [|ACME 1|], title: T, group: ACME }`,
    `${HEAD}  - { id: ACME 1, title: T, enhancements: [[|{ title: T }|], { number: [|0|] }] }`,
    `${HEAD}  - { id: ACME 1, title: T, enhancements: [{ number: 1 }, [|{ number: 1 }|]] }`,
  ];
  expect(sources.map(problems).join("\n")).toMatchInlineSnapshot(`
    "This requirement has no id. Add the key id. | Add the key id
    ACME 1 has neither title nor summary. Add one: it is what people see. | Add the key title
    This requirement is empty. Write its id and title.
    A requirement cannot be "x". Write a map with the keys id, kind, title, summary, keywords, fr, group, isGroup, clause, levels, componentTypes, items, enhancements, confidence, note.
    A requirement has no key titel. Do you mean title? | Change to title
    "1.5" is no id that annotations can name. Write letters, a separator and up to four numbers, such as ACME 12, REQ-001 or A.5.1.
    "ACME" is no id that annotations can name. Write letters, a separator and up to four numbers, such as ACME 12, REQ-001 or A.5.1.
    CR begins the ids of IEC 62443-4-2, and a kind belongs to one part. Give your own ids other letters, such as ACME 12.
    sr begins the ids of IEC 62443-3-3, and a kind belongs to one part. Give your own ids other letters, such as ACME 12.
    RE means something else in an annotation. Give your own ids other letters, such as ACME 12.
    id holds no text. Write letters, a separator and up to four numbers, such as ACME 12, REQ-001 or A.5.1.
    This id is longer than 60 characters. Write letters, a separator and up to four numbers, such as ACME 12, REQ-001 or A.5.1.
    ACME 1 stands on line 3 already. Take one of them out.
    acme-01 is the same as ACME 1, which stands on line 3 already. Take one of them out.
    ACME 1 is of the kind ACME. Take the key kind out. | Change to ACME
    title holds no text. Write some, or take the key out.
    title is longer than 4,000 characters. Shorten it.
    levels has to be a whole number. Write one from 1 to 4.
    warning: levels leaves out 2, 4: what holds at one level holds at each higher one. Write [1, 2, 3, 4].
    componentTypes is "EDRR". Write one of SAR, EDR, HDR, NDR, software-application, embedded-device, host-device, network-device. | Change to EDR
    items holds more than a letter. Write small letters, as in [a, b].
    fr has to be a whole number. Write one from 1 to 7.
    isGroup is neither true nor false. Write true, or take the key out.
    confidence is "hihg". Write one of high, medium, low. | Change to high
    warning: ACME 1 stands under ACME, and this file has no such heading. Add an entry with the id ACME and isGroup: true.
    A requirement enhancement of ACME 1 has no number. Add the key number.
    number has to be a whole number. Write one from 1 to 99.
    RE(1) of ACME 1 is written twice. Take one out."
  `);
});

test("of a requirement of the series nothing but the wording is taken", () => {
  const sources = [
    "part: 4-2\nrequirements:\n  - id: cr-1.5\n    title: T\n    [|levels|]: [1]\n    [|componentTypes|]: [EDR]\n    summary: S",
    "part: 4-2\nrequirements:\n  - { id: CR 1.1, title: T, [|fr|]: 2 }",
    "part: 4-2\nrequirements:\n  - { id: [|CR 1.99|], title: T }",
    "part: 4-2\nrequirements:\n  - { id: [|ACME 1|], title: T }",
    "part: 4-2\nrequirements:\n  - { id: CR 1.1, enhancements: [{ number: [|9|], title: T }] }",
    "part: 4-2\nrequirements:\n  - { id: CR 1.1, enhancements: [{ number: 1, [|levels|]: [1] }] }",
  ];
  expect(sources.map(problems).join("\n")).toMatchInlineSnapshot(`
    "levels of CR 1.5 are those of the standard. Take the key out. | Take out levels
    componentTypes of CR 1.5 are those of the standard. Take the key out. | Take out componentTypes
    fr of CR 1.1 is that of the standard. Take the key out.
    IEC 62443-4-2:2019 has no requirement CR 1.99. Do you mean CR 1.9, CR 1.14 or CR 1.12? Rules of your own need a part of their own: put them into a file with another part, such as company. | Change to CR 1.9 | Change to CR 1.14 | Change to CR 1.12
    IEC 62443-4-2:2019 has no requirement ACME 1. Rules of your own need a part of their own: put them into a file with another part, such as company.
    CR 1.1 has no RE(9) in the standard. Take it out.
    levels of CR 1.1 RE(1) are those of the standard. Take the key out."
  `);
});

test("a key that is not wanted is taken out with its line", () => {
  const text = "part: 4-2\nrequirements:\n  - id: CR 1.5\n    levels:\n      - 1\n    title: T\n";
  const [problem] = read(text).problems;
  const edits = problem?.fixes[0]?.edits ?? [];
  expect(applied(text, edits)).toBe("part: 4-2\nrequirements:\n  - id: CR 1.5\n    title: T\n");
});

test("a new edition of a part of the series has ids as it likes, of the part's own form too", () => {
  const { catalog, problems } = read(
    "part: 4-2\nedition: 2031\nrequirements: [{ id: CR 9.1, title: T }, { id: QCR 1.1, title: T }]",
  );
  expect(problems).toEqual([]);
  expect(catalog).toMatchObject({
    edition: "2031",
    document: { designation: "IEC 62443-4-2:2031" },
  });
  expect(catalog?.entries.map((it) => it.requirement.id)).toEqual(["CR 9.1", "QCR 1.1"]);
});

test.each<[string, string, string]>([
  [
    "too large",
    `${HEAD}${`  # ${"x".repeat(900)}\n`.repeat(1200)}`,
    "too large for a catalog: more than 1 MiB. Split it into several.",
  ],
  ["too deep", `part: company\nrequirements: ${"[".repeat(50)}`, "nested too deep for a catalog"],
  [
    "too long a line",
    `part: company\nrequirements: [${"1, ".repeat(3000)}]`,
    "This line is too long for a catalog",
  ],
])("a file that is %s is refused from there on", (_, text, message) => {
  expect(
    read(text)
      .problems.map((it) => it.message)
      .join("\n"),
  ).toContain(message);
});

test("more requirements than there is room for are a finding, and so many findings are enough", () => {
  const many = Array.from({ length: 20_001 }, (_, i) => `- {id: A ${i}}`).join("\n");
  const { catalog, problems } = read(`part: company\nrequirements:\n${many}`);
  expect(catalog?.entries).toHaveLength(20_000);
  expect(problems).toHaveLength(200);
  expect(problems[0]?.message).toContain("A catalog has room for 20000 requirements.");
});

test("what stands before broken syntax counts", () => {
  const { catalog, problems } = read(`${HEAD}  - { id: A 1, title: T }\n  - { id: "A 2`);
  expect(problems.map((it) => it.message).join()).toContain("Correct the YAML here.");
  expect(catalog?.entries[0]?.requirement.id).toBe("A 1");
});

import fc from "fast-check";
import { expect, test } from "vitest";
import type { Project } from "../../server/src/core/project.ts";
import { formatReference } from "../../server/src/core/reference.ts";
import { RULES } from "../../server/src/core/rules/all.ts";
import { builtInCatalog } from "../../server/src/workspace/builtInCatalog.ts";
import { readProjectFile } from "../../server/src/workspace/projectFile.ts";
import { marked } from "../support/marked.ts";

const CODES = RULES.map((it) => it.code);

function read(text: string): Project {
  return readProjectFile(text, "file:///w/iec62443.yaml", "file:///w", CODES, builtInCatalog());
}

/** Checks the places of a file's problems, marked `[|…|]`; gives their messages and fixes. */
function problems(source: string): string {
  const { text, ranges } = marked(source);
  const found = read(text).problems;
  expect(found.map((it) => it.range)).toEqual(ranges);
  expect(found.map((it) => it.code)).toEqual(found.map(() => "invalid-project-file"));
  const lines = found.map(({ level, message, fixes }) => [
    level === "error" ? message : `${level}: ${message}`,
    ...fixes.map((it) => it.title),
  ]);
  return lines.map((it) => it.join(" | ")).join("\n");
}

const WHOLE = `product: PLC 300
component: [embedded-device, network-device]
parts: ["4-2"]
target: { FR 1: 3, fr2: 2 }
statements:
  - requirement: CR 2.2
    status: not-applicable
    reason: The device has no radio.
    owner: security@example.com
    reviewed: 2026-10-01
    expires: 2027-10-01
    evidence: [docs/threat-model.md]
  - requirement: [CR 1.1 RE1, cr-1.5]
    status: planned
scan:
  include: ["generated/**"]
  exclude: ["third_party/**"]
  maxFileSize: 2MiB
  languages: { "*.inc": c }
rules: { duplicate-claim: warning, noncanonical-reference: off }
`;

test("reads every key", () => {
  const { statements, places: _, ...project } = read(WHOLE);
  expect(project).toEqual({
    paths: [{ path: "docs/threat-model.md", range: expect.anything() }],
    writtenParts: [{ part: "4-2", range: expect.anything() }],
    root: "file:///w",
    file: "file:///w/iec62443.yaml",
    product: "PLC 300",
    components: ["EDR", "NDR"],
    parts: ["4-2"],
    target: { 1: 3, 2: 2 },
    targetRange: { start: { line: 3, character: 8 }, end: { line: 3, character: 27 } },
    scan: {
      include: ["generated/**"],
      exclude: ["third_party/**"],
      maxFileSize: 2 * 1024 * 1024,
      languages: { "*.inc": "c" },
    },
    rules: { "duplicate-claim": "warning", "noncanonical-reference": "off" },
    problems: [],
  });
  expect(statements.map((it) => formatReference(it.reference))).toEqual([
    "CR 2.2",
    "CR 1.1 RE(1)",
    "CR 1.5",
  ]);
  expect(statements[0]).toMatchObject({
    status: "not-applicable",
    reason: "The device has no radio.",
    owner: "security@example.com",
    reviewed: "2026-10-01",
    expires: "2027-10-01",
    evidence: ["docs/threat-model.md"],
    range: { start: { line: 5, character: 4 } },
  });
});

test.each([
  ["nothing", ""],
  ["only a comment", "# later\n"],
  ["only keys", "product: x\nstatements:\nscan:\nrules:\ntarget:\n"],
  ["a BOM", "\ufeffproduct: x"],
])("a file with %s is fine", (_, text) => {
  const { problems: found, parts, components } = read(text);
  expect(found).toEqual([]);
  expect(parts).toEqual(["4-2"]);
  expect(components).toHaveLength(4);
});

test.each(["\n", "\r\n", "\r"])("line ends %j change nothing", (lineEnd) => {
  const { places: _, ...project } = read(WHOLE.replaceAll("\n", lineEnd));
  expect(read(WHOLE)).toMatchObject(project);
});

test.each([
  ["target: 2", 2],
  ["target: {}", {}],
  ["target: { FR 7: 4 }", { 7: 4 }],
])("%s", (text, target) => {
  expect(read(text)).toMatchObject({ target, problems: [] });
});

test.each<[string, number]>([
  ["1048576", 1024 * 1024],
  ["2MiB", 2 * 1024 * 1024],
  ["512 KiB", 512 * 1024],
  ["500 kB", 500 * 1024],
  ["0.5 MB", 512 * 1024],
])("maxFileSize: %s", (size, bytes) => {
  const { scan, problems: found } = read(`scan: { maxFileSize: ${size} }`);
  expect(found).toEqual([]);
  expect(scan.maxFileSize).toBe(bytes);
});

test("says at its place what is wrong with each key", () => {
  const sources = [
    "[|prodct|]: x",
    "[|colour|]: x",
    "product: [|[x]|]",
    'product: [|"  "|]',
    "component: [[|embedded-devise|], host-device]",
    "component: [|EDR|]",
    "parts: [[|2-3|]]",
    "parts: [[|4-9|]]",
    "target: [|5|]",
    'target: [|"SL-C 2"|]',
    "target: { [|FR 8|]: 1 }",
    "target: { FR 1: [|0|] }",
    "rules: { [|duplicate-claims|]: off }",
    "rules: { duplicate-claim: [|warn|] }",
    'scan: { languages: { "*.inc": [|pythn|] } }',
    "scan: { maxFileSize: [|big|] }",
    "scan: { maxFileSize: [|0|] }",
    "statements: [|{ requirement: CR 1.5 }|]",
    "catalogs: [[|../rules.yaml|]]",
    "catalogs: [|rules.txt|]",
    "catalogs: [a/rules.yaml, [|./a//rules.yaml|]]",
    "catalogs: [|iec62443.yaml|]",
    "parts: [[|4-2:2017|]]",
    "[|- product: x|]",
    "product: x\n[|product|]: y",
    "product: &a x\ncomponent: [|*a|]",
  ];
  expect(sources.map(problems).join("\n")).toMatchInlineSnapshot(`
    "A project file has no key prodct. Do you mean product? | Change to product
    A project file has no key colour. The keys here are product, component, parts, target, statements, catalogs, scan, rules.
    product holds no text. Write some, or take the key out.
    product holds no text. Write some, or take the key out.
    component is "embedded-devise". Write one of software-application, embedded-device, host-device, network-device. | Change to embedded-device
    component is "EDR". Write one of software-application, embedded-device, host-device, network-device. | Change to embedded-device
    warning: This version has no catalog of part 2-3, so the part is not covered. Write one of 2-1, 2-4, 3-2, 3-3, 4-1, 4-2.
    warning: This version has no catalog of part 4-9, so the part is not covered. Write one of 2-1, 2-4, 3-2, 3-3, 4-1, 4-2.
    target is 5. Write a security level from 1 to 4.
    target is "SL-C 2". Write a security level from 1 to 4. | Change to 2
    target has no key FR 8. Write FR 1 to FR 7.
    target of FR 1 is 0. Write a security level from 1 to 4.
    rules has no key duplicate-claims. Do you mean duplicate-claim? | Change to duplicate-claim
    rules: duplicate-claim is "warn". Write one of error, warning, info, hint, off. | Change to warning
    scan.languages gives "pythn" to *.inc. Write the id of a language, such as c or python. | Change to python
    scan.maxFileSize is "big". Write a size such as 512KiB or 2MiB, or a number of bytes.
    scan.maxFileSize is 0. Write a size such as 512KiB or 2MiB, or a number of bytes.
    statements is a map. Write a list of statements, each with requirement and status.
    catalogs: ../rules.yaml leaves the folder. Write a path below it.
    catalogs: rules.txt is no catalog file. Write the path of one that ends with .yaml or .json.
    catalogs: ./a//rules.yaml is named twice. Take one of them out.
    catalogs: iec62443.yaml is a project file. Write the path of a catalog file.
    warning: This version has no edition 2017 of part 4-2, so it is not covered. Write 4-2 alone, or with one of 2019 behind the colon.
    A project file cannot be a list. Write a map with the keys product, component, parts, target, statements, catalogs, scan, rules.
    The key product is written twice. Take one of them out.
    An alias is not used in a project file. Write the value out."
  `);
});

test("says at its place what is wrong with a statement", () => {
  const sources = [
    "- [|requirement: CR 1.5|]",
    "- [|status: planned|]",
    "- { requirement: CR 1.5, status: [|done|] }",
    "- { requirement: CR 1.5, status: [|not-aplicable|] }",
    "- { requirement: CR 1.5, status: [|compensating|] }",
    "- { requirement: CR 1.5, status: planned, expires: [|2027-02-30|] }",
    "- { requirement: CR 1.5, status: planned, reviewed: [|1.10.2026|] }",
    "- { requirement: [|CR 9.9|], status: planned }",
    "- { requirement: [|CR 1.1 RE(9)|], status: planned }",
    "- { requirement: [|CR 3.11|], status: planned }",
    "- requirement: [|CR 1.3–1.5|]\n    status: planned",
    "- { requirement: [|login|], status: planned }",
    '- { requirement: [|"CR 1.5: text"|], status: planned }',
    "- { requirement: [|2-1:2009 4.2.3.1|], status: planned }",
    "- { requirement: [|ZCR 3|], status: planned }",
    "- { requirement: CR 1.5, status: planned, [|until|]: 2027-01-01 }",
  ];
  const messages = sources.map((it) => problems(`statements:\n  ${it}`));
  expect(messages.join("\n")).toMatchInlineSnapshot(`
    "This statement has no status. Add the key status. | Add the key status
    This statement has no requirement. Add the key requirement. | Add the key requirement
    status is "done". Write one of not-applicable, compensating, planned, implemented, verified.
    status is "not-aplicable". Write one of not-applicable, compensating, planned, implemented, verified. | Change to not-applicable
    compensating needs a reason, so this statement does not count. Write one behind the key reason. | Add a place for the reason
    expires is "2027-02-30". Write a day as in 2027-10-01.
    reviewed is "1.10.2026". Write a day as in 2027-10-01.
    IEC 62443-4-2 has no requirement CR 9.9. Do you mean CR 3.9, CR 2.9 or CR 1.9? | Change to CR 3.9 | Change to CR 2.9 | Change to CR 1.9
    CR 1.1 has no requirement enhancement 9. Do you mean CR 1.1, CR 1.1 RE(2) or CR 1.1 RE(1)? | Change to CR 1.1 | Change to CR 1.1 RE(2) | Change to CR 1.1 RE(1)
    warning: CR 3.11 is a heading without a requirement. Write EDR 3.11, HDR 3.11 or NDR 3.11, by the type of the component. | Change to EDR 3.11 | Change to HDR 3.11 | Change to NDR 3.11
    requirement: "CR 1.3–1.5" is a range. Name each requirement, with commas between them. | Change to CR 1.3, CR 1.4, CR 1.5
    requirement: "login" is no id of a requirement. Write one such as CR 1.5.
    requirement: "text" is more than the id of a requirement. Leave it out.
    warning: 2-1:2009 4.2.3.1 is not among those of IEC 62443-2-1 that are known here, and they are not all: it is understood, but not counted. Look it up in your copy of the standard.
    warning: ZCR 3 is a heading without a requirement. Write the requirement under it that is meant, from ZCR 3.1 to ZCR 3.6. | Change to ZCR 3.1 | Change to ZCR 3.2 | Change to ZCR 3.3 | Change to ZCR 3.4 | Change to ZCR 3.5 | Change to ZCR 3.6
    A statement has no key until. The keys here are requirement, status, reason, owner, reviewed, expires, evidence."
  `);
});

test.each([
  ["exclude", "scan: { exclude: [[|../other/**|]] }"],
  ["include", "scan: { include: [[|/etc/**|]] }"],
  ["a negated glob", 'scan: { exclude: [[|"!../x"|]] }'],
  ["braces", 'scan: { exclude: [[|"{a,../b}/**"|]] }'],
  ["languages", 'scan: { languages: { [|"../*.inc"|]: c } }'],
  [
    "evidence",
    "statements:\n  - requirement: CR 1.5\n    status: planned\n    evidence: [|~/x.md|]",
  ],
  ["backslashes", "scan: { exclude: [[|a\\..\\..\\b|]] }"],
  ["a disk", "scan: { exclude: [[|'C:\\x'|]] }"],
  ["an address", "scan: { exclude: [[|file:///etc|]] }"],
])("no path leaves the folder: %s", (_, source) => {
  expect(problems(source)).toMatch(/leaves the folder\. Write a path below it\.$/);
});

test("a path of catalogs does not leave the folder either", () => {
  const messages = read("catalogs: [../x.yaml]").problems.map((it) => it.message);
  expect(messages.join()).toContain("catalogs: ../x.yaml leaves the folder.");
});

test("a fix that needs quotation marks has them", () => {
  const [problem] = read("statements: [{ requirement: CR 1.3–1.4, status: planned }]").problems;
  expect(problem?.fixes[0]?.edits[0]?.newText).toBe('"CR 1.3, CR 1.4"');
});

test("what is right counts beside what is wrong", () => {
  const project = read(`product: PLC
target: many
componnt: embedded-device
statements:
  - requirement: CR 1.5
    status: done
  - requirement: CR 1.7
    status: planned
scan: { exclude: ["../x", "y/**"] }
`);
  expect(project.problems).toHaveLength(4);
  expect(project.product).toBe("PLC");
  expect(project.target).toBeUndefined();
  expect(project.statements.map((it) => it.reference.id)).toEqual(["CR 1.7"]);
  expect(project.scan.exclude).toEqual(["y/**"]);
});

test.each([
  ["an open bracket", "product: [x"],
  ["a bad indentation", "scan:\n    include: []\n  exclude: []"],
  ["two documents", "product: x\n---\nproduct: y"],
  ["a tab", "scan:\n\tinclude: []"],
  ["a tag", "product: !!js/function 'x'"],
])("the syntax is a finding: %s", (_, text) => {
  const found = read(text).problems;
  expect(found.length).toBeGreaterThan(0);
  expect(found.every((it) => it.level === "error" && /\.$/.test(it.message))).toBe(true);
  expect(found.map((it) => it.message).join()).not.toMatch(/parseAll|Unresolved/);
});

test.each([
  ["dashes", "- ".repeat(30_000)],
  ["question marks", "? ".repeat(30_000)],
  ["brackets", "[".repeat(30_000)],
  ["maps", "{a: ".repeat(20_000)],
  ["indentation", Array.from({ length: 400 }, (_, i) => `${" ".repeat(i)}a:`).join("\n")],
  ["dashes by lines", Array.from({ length: 60 }, (_, i) => `${"  ".repeat(i)}-`).join("\n")],
])("a deep nesting of %s is refused before it is parsed", (_, text) => {
  expect(read(text).problems.map((it) => it.message)).toEqual([
    expect.stringMatching(/nested too deep|too long for a project file/),
  ]);
});

test.each([
  ["colons", `a: [${"x: ".repeat(500)}]`],
  ["quotation marks", '"'.repeat(1500)],
  ["anchors", `a: ${"&a ".repeat(900)}`],
  ["a bomb", "a: &a [x, x]\nb: &b [*a, *a]\nc: &c [*b, *b]\nd: [*c, *c]"],
  ["many keys", Array.from({ length: 9000 }, (_, i) => `k${i}: 1`).join("\n")],
])("hostile %s are findings", (_, text) => {
  const found = read(text).problems;
  expect(found.length).toBeGreaterThan(0);
});

const ITEM = "  - requirement: CR 1.5\n    status: planned\n    evidence:\n      - a.md\n";

test("of a file that is too large, what stands before the cut counts", () => {
  const {
    statements,
    target,
    problems: found,
  } = read(`target: 3\nstatements:\n${ITEM.repeat(100_000)}`);
  expect(target).toBe(3);
  expect(statements.length).toBeGreaterThan(7000);
  expect(statements.at(-1)?.evidence).toEqual(["a.md"]);
  const line = 2 + statements.length * 4;
  expect(found).toMatchObject([
    {
      range: { start: { line, character: 0 } },
      message: `This file is too large for a project file: more than 512 KiB. Shorten it. Nothing is read from line ${line + 1} on.`,
    },
  ]);
});

test("of a file with what cannot be parsed, what stands before it counts", () => {
  const deep = `- requirement: ${"[".repeat(50)}`;
  const {
    product,
    statements,
    problems: found,
  } = read(`product: x\nstatements:\n${ITEM}  ${deep}\ntarget: 2\n`);
  expect(product).toBe("x");
  expect(statements).toHaveLength(1);
  expect(found.map((it) => it.message)).toEqual([
    "This is nested too deep for a project file. Flatten it. Nothing is read from line 7 on.",
  ]);
  expect(found[0]?.range.start.line).toBe(6);
});

test("a file that is too large and has no items is not read", () => {
  const found = read(`# ${"x".repeat(600_000)}`).problems;
  expect(found.map((it) => it.message)).toEqual([
    "This file is too large for a project file: more than 512 KiB. Shorten it.",
  ]);
});

test("brackets in comments and texts are no nesting", () => {
  const text = `# ${"[".repeat(100)}\nproduct: "${"{".repeat(50)}"\n`;
  expect(read(text)).toMatchObject({ product: "{".repeat(50), problems: [] });
});

test("any text is read without a failure, and every problem has a place in it", () => {
  const word = fc.constantFrom(
    ...[
      "product",
      "target",
      "statements",
      "requirement",
      "CR 1.5",
      "scan",
      "- ",
      ": ",
      "\n",
      "\n  ",
    ],
    ...[
      "[",
      "]",
      "{",
      "}",
      ",",
      '"',
      "'",
      "&a",
      "*a",
      "!!x",
      "|",
      ">",
      "#",
      "2",
      "null",
      "~",
      "\t",
      "\r",
    ],
  );
  const text = fc.oneof(
    fc.array(word, { maxLength: 30 }).map((it) => it.join("")),
    fc.string({ maxLength: 60, unit: "binary" }),
  );
  fc.assert(
    fc.property(text, (source) => {
      const lines = source.split(/\r\n|\r|\n/);
      for (const { range, message } of read(source).problems) {
        expect(message).toMatch(/[.?]$/);
        expect(range.start.line).toBeLessThan(lines.length);
        expect(range.start.character).toBeLessThanOrEqual(lines[range.start.line]?.length ?? 0);
      }
    }),
    { numRuns: 400 },
  );
});

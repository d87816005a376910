import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Project } from "../../../server/src/core/project.ts";
import {
  languageEdit,
  type NewStatement,
  statementEdit,
  targetEdit,
} from "../../../server/src/core/projectFile/edits.ts";
import type { Edit } from "../../../server/src/core/rules/rule.ts";
import { applied } from "../../support/applied.ts";
import { projectFileOf } from "../../support/projectFileOf.ts";

const PLANNED: NewStatement = { reference: { part: "4-2", id: "CR 2.2" }, status: "planned" };

type Change = (project: Project) => readonly Edit[] | undefined;

const addStatement: Change = (it) => statementEdit(it, PLANNED);
const setTarget: Change = (it) => targetEdit(it, 3);
const mapLanguage: Change = (it) => languageEdit(it, "*.inc", "c");

/** The text after a change; nothing where there is none. */
function changed(text: string, change: Change, name?: string): string | undefined {
  const edits = change(projectFileOf(text, name));
  return edits && applied(text, edits);
}

describe("a statement is added", () => {
  test.each([
    ["to an empty file", "", "statements:\n  - requirement: CR 2.2\n    status: planned\n"],
    [
      "to a file of comments",
      "# mine\n\n",
      "# mine\n\nstatements:\n  - requirement: CR 2.2\n    status: planned\n\n",
    ],
    [
      "to a file with a mark of UTF-8",
      "\ufeffproduct: x\n",
      "\ufeffproduct: x\n\nstatements:\n  - requirement: CR 2.2\n    status: planned\n",
    ],
    [
      "where the key is missing",
      "product: x # mine\n",
      "product: x # mine\n\nstatements:\n  - requirement: CR 2.2\n    status: planned\n",
    ],
    [
      "where the last line has no end",
      "product: x",
      "product: x\n\nstatements:\n  - requirement: CR 2.2\n    status: planned",
    ],
    [
      "before the end of the document",
      "product: x\n...\n",
      "product: x\n\nstatements:\n  - requirement: CR 2.2\n    status: planned\n...\n",
    ],
    [
      "behind a key without a value",
      "statements: # none\ntarget: 2\n",
      "statements: # none\n  - requirement: CR 2.2\n    status: planned\ntarget: 2\n",
    ],
    [
      "in the place of null",
      "statements: ~ # none\ntarget: 2\n",
      "statements: # none\n  - requirement: CR 2.2\n    status: planned\ntarget: 2\n",
    ],
    [
      "in the place of an empty list",
      "statements: []\ntarget: 2\n",
      "statements:\n  - requirement: CR 2.2\n    status: planned\ntarget: 2\n",
    ],
    [
      "in the place of an empty map",
      "statements: {}",
      "statements:\n  - requirement: CR 2.2\n    status: planned",
    ],
    [
      "behind the last, with what belongs to it",
      "statements:\n- requirement: CR 1.5\n  status: planned # soon\n  # when?\n\n# levels\nrules: {}\n",
      "statements:\n- requirement: CR 1.5\n  status: planned # soon\n  # when?\n- requirement: CR 2.2\n  status: planned\n\n# levels\nrules: {}\n",
    ],
    [
      "behind one that is set in",
      "statements:\n    - requirement: CR 1.5\n      status: planned",
      "statements:\n    - requirement: CR 1.5\n      status: planned\n    - requirement: CR 2.2\n      status: planned",
    ],
    [
      "behind a text of several lines",
      "statements:\n  - requirement: CR 1.5\n    status: planned\n    reason: |\n      # one\n      two\n\ntarget: 2\n",
      "statements:\n  - requirement: CR 1.5\n    status: planned\n    reason: |\n      # one\n      two\n  - requirement: CR 2.2\n    status: planned\n\ntarget: 2\n",
    ],
    [
      "behind a key that is written twice",
      "statements:\n  - requirement: CR 1.5\n    status: planned\n    status: planned\n",
      "statements:\n  - requirement: CR 1.5\n    status: planned\n    status: planned\n  - requirement: CR 2.2\n    status: planned\n",
    ],
    [
      "between brackets",
      "statements: [{ requirement: CR 1.5, status: planned }] # all",
      "statements: [{ requirement: CR 1.5, status: planned }, { requirement: CR 2.2, status: planned }] # all",
    ],
    [
      "between brackets over lines",
      "statements: [\n  { requirement: CR 1.5, status: planned } # soon\n  ]\n",
      "statements: [\n  { requirement: CR 1.5, status: planned }, # soon\n  { requirement: CR 2.2, status: planned }\n  ]\n",
    ],
    [
      "behind a comma",
      "statements: [\n  { requirement: CR 1.5, status: planned }, # soon\n  ]\n",
      "statements: [\n  { requirement: CR 1.5, status: planned }, # soon\n  { requirement: CR 2.2, status: planned }\n  ]\n",
    ],
    [
      "to a map between braces",
      "{ product: x, target: 2 }\n",
      "{ product: x, target: 2, statements: [{ requirement: CR 2.2, status: planned }] }\n",
    ],
    ["to empty braces", "{}", "{ statements: [{ requirement: CR 2.2, status: planned }] }"],
    [
      "with the file's line ends",
      "product: x\r\ntarget: 2\r\n",
      "product: x\r\ntarget: 2\r\n\r\nstatements:\r\n  - requirement: CR 2.2\r\n    status: planned\r\n",
    ],
  ])("%s", (_, before, after) => {
    expect(changed(before, addStatement)).toBe(after);
    expect(projectFileOf(after).statements.map((it) => it.reference.id)).toContain("CR 2.2");
  });

  test.each([
    [
      "an empty file",
      "",
      '{\n  "statements": [\n    {\n      "requirement": "CR 2.2",\n      "status": "planned"\n    }\n  ]\n}\n',
    ],
    [
      "one line",
      '{"product": "x"}',
      '{"product": "x", "statements": [{ "requirement": "CR 2.2", "status": "planned" }]}',
    ],
    [
      "one key a line",
      '{\n\t"product": "x"\n}\n',
      '{\n\t"product": "x",\n\t"statements": [{ "requirement": "CR 2.2", "status": "planned" }]\n}\n',
    ],
    [
      "an empty list",
      '{\n  "statements": [\n  ]\n}\n',
      '{\n  "statements": [{ "requirement": "CR 2.2", "status": "planned" }]\n}\n',
    ],
    [
      "one key of a statement a line",
      '{\n    "statements": [\n        {\n            "requirement": "CR 1.5",\n            "status": "planned"\n        }\n    ]\n}\n',
      '{\n    "statements": [\n        {\n            "requirement": "CR 1.5",\n            "status": "planned"\n        },\n        {\n            "requirement": "CR 2.2",\n            "status": "planned"\n        }\n    ]\n}\n',
    ],
  ])("to JSON: %s", (_, before, after) => {
    expect(changed(before, addStatement, "iec62443.json")).toBe(after);
    expect(() => JSON.parse(after)).not.toThrow();
  });

  test.each([
    ["a text in the place of the list", "statements: none"],
    ["a list in the place of the keys", "- product: x"],
    ["broken YAML", "product: [x"],
    ["a null in the place of the keys", "~"],
  ])("not where there is %s", (_, text) => {
    expect(changed(text, addStatement)).toBeUndefined();
  });

  test("with all that is said", () => {
    const text = changed("", (it) =>
      statementEdit(it, {
        reference: { part: "4-2", id: "CR 1.1", enhancement: 1 },
        status: "not-applicable",
        reason: "No users: #1",
        owner: "a@example.com",
        reviewed: "2026-11-24",
        expires: "2027-11-24",
      }),
    );
    expect(text).toBe(`statements:
  - requirement: CR 1.1 RE(1)
    status: not-applicable
    reason: "No users: #1"
    owner: a@example.com
    reviewed: 2026-11-24
    expires: 2027-11-24
`);
  });
});

describe("the target is set", () => {
  test.each([
    ["where it is missing", "product: x\n", "product: x\n\ntarget: 3\n"],
    ["in the place of another", "target: 2 # for now\n", "target: 3 # for now\n"],
    ["in the place of a vector", "target: { FR 1: 2 }\n", "target: 3\n"],
    [
      "in the place of a vector on lines",
      "target:\n  FR 1: 2\nrules: {}\n",
      "target: 3\nrules: {}\n",
    ],
    ["behind an empty key", "target:\nrules: {}\n", "target: 3\nrules: {}\n"],
    ["in the place of what is none", "target: high\n", "target: 3\n"],
    ["between braces", "{ target: 1 }", "{ target: 3 }"],
    ["in an empty file", "", "target: 3\n"],
  ])("%s", (_, before, after) => {
    expect(changed(before, setTarget)).toBe(after);
    expect(projectFileOf(after)).toMatchObject({ target: 3, problems: [] });
  });

  test("in JSON", () => {
    expect(changed('{"target":2}', setTarget, "iec62443.json")).toBe('{"target": 3}');
  });
});

describe("a language is given to files", () => {
  test.each([
    ["where scan is missing", "product: x", 'product: x\n\nscan:\n  languages:\n    "*.inc": c'],
    ["where scan is empty", "scan:\n", 'scan:\n  languages:\n    "*.inc": c\n'],
    [
      "where languages is missing",
      "scan:\n  exclude: [a]\ntarget: 2\n",
      'scan:\n  exclude: [a]\n  languages:\n    "*.inc": c\ntarget: 2\n',
    ],
    [
      "in a scan between braces",
      "scan: { exclude: [a] }",
      'scan: { exclude: [a], languages: { "*.inc": c } }',
    ],
    ["where languages is empty", "scan: { languages: }", 'scan: { languages: { "*.inc": c } }'],
    [
      "beside others",
      "scan:\n  languages: { '*.x': c }\n",
      "scan:\n  languages: { '*.x': c, \"*.inc\": c }\n",
    ],
    [
      "below others",
      "scan:\n  languages:\n    '*.x': c\n  exclude: a\n",
      "scan:\n  languages:\n    '*.x': c\n    \"*.inc\": c\n  exclude: a\n",
    ],
  ])("%s", (_, before, after) => {
    expect(changed(before, mapLanguage)).toBe(after);
    expect(projectFileOf(after)).toMatchObject({ problems: [] });
    expect(projectFileOf(after).scan.languages["*.inc"]).toBe("c");
  });

  test("not when they have one", () => {
    expect(changed("scan: { languages: { '*.inc': cpp } }", mapLanguage)).toBeUndefined();
  });
});

/** What a project says, without the places at which it says so. */
function said(project: Project): unknown {
  const { statements, places: _, problems, ...rest } = project;
  return {
    ...rest,
    problems: problems.map((it) => it.message),
    statements: statements.map(
      ({ range: _, requirementRange: __, expiresRange: ___, ...it }) => it,
    ),
  };
}

const HEADS = [
  "",
  "# mine\n",
  "product: x\n",
  "target: 2 # now\n\n",
  "rules:\n  duplicate-claim: off\n",
];
const LISTS = [
  "",
  "statements:\n",
  "statements: # none\n",
  "statements: []\n",
  "statements: null\n",
  "statements:\n- requirement: CR 1.5\n  status: planned\n",
  "statements:\n  # all\n  - requirement: CR 1.5\n    status: planned\n    # more\n  # end\n",
  "statements:\n  -  status: planned\n     requirement: [CR 1.5, CR 1.7]\n\n",
  "statements:\n  - requirement: CR 1.5\n    status: planned\n    reason: >-\n      a\n\n      b\n",
  "statements:\n  - requirement: CR 1.5\n    status: planned\n    reason: a\n      b\n",
  "statements:\n  - requirement: CR 1.5\n    status: planned\n    evidence:\n    - a.md\n    - b.md\n",
  "statements:\n  - { requirement: CR 1.5, status: planned }\n",
  "statements: [{ requirement: CR 1.5, status: planned }]\n",
  "statements: [\n  { requirement: CR 1.5, status: planned }, # a, b\n]\n",
  "statements:\n  [ ]\n",
  "statements: [ # none, yet\n]\n",
];
const TAILS = [
  "",
  "# end\n",
  "scan: { exclude: [a] }\n",
  "\n\n",
  "scan:\n  exclude:\n    - a\n  # b\n",
];

const reasons = fc.oneof(
  fc.string({ unit: "binary", maxLength: 20 }),
  fc.string({ unit: "grapheme", maxLength: 20 }),
  fc
    .array(
      fc.constantFrom(
        "a",
        " ",
        ":",
        "#",
        "-",
        '"',
        "'",
        "\n",
        "\r",
        "\t",
        "[",
        "}",
        ",",
        "&",
        "*",
        "!",
        "|",
        "%",
        "@",
        "`",
        "0",
        "1",
        ".",
        "null",
        "\u2028",
        "\u0085",
        "\ufeff",
        "\ud800",
      ),
      { maxLength: 8 },
    )
    .map((it) => it.join("")),
);

test("an alias is written out by a person first, not written over", () => {
  expect(changed("x: &list [1]\nstatements: *list\n", addStatement)).toBeUndefined();
});

test("a statement more is a statement more, whatever the file looks like and the reason is", () => {
  const text = fc
    .tuple(
      fc.constantFrom(...HEADS),
      fc.constantFrom(...LISTS),
      fc.constantFrom(...TAILS),
      fc.constantFrom("\n", "\r\n"),
      fc.boolean(),
    )
    .map(([head, list, tail, lineEnd, isCut]) => {
      const whole = head + list + tail;
      return (isCut ? whole.trimEnd() : whole).replaceAll("\n", lineEnd);
    });
  fc.assert(
    fc.property(text, reasons, (before, written) => {
      const reason = `x${written}x`;
      const project = projectFileOf(before);
      const edits = statementEdit(project, { ...PLANNED, reason });
      expect(edits).toBeDefined();
      const after = projectFileOf(applied(before, edits ?? []));
      const more = { ...PLANNED, reason, evidence: [] };
      const expected = said(project) as { statements: unknown[] };
      expect(said(after)).toEqual({ ...expected, statements: [...expected.statements, more] });
    }),
    { numRuns: 600 },
  );
});

test("a statement more in JSON keeps it JSON", () => {
  fc.assert(
    fc.property(
      fc.json({ maxDepth: 0 }),
      fc.constantFrom(undefined, 2, "\t"),
      fc.integer({ min: 0, max: 2 }),
      reasons,
      (product, space, count, reason) => {
        const statements = Array.from({ length: count }, () => ({
          requirement: "CR 1.5",
          status: "planned",
        }));
        const before = JSON.stringify({ product: String(product), statements }, null, space);
        const edits = statementEdit(projectFileOf(before, "iec62443.json"), { ...PLANNED, reason });
        expect(JSON.parse(applied(before, edits ?? []))).toEqual({
          product: String(product),
          statements: [...statements, { requirement: "CR 2.2", status: "planned", reason }],
        });
      },
    ),
  );
});

import { describe, expect, test } from "vitest";
import { readBaseline } from "../../../server/src/core/baseline/read.ts";
import { baselineOf } from "../../../server/src/core/baseline.ts";
import { faults } from "../../catalog/schemas.ts";
import { baselineText, productOf, projectOfRoot, reread } from "./baselineSupport.ts";

const product = productOf(
  {
    "src/b.c": "// @iec62443 CR 1.5(b), CR 1.1\nint b;\n// @iec62443 CR 1.5(b)\nint a;",
    "src/a.c": "// @iec62443 verifies CR 1.5\n",
    "src/c.c": '// @iec62443 CR 3.2, CR 9.9, SM-1\nputs("@iec62443 \\u001b");',
  },
  { target: 1 },
);

describe("the text of a baseline", () => {
  test("has an entry a line, in an order that does not depend on where lines stand", () => {
    expect(baselineText(product)).toMatchInlineSnapshot(`
      "{
        "schemaVersion": 1,
        "items": [
          { "part": "4-2", "reference": "CCSC 1", "state": "missing" },
          { "part": "4-2", "reference": "CR 1.1", "state": "implemented" },
          { "part": "4-2", "reference": "CR 1.5", "state": "partial" },
          { "part": "4-2", "reference": "EDR 3.2", "state": "implemented" }
        ],
        "claims": [
          { "part": "4-2", "reference": "CR 1.1", "relation": "implements", "path": "src/b.c", "subject": "int b;" },
          { "part": "4-2", "reference": "CR 1.5", "relation": "verifies", "path": "src/a.c" },
          { "part": "4-2", "reference": "CR 1.5(b)", "relation": "implements", "path": "src/b.c", "subject": "int a;" },
          { "part": "4-2", "reference": "CR 1.5(b)", "relation": "implements", "path": "src/b.c", "subject": "int b;" },
          { "part": "4-2", "reference": "EDR 3.2", "relation": "implements", "path": "src/c.c", "subject": "puts(\\"@iec62443 \\\\u001b\\");" }
        ],
        "findings": [
          { "code": "placeholder-requirement", "path": "src/c.c", "about": "CR 3.2" },
          { "code": "unknown-requirement", "path": "src/c.c", "about": "CR 9.9" }
        ]
      }
      "
    `);
  });

  test("is the same where code above the claims has grown", () => {
    const grown = productOf(
      {
        "src/c.c": '\n\n// @iec62443 CR 3.2, CR 9.9, SM-1\nputs("@iec62443 \\u001b");',
        "src/b.c": "// @iec62443 CR 1.5(b)\nint a;\nint x;\n// @iec62443 CR 1.5(b), CR 1.1\nint b;",
        "src/a.c": "// @iec62443 verifies CR 1.5\n",
      },
      { target: 1 },
    );
    expect(baselineText(grown)).toBe(baselineText(product));
  });

  test("holds the claims of every level, whatever the target", () => {
    const beyond = productOf({ "a.c": "// @iec62443 CR 1.1 RE(1)" }, { target: 1 });
    expect(reread(baselineText(beyond)).claims).toHaveLength(1);
  });

  test("comes back as it was", () => {
    expect(reread(baselineText(product))).toEqual(baselineOf(product, projectOfRoot(product)));
    const nothing = productOf({}, { parts: [] });
    expect(reread(baselineText(nothing))).toEqual({ items: [], claims: [], findings: [] });
  });

  test("fits its schema", () => {
    expect(faults("baseline", JSON.parse(baselineText(product)))).toEqual([]);
    const other = { ...JSON.parse(baselineText(product)), schemaVersion: 2 };
    expect(faults("baseline", other)).not.toEqual([]);
  });
});

describe("a baseline that cannot be used", () => {
  const ITEM = '{ "part": "4-2", "reference": "CR 1.1", "state": "missing" }';
  const text = (items: string, claims: string) =>
    `{ "schemaVersion": 1, "items": ${items}, "claims": ${claims} }`;
  const NEXT = "Write iec62443.baseline.json anew, or take it away.";
  const JSON_OBJECT = "is no JSON object";
  const VERSION = "is not of schemaVersion 1, the only one that is understood here";

  test.each([
    ["nothing", "", JSON_OBJECT],
    ["no JSON", "schemaVersion: 1", JSON_OBJECT],
    ["JSON that ends early", text("[", ""), JSON_OBJECT],
    ["a list", "[]", JSON_OBJECT],
    ["null", "null", JSON_OBJECT],
    ["nested without end", "[".repeat(1_000_000), JSON_OBJECT],
    ["another version", text("[]", "[]").replace("1", "2"), VERSION],
    ["a version in words", text("[]", "[]").replace("1", '"1"'), VERSION],
    ["no version", '{ "items": [], "claims": [] }', VERSION],
    ["a prototype", '{ "__proto__": { "schemaVersion": 1, "items": [], "claims": [] } }', VERSION],
    ["no items", '{ "schemaVersion": 1, "claims": [] }', "has no list of items"],
    ["items that are none", text('"CR 1.1"', "[]"), "has no list of items"],
    ["claims that are none", text("[]", "{}"), "has no list of claims"],
    ["an item that is none", text(`[${ITEM}, null]`, "[]"), "has no readable entry 2 in its items"],
    [
      "a state that is none",
      text(`[${ITEM.replace("missing", "toString")}]`, "[]"),
      "has no readable entry 1 in its items",
    ],
    [
      "a claim that is none",
      text(`[${ITEM}]`, '[{ "part": "4-2", "reference": "CR 1.1", "relation": "implements" }]'),
      "has no readable entry 1 in its claims",
    ],
    [
      "a relation that is none",
      text("[]", '[{ "part": "4-2", "reference": "CR 1.1", "relation": "is", "path": "a" }]'),
      "has no readable entry 1 in its claims",
    ],
    [
      "a finding of no file",
      '{ "schemaVersion": 1, "items": [], "claims": [], "findings": [{ "code": "a" }] }',
      "has no readable entry 1 in its findings",
    ],
    [
      "both sides of a merge",
      `{\n<<<<<<< ours\n${text("[]", "[]")}\n=======\n>>>>>>> theirs\n`,
      "holds the marks of a merge conflict",
    ],
    [
      "code that is no text",
      text(
        "[]",
        '[{ "part": "4-2", "reference": "A", "relation": "planned", "path": "a", "subject": 1 }]',
      ),
      "has no readable entry 1 in its claims",
    ],
  ])("says so where it holds %s", (_, source, why) => {
    const problem = `The baseline ${why}, so nothing is compared with it. ${NEXT}`;
    expect(readBaseline(source)).toEqual({ problem });
  });

  test.each([
    ["a byte order mark", `\ufeff${text("[]", "[]")}`],
    ["a key of a later version", '{ "schemaVersion": 1, "items": [], "claims": [], "later": [] }'],
  ])("is none for %s", (_, source) => {
    expect(readBaseline(source)).toEqual({ items: [], claims: [] });
  });
});

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { projectCursor } from "../../../server/src/core/projectFile/cursor.ts";
import { TextLines } from "../../../server/src/core/text.ts";

/** What is found at the cursor `‸`, in words: `key of statements [] | stat | requirement status`. */
function found(source: string): string {
  const offset = source.indexOf("‸");
  const text = source.replace("‸", "");
  const cursor = new TextLines(text).positionAt(offset);
  const at = projectCursor(text, cursor);
  if (at === undefined) return "nothing";
  const { path, expected, replace, others, needsDash, hasColon, isOwnLine, isFlow } = at;
  const lines = new TextLines(text);
  const word = text.slice(lines.offsetAt(replace.start), lines.offsetAt(replace.end));
  const marks = [
    ...(needsDash ? ["new item"] : []),
    ...(hasColon ? ["colon"] : []),
    ...(isOwnLine && !isFlow ? ["own line"] : []),
    ...(isFlow ? ["flow"] : []),
  ];
  return [`${expected} of ${path.join(" ")}`.trim(), word, others.join(" "), marks.join(", ")].join(
    " | ",
  );
}

describe("in lines", () => {
  test.each([
    ["‸", "value of |  |  | own line"],
    ["prod‸", "value of | prod |  | own line"],
    ["product: x\n‸", "key of |  | product | "],
    ["product: x\nta‸\nparts: []", "key of | ta | product parts | "],
    ["tar‸get: 2\nproduct: x", "key of | target | product | colon"],
    ["target:‸", "value of target |  |  | "],
    ["target: ‸ # level", "value of target |  |  | "],
    ["target: ‸2", "value of target | 2 |  | "],
    ["component: embedded-‸device # x", "value of component | embedded-device |  | "],
    ['component: "host‸"', 'value of component | "host" |  | '],
    ["component: 'host‸\ntarget: 2", "value of component | 'host |  | "],
    ["scan:\n  ‸", "value of scan |  |  | own line"],
    ["scan:\n  inc‸", "value of scan | inc |  | own line"],
    ["scan:\n  inc‸\n  exclude: []", "key of scan | inc | exclude | "],
    ["scan:\n  ‸\n  exclude: []", "key of scan |  | exclude | "],
    ["scan:\n  exclude: []\n  ‸\ntarget: 2", "key of scan |  | exclude | "],
    ["scan:\n  languages:\n    '*.inc': ‸", "value of scan languages *.inc |  |  | "],
    ["statements:\n  ‸", "value of statements |  |  | own line"],
    ["statements:\n  -‸", "value of statements [] |  |  | own line"],
    ["statements:\n  - ‸", "value of statements [] |  |  | own line"],
    ["statements:\n  - ‸\n  - requirement: CR 1.1", "value of statements [] |  |  | own line"],
    ["statements:\n  - req‸", "value of statements [] | req |  | own line"],
    ["statements:\n  - req‸\n    status: planned", "key of statements [] | req | status | "],
    ["statements:\n  - requirement: CR‸ 1.1", "value of statements [] requirement | CR 1.1 |  | "],
    [
      "statements:\n  - requirement: CR ‸\n    status: x",
      "value of statements [] requirement | CR  |  | ",
    ],
    [
      "statements:\n  - requirement: CR 1.1\n    st‸\n    reason: x\n  - status: x",
      "key of statements [] | st | requirement reason | ",
    ],
    ["statements:\n  - requirement: CR 1.1\n    ‸", "key of statements [] |  | requirement | "],
    [
      "statements:\n  - requirement: CR 1.1\n  ‸",
      "value of statements [] |  |  | new item, own line",
    ],
    [
      "statements:\n  ‸\n  - requirement: CR 1.1",
      "value of statements [] |  |  | new item, own line",
    ],
    ["statements:\n  - requirement: CR 1.1\n‸", "key of |  | statements | "],
    ["statements:\n- requirement: CR 1.1\n  ‸", "key of statements [] |  | requirement | "],
    ["statements:\n- requirement: CR 1.1\n‸\n", "key of |  | statements | "],
    ["statements:\n- requirement: CR 1.1\nsc‸\n", "key of | sc | statements | "],
    [
      "statements:\n  - requirement:\n      - CR 1.1\n      - CR‸",
      "value of statements [] requirement [] | CR | CR 1.1 | own line",
    ],
    ["component:\n- host-device\n- ‸", "value of component [] |  | host-device | own line"],
    ["target:\n  FR 1: 2\n  F‸", "key of target | F | FR 1 | "],
    ["target:\n  FR 1: ‸", "value of target FR 1 |  |  | "],
    ["\ufeffproduct: x\n‸", "key of |  | product | "],
    ["---\nproduct: x\n‸\n...", "key of |  | product | "],
    [
      "statements:\r\n  - requirement: CR 1.1\r\n    status: ‸\r\n",
      "value of statements [] status |  |  | ",
    ],
  ])("%j", (source, expected) => {
    expect(found(source)).toBe(expected);
  });
});

describe("between brackets", () => {
  test.each([
    ["{‸", "key of |  |  | flow"],
    ["{ ‸ }", "key of |  |  | flow"],
    ["component: [‸", "value of component [] |  |  | flow"],
    ["component: [‸]", "value of component [] |  |  | flow"],
    ["component: [a, ‸]\ntarget: 2", "value of component [] |  | a | flow"],
    ["component: [a, b‸, c]", "value of component [] | b | a c | flow"],
    ["component: [a, b‸\ntarget: 2", "value of component [] | b | a | flow"],
    ["component: [a‸\ntarget: 2\n", "value of component [] | a |  | flow"],
    ["component: [a,\ntarget: ‸\n", "value of target |  |  | "],
    ["target: { FR 1: ‸ }", "value of target FR 1 |  |  | flow"],
    ["target: { FR 1: 2, ‸ }", "key of target |  | FR 1 | flow"],
    ["target: { FR 1: 2, F‸, FR 3: 1 }", "key of target | F | FR 1 FR 3 | flow"],
    ["target: { FR‸ 1: 2 }", "key of target | FR 1 |  | colon, flow"],
    [
      "statements: [{ requirement: CR 1.1, sta‸ }]",
      "key of statements [] | sta | requirement | flow",
    ],
    [
      "statements:\n  - { requirement: CR ‸, status: x }",
      "value of statements [] requirement | CR  |  | flow",
    ],
    ["statements: [\n  { status: ‸\n", "value of statements [] status |  |  | flow"],
    ["rules: { a: off,\n  ‸\n}", "key of rules |  | a | flow"],
    ['{\n  "product": "x",\n  ‸\n}', "key of |  | product | flow"],
    ['{\n  "product": "x",\n  "ta‸"\n}', 'key of | "ta" | product | flow'],
    ['{ "statements": [{ "status": "pl‸" }] }', 'value of statements [] status | "pl" |  | flow'],
    ['{ "statements": [{ "status":‸ }] }', "value of statements [] status |  |  | flow"],
    ['{ "a": "x\\"", "target": ‸ }', "value of target |  |  | flow"],
  ])("%j", (source, expected) => {
    expect(found(source)).toBe(expected);
  });
});

test.each([
  ["a comment", "# tar‸"],
  ["a comment behind a value", "target: 2 # f‸"],
  ["a comment behind a key", "scan: # f‸"],
  ["a comment between brackets", "component: [a, # b‸\n]"],
  ["a text on lines of its own", "reason: |\n  sta‸\n"],
  ["more of a text", "product: x\n  sta‸\n"],
  ["below a text", "product: x\n  ‸\n"],
  ["behind a value between brackets", "component: [a] ‸"],
  ["before a comma", "component: ['a' ‸, b]"],
  ["before a colon", "{ 'a' ‸: b }"],
  ["the mark of a document", "--‸-\n"],
])("tells nothing in %s", (_, source) => {
  expect(found(source)).toBe("nothing");
});

const pieces = fc.constantFrom(
  ..."product|target|statements|requirement|status|scan|FR 1|CR 1.5|- |: |:|\n|\n  |\n    |[|]|{|}|,|\"|'|#| #||>|---|\r\n|\r|\t|\\|x|\ufeff| ".split(
    "|",
  ),
  "|",
);

test("takes any text and any place, and what it would replace holds the cursor on its line", () => {
  const text = fc.oneof(
    fc.array(pieces, { maxLength: 40 }).map((it) => it.join("")),
    fc.string({ unit: "binary", maxLength: 60 }),
  );
  fc.assert(
    fc.property(text, fc.nat(12), fc.nat(40), (source, line, character) => {
      const lines = new TextLines(source);
      const offset = lines.offsetAt({ line, character });
      const found = projectCursor(source, { line, character });
      if (found === undefined) return;
      const { start, end } = found.replace;
      expect(start.line).toBe(end.line);
      expect(lines.offsetAt(start)).toBeLessThanOrEqual(offset);
      expect(lines.offsetAt(end)).toBeGreaterThanOrEqual(offset);
    }),
    { numRuns: 2000 },
  );
});

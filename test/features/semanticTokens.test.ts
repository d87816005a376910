import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { comparePositions } from "../../server/src/core/text.ts";
import {
  encodeTokens,
  semanticTokens,
  tokenEdits,
} from "../../server/src/features/semanticTokens.ts";
import { marked } from "../support/marked.ts";
import { ROOT, snapshotOf } from "../support/snapshotOf.ts";

const URI = `${ROOT}/a.c`;

function tokensOf(text: string) {
  return semanticTokens(snapshotOf({ "a.c": text }), URI);
}

describe("tokens", () => {
  test.each([
    ["a marker and an id", "int a; // [|@iec62443|] [|CR 1.5|]", ["macro", "enumMember"]],
    [
      "a relation",
      "// [|@iec62443|] [|verifies|] [|CR 1.5|], [|1.7|]: why CR 1.1\n",
      ["macro", "keyword", "enumMember", "enumMember"],
    ],
    ["a part in front as no word", "/* [|@iec62443|]-4-2 [|CR 1.5|] */", ["macro", "enumMember"]],
    [
      "an id that names nothing",
      "// [|@IEC62443|] [|CR 9.9|], [|CR 1.5 RE(1)|]",
      ["macro", "unknown", "enumMember"],
    ],
    ["an id that is only not listed", "// [|@iec62443|] [|3-2 ZCR 5.1|]", ["macro", "enumMember"]],
    [
      "each of ids that share a number or a kind",
      "// [|@iec62443|] [|EDR|] / [|HDR 3.14|], [|CR 1.1 RE(1)|][|(2)|]",
      ["macro", "enumMember", "enumMember", "enumMember", "enumMember"],
    ],
    [
      "lines of one comment, behind an emoji",
      "/* \u{1F512}\r\n * [|@iec62443|] [|CR 1.5|]\r\n * [|@iec62443|] [|CR 1.7|] */",
      ["macro", "enumMember", "macro", "enumMember"],
    ],
    ["nothing in code", 'char *a = "@iec62443 CR 1.5";', []],
    ["nothing where nothing is claimed", "// @iec62443 soon", []],
    ["nothing in nothing", "", []],
  ])("colour %s", (_, source, types) => {
    const { text, ranges } = marked(source);
    const tokens = tokensOf(text);
    expect(tokens.map((it) => (it.isUnknown ? "unknown" : it.type))).toEqual(types);
    expect(tokens.map((it) => it.range)).toEqual(ranges);
  });

  test("of a range are those of the annotations that touch it", () => {
    const snapshot = snapshotOf({ "a.c": "// @iec62443 CR 1.5\nint a;\n// @iec62443 CR 1.7\n" });
    const at = (line: number) => ({ line, character: 0 });
    const lines = (start: number, end: number) =>
      semanticTokens(snapshot, URI, { start: at(start), end: at(end) }).map(
        (it) => it.range.start.line,
      );
    expect(lines(0, 2)).toEqual([0, 0]);
    expect(lines(1, 2)).toEqual([]);
    expect(lines(2, 9)).toEqual([2, 2]);
    expect(lines(9, 0)).toEqual([]);
  });

  test("are sent relative to each other", () => {
    const text = "// @iec62443 partial CR 9.9: x\n\n  // @iec62443 CR 1.5";
    expect(encodeTokens(tokensOf(text))).toEqual(
      [
        [0, 3, 9, 0, 0],
        [0, 10, 7, 1, 0],
        [0, 8, 6, 2, 1],
        [2, 5, 9, 0, 0],
        [0, 10, 6, 2, 0],
      ].flat(),
    );
  });
});

const line = fc.constantFrom(
  "",
  "int a;",
  "// @iec62443 CR 1.5",
  "  // @iec62443 verifies CR 1.5, 1.7: why",
  "// @iec62443 CR 9.9",
  "/* @iec62443 EDR / HDR 3.14(a)(b) verifies - @iec62443 CR 1.1 to 1.3 */",
);
const text = fc.array(line, { maxLength: 12 }).map((it) => it.join("\n"));

describe("a change of tokens", () => {
  test("makes the new ones of the old, whatever is edited", () => {
    fc.assert(
      fc.property(text, text, (before, after) => {
        const old = encodeTokens(tokensOf(before));
        expect(applied(old, encodeTokens(tokensOf(after)))).toBe(true);
      }),
    );
  });

  test("is between tokens that follow each other", () => {
    fc.assert(
      fc.property(text, (it) => {
        const ends = tokensOf(it).flatMap(({ range }) => [range.start, range.end]);
        expect(ends).toEqual([...ends].sort(comparePositions));
      }),
    );
  });

  test("holds for any numbers", () => {
    const numbers = fc.array(fc.nat({ max: 2 }), { maxLength: 12 });
    fc.assert(fc.property(numbers, numbers, applied));
  });

  test("is as small as what differs", () => {
    expect(tokenEdits([1, 2, 3], [1, 2, 3])).toEqual([]);
    expect(tokenEdits([1, 2, 3], [1, 9, 3])).toEqual([{ start: 1, deleteCount: 1, data: [9] }]);
    expect(tokenEdits([1, 1], [1, 1, 1])).toEqual([{ start: 2, deleteCount: 0, data: [1] }]);
  });
});

/** Whether the edits make one list the other. */
function applied(before: readonly number[], after: readonly number[]): boolean {
  const data = [...before];
  for (const { start, deleteCount, data: more = [] } of tokenEdits(before, after))
    data.splice(start, deleteCount, ...more);
  expect(data).toEqual(after);
  return true;
}

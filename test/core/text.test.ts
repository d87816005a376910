import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { contains, TextLines, touches } from "../../server/src/core/text.ts";

describe("lines", () => {
  test.each([
    ["", [""]],
    ["a", ["a"]],
    ["a\n", ["a", ""]],
    ["a\nb", ["a", "b"]],
    ["a\r\nb", ["a", "b"]],
    ["a\rb", ["a", "b"]],
    ["a\n\rb", ["a", "", "b"]],
    ["a\r\r\nb\n", ["a", "", "b", ""]],
    ["\r\n", ["", ""]],
  ])("of %j", (text, expected) => {
    const lines = new TextLines(text);
    expect(Array.from({ length: lines.count }, (_, line) => lines.lineText(line))).toEqual(
      expected,
    );
  });

  test("count characters in UTF-16 units", () => {
    expect(new TextLines("a😀b\nc").positionAt(3)).toEqual({ line: 0, character: 3 });
  });

  test("clamp a position behind the end of a line or of the text", () => {
    const lines = new TextLines("ab\r\nc");
    expect(lines.offsetAt({ line: 0, character: 99 })).toBe(2);
    expect(lines.offsetAt({ line: 1, character: 99 })).toBe(5);
    expect(lines.offsetAt({ line: 9, character: 0 })).toBe(5);
    expect(lines.offsetAt({ line: 0, character: -4 })).toBe(0);
  });
});

const text = fc
  .array(fc.constantFrom("a", "é", "😀", "\n", "\r", "\r\n"), { maxLength: 40 })
  .map((it) => it.join(""));

test("an offset that is not inside a line end comes back from its position", () => {
  fc.assert(
    fc.property(text, fc.nat(60), (source, near) => {
      const lines = new TextLines(source);
      const offset = Math.min(near, source.length);
      const position = lines.positionAt(offset);
      const ends = [...source.matchAll(/\r\n|\n|\r/g)].map((it) => it.index + it[0].length);
      expect(position.line).toBe(ends.filter((end) => end <= offset).length);
      const isInsideLineEnd = source[offset - 1] === "\r" && source[offset] === "\n";
      expect(lines.offsetAt(position)).toBe(isInsideLineEnd ? offset - 1 : offset);
    }),
  );
});

test("a text's lines and line ends put together are the text", () => {
  fc.assert(
    fc.property(text, (source) => {
      const lines = new TextLines(source);
      const pieces = Array.from({ length: lines.count }, (_, line) =>
        source.slice(lines.startOf(line), lines.startOf(line + 1)),
      );
      expect(pieces.join("")).toBe(source);
    }),
  );
});

test.each([
  ["before", 0, false],
  ["at its start", 1, true],
  ["inside", 2, true],
  ["at its end", 3, true],
  ["behind", 4, false],
])("a cursor %s a range", (_, character, expected) => {
  const at = { line: 0, character };
  const range = { start: { line: 0, character: 1 }, end: { line: 0, character: 3 } };
  expect(contains(range, at)).toBe(expected);
  expect(touches(range, { start: at, end: at })).toBe(expected);
});

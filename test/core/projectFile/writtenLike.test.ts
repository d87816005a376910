import { expect, test } from "vitest";
import { parse } from "yaml";
import { writtenLike } from "../../../server/src/core/projectFile/writtenLike.ts";

const over = (length: number) => ({
  start: { line: 0, character: 4 },
  end: { line: 0, character: 4 + length },
});

test.each([
  ["docs/a.md", "docs/b c.md"],
  ["ACME-01", "ACME 2"],
  ["x", "docs/ä.md"],
])("%s becomes %s as it was: bare, or between quotation marks", (before, after) => {
  expect(writtenLike(over(before.length), before, after, false)).toBe(after);
  expect(writtenLike(over(before.length + 2), before, after, false)).toBe(`"${after}"`);
  expect(writtenLike(over(before.length), before, after, true)).toBe(`"${after}"`);
});

test.each([
  ...["true", "null", "Off", "1.5", "2026-01-01", "-", "- a", "a: b", "a #b", "a, b", "[a", "*a"],
  ...["&a", "!a", "|", "> a", "%a", "@a", "`a", '"', "'", "a\nb", "a\t", " a", "a ", "", "~", "?x"],
  ...["\u001b[31m", "::error", "=1", "a:"],
])("%j is read as that text wherever it is written", (after) => {
  const written = writtenLike(over(1), "x", after, false);
  expect(parse(`key: ${written}`)).toEqual({ key: after });
  expect(parse(`[${written}, ${written}]`)).toEqual([after, after]);
  expect(parse(`{ key: ${written} }`)).toEqual({ key: after });
});

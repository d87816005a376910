import fc from "fast-check";
import { expect, test } from "vitest";
import { nearest } from "../../server/src/core/similarity.ts";

test.each<[string, readonly string[], readonly string[]]>([
  ["verfies", ["verifies", "implements"], ["verifies"]],
  ["evrifies", ["verifies"], ["verifies"]],
  ["VERIFIES", ["verifies"], ["verifies"]],
  ["CR 1.55", ["CR 1.11", "CR 1.5", "SM-4"], ["CR 1.5", "CR 1.11"]],
  ["SR", ["CR", "SAR", "NDR"], ["CR", "SAR"]],
  ["nothing alike", ["verifies", "CR 1.5"], []],
  ["", ["CR"], []],
])("%j is near %j: %j", (word, candidates, expected) => {
  expect(nearest(word, candidates, 2)).toEqual(expected);
});

test("gives no more than asked for, and the first of those that are equally near", () => {
  expect(nearest("CR 1.0", ["CR 1.3", "CR 1.1", "CR 1.2"], 2)).toEqual(["CR 1.3", "CR 1.1"]);
});

test("a word is nearest to itself, and a long one to nothing", () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 64 }), fc.array(fc.string()), (word, others) => {
      expect(nearest(word, [...others, word], others.length + 1)).toContain(word);
    }),
  );
  expect(nearest("x".repeat(65), ["x".repeat(65)], 1)).toEqual([]);
});

import fc from "fast-check";
import { expect, test } from "vitest";
import { toJson } from "../../../server/src/core/report/json.ts";

const text = (result: object) => [...toJson(result)].join("");
const inOne = (result: object) => `${JSON.stringify(result, undefined, 2)}\n`;

test("pieces come to what JSON.stringify writes in one", () => {
  const results = fc.record({ schemaVersion: fc.jsonValue(), rows: fc.array(fc.jsonValue()) });
  fc.assert(
    fc.property(results, (result) => {
      expect(text(result)).toBe(inOne(result));
    }),
  );
});

test("what is undefined is left out, and an empty list stays", () => {
  const result = { a: undefined, rows: [{ b: undefined, c: [1, []] }, {}], none: [], d: null };
  expect(text(result)).toBe(inOne(result));
});

test("a long list comes in many pieces", () => {
  const rows = Array.from({ length: 1000 }, (_, line) => ({ line }));
  const pieces = [...toJson({ rows })];
  expect(pieces.length).toBeGreaterThan(1000);
  expect(Math.max(...pieces.map((it) => it.length))).toBeLessThan(100);
});

import fc from "fast-check";
import { expect, test } from "vitest";
import { LayeredMap } from "../../../server/src/core/annotationIndex/layeredMap.ts";
import { isSameData } from "../../../server/src/core/annotationIndex/sameData.ts";

const key = fc.integer({ min: 0, max: 600 }).map(String);
const value = fc.option(fc.record({ n: fc.nat(5) }), { nil: undefined });
const changes = fc.array(fc.tuple(key, value), { maxLength: 200 });

test("a layered map holds what a plain one would, and a version before keeps what it held", () => {
  fc.assert(
    fc.property(fc.array(changes, { maxLength: 6 }), (batches) => {
      const plain = new Map<string, object>();
      let layered = new LayeredMap<object>();
      for (const batch of batches) {
        const [before, held] = [layered, [...layered.keys()].sort()];
        layered = layered.with(new Map(batch));
        expect([...before.keys()].sort()).toEqual(held);
        for (const [at, it] of batch) {
          if (it === undefined) plain.delete(at);
          else plain.set(at, it);
        }
        expect([...layered.keys()].sort()).toEqual([...plain.keys()].sort());
        for (let at = 0; at <= 600; at++) {
          expect(layered.get(String(at))).toBe(plain.get(String(at)));
          expect(layered.has(String(at))).toBe(plain.has(String(at)));
        }
      }
    }),
    { numRuns: 40 },
  );
});

test("plain data is the same when its JSON is", () => {
  const data = fc.jsonValue({ maxDepth: 3 }).map((it) => JSON.parse(JSON.stringify(it)));
  fc.assert(
    fc.property(data, data, (a, b) => {
      const sorted = (it: unknown) => JSON.stringify(it, sortedKeys);
      expect(isSameData(a, JSON.parse(JSON.stringify(a)))).toBe(true);
      expect(isSameData(a, b)).toBe(sorted(a) === sorted(b));
    }),
  );
});

function sortedKeys(_: string, it: unknown): unknown {
  if (typeof it !== "object" || it === null || Array.isArray(it)) return it;
  return Object.fromEntries(Object.entries(it).sort(([a], [b]) => (a < b ? -1 : 1)));
}

test.each([
  [[1], { 0: 1 }],
  [{ a: undefined }, { b: 1 }],
  [null, {}],
  [{ a: 1 }, { a: 1, b: 2 }],
])("%j is not %j", (a, b) => {
  expect(isSameData(a, b)).toBe(false);
  expect(isSameData(b, a)).toBe(false);
});

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { chunksOf } from "../../../server/src/core/annotationIndex/chunks.ts";
import { AnnotationIndex, type Site } from "../../../server/src/core/annotationIndex.ts";
import { relationCounts } from "../../../server/src/core/coverage/relationCounts.ts";
import { scanOf } from "../coverage/randomProducts.ts";

const ID = "CR 1.1";

function indexOf(files: number): AnnotationIndex {
  const scans = Array.from({ length: files }, (_, it) => scanOf(`f${it}.c`, [ID]));
  const index = AnnotationIndex.empty.with(scans);
  index.sitesOf("4-2", ID);
  return index;
}

/** Before the change, and after it. */
function sitesAround(index: AnnotationIndex, path: string, lines: readonly string[]) {
  const after = index.with([scanOf(path, lines)]);
  return [index, after].map((it) => it.sitesOf("4-2", ID));
}

/** How many chunks are none of those before. */
function madeAnew([before = [], after = []]: readonly (readonly Site[])[]): number {
  const known = new Set(chunksOf(before));
  return chunksOf(after).filter((it) => !known.has(it)).length;
}

describe("the chunks of a thousand files", () => {
  test.each<[string, string, readonly string[], number]>([
    ["one, when a file changes", "f500.c", [`verifies ${ID}`], 1],
    ["one, when a file comes", "f500a.c", [ID], 1],
    ["one, when a file goes", "f500.c", [], 1],
    ["one, when a file comes before all", "a.c", [ID], 1],
    ["one, when a file comes behind all", "z.c", [ID], 1],
    ["none, when a file says what it said", "f500.c", [ID], 0],
  ])("%s", (_, path, lines, expected) => {
    expect(madeAnew(sitesAround(indexOf(1000), path, lines))).toBe(expected);
  });

  test("are as many as hold the files of a batch, and no more", () => {
    const index = indexOf(2000);
    const before = index.sitesOf("4-2", ID);
    const batch = Array.from({ length: 100 }, (_, it) => scanOf(`f10${it}.c`, [`verifies ${ID}`]));
    const after = index.with(batch).sitesOf("4-2", ID);
    expect(madeAnew([before, after])).toBeLessThanOrEqual(5);
    expect(chunksOf(after).length).toBeGreaterThan(10);
  });
});

test("chunks make up their list, and each file stands in one of them", () => {
  const change = fc.record({
    path: fc.integer({ min: 0, max: 400 }).map((it) => `f${it}.c`),
    lines: fc.array(fc.constantFrom(ID, `verifies ${ID}`), { maxLength: 3 }),
  });
  const batches = fc.array(fc.array(change, { maxLength: 300 }), { maxLength: 6 });
  fc.assert(
    fc.property(batches, (all) => {
      let index = indexOf(200);
      for (const batch of all) {
        index = index.with(batch.map(({ path, lines }) => scanOf(path, lines)));
        const sites = index.sitesOf("4-2", ID);
        const chunks = chunksOf(sites);
        expect(chunks.flat()).toEqual(sites);
        const files = chunks.flatMap((it) => [...new Set(it.map(({ uri }) => uri))]);
        expect(new Set(files).size).toBe(files.length);
        const tests = sites.filter((it) => it.annotation.relation === "verifies");
        expect(relationCounts(sites).get("verifies") ?? 0).toBe(tests.length);
      }
    }),
    { numRuns: 30 },
  );
});

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { AnnotationIndex, compareSites } from "../../server/src/core/annotationIndex.ts";
import type { FileScan } from "../../server/src/core/scan.ts";
import { scanOf } from "./coverage/randomProducts.ts";

const IDS = ["CR 1.1", "CR 1.2", "CR 2.1"];

/** Few files, and now and then so many at once that the index groups everything anew. */
const change = fc.record({
  path: fc.integer({ min: 0, max: 9 }).map((it) => `${it}.c`),
  names: fc.option(fc.array(fc.constantFrom(...IDS), { maxLength: 4 }), { nil: undefined }),
});
const changes = fc.oneof(
  { weight: 5, arbitrary: fc.array(change, { minLength: 1, maxLength: 3 }) },
  {
    weight: 1,
    arbitrary: fc
      .array(fc.constantFrom(...IDS), { maxLength: 2 })
      .map((names) => Array.from({ length: 70 }, (_, it) => ({ path: `many${it}.c`, names }))),
  },
);

type Change = { readonly path: string; readonly names: readonly string[] | undefined };

function scansOf(list: readonly Change[]) {
  return list.map(({ path, names }) => {
    const [uri, scan] = scanOf(path, names ?? []);
    return [uri, names === undefined ? undefined : scan] as const;
  });
}

function groupsOf(index: AnnotationIndex) {
  return new Map(IDS.map((id) => [id, index.sitesOf("4-2", id)] as const));
}

describe("an index after changes", () => {
  test("holds what a fresh one of the same files holds, in the same order", () => {
    fc.assert(
      fc.property(fc.array(changes, { maxLength: 8 }), fc.boolean(), (batches, isAsked) => {
        let index = AnnotationIndex.empty;
        const files = new Map<string, FileScan | undefined>();
        for (const batch of batches) {
          const scans = scansOf(batch);
          index = index.with(scans);
          for (const [uri, scan] of scans) files.set(uri, scan);
          if (isAsked) groupsOf(index);
        }
        const fresh = AnnotationIndex.empty.with(files);
        expect(index.uris).toEqual(fresh.uris);
        expect(groupsOf(index)).toEqual(groupsOf(fresh));
        expect([...index.sites()]).toEqual([...fresh.sites()]);
        for (const sites of groupsOf(index).values())
          expect(sites).toEqual([...sites].sort(compareSites));
      }),
    );
  });

  test("answers for what a change does not touch with the value that it had", () => {
    fc.assert(
      fc.property(fc.array(change), fc.array(change, { maxLength: 5 }), (first, second) => {
        const before = AnnotationIndex.empty.with(scansOf(first));
        const groups = groupsOf(before);
        const after = before.with(scansOf(second));
        const last = new Map(second.map((it) => [it.path, it]));
        const touched = [...last.values()].flatMap(({ path, names = [] }) => {
          const scan = before.inFile(scanOf(path, [])[0]);
          const had = scan?.annotations.flatMap((it) => it.claims.map((of) => of.reference.id));
          return [...(had ?? []), ...names];
        });
        for (const id of IDS.filter((it) => !touched.includes(it)))
          expect(after.sitesOf("4-2", id)).toBe(groups.get(id));
      }),
    );
  });

  test("takes a file with more claims of one requirement than a call has room for arguments", () => {
    const claims = Array.from({ length: 200_000 }, () => "CR 1.1").join(", ");
    const before = AnnotationIndex.empty.with([scanOf("a.c", ["CR 1.1"])]);
    expect(before.sitesOf("4-2", "CR 1.1")).toHaveLength(1);
    const after = before.with([scanOf("b.c", [claims])]);
    expect(after.sitesOf("4-2", "CR 1.1")).toHaveLength(200_001);
  });
});

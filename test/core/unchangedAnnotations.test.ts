import { describe, expect, test } from "vitest";
import { languageOf } from "../../server/src/core/languages.ts";
import { check } from "../../server/src/core/rules/check.ts";
import { scan } from "../../server/src/core/scan.ts";
import type { Snapshot } from "../../server/src/core/snapshot.ts";
import { ROOT, snapshotOf } from "../support/snapshotOf.ts";

const URI = `${ROOT}/a.c`;
const CLAIM = "// @iec62443 CR 1.5, CR 1.1\nint a;\n";

function edited(snapshot: Snapshot, text: string): Snapshot {
  const index = snapshot.index.with([[URI, scan(text, languageOf(URI, ""))]]);
  return { ...snapshot, index };
}

describe("the index", () => {
  test("is the same value after an edit that leaves the annotations as they are", () => {
    const before = snapshotOf({ "a.c": CLAIM });
    expect(edited(before, `${CLAIM}int more;\n`).index).toBe(before.index);
    expect(edited(before, `\n${CLAIM}`).index).not.toBe(before.index);
    expect(edited(before, CLAIM.replace("int a", "int b")).index).not.toBe(before.index);
    expect(edited(before, "").index).not.toBe(before.index);
  });

  test("keeps the claims of what an edit does not touch", () => {
    const before = snapshotOf({ "a.c": CLAIM, "b.c": "// @iec62443 CR 7.1" });
    const untouched = before.index.sitesOf("4-2", "CR 7.1");
    const after = edited(before, "// @iec62443 CR 1.1");
    expect(after.index.sitesOf("4-2", "CR 7.1")).toBe(untouched);
    expect(after.index.sitesOf("4-2", "CR 1.5")).toEqual([]);
    expect(after.index.sitesOf("4-2", "CR 1.1")).toHaveLength(1);
  });
});

/** How often claims elsewhere are looked at when a text is checked after an edit of it. */
function looks(others: number, text: string): number {
  const files = Array.from({ length: others }, (_, n) => [`f${n}.c`, "// @iec62443 CR 7.1"]);
  const snapshot = snapshotOf({ "a.c": CLAIM, ...Object.fromEntries(files) });
  let reads = 0;
  const counted = files.map(([path]) => {
    const uri = `${ROOT}/${path}`;
    const annotations = (snapshot.index.inFile(uri)?.annotations ?? []).map((it) => ({
      ...it,
      get claims() {
        reads++;
        return it.claims;
      },
    }));
    return [uri, { annotations, malformed: [] }] as const;
  });
  const before = { ...snapshot, index: snapshotOf({ "a.c": CLAIM }).index.with(counted) };
  check(before, URI);
  reads = 0;
  check(edited(before, text), URI);
  return reads;
}

test.each([
  ["code", `${CLAIM}int more;\n`],
  ["a line above", `\n${CLAIM}`],
  ["a text behind a claim", CLAIM.replace("1.1", "1.1: because")],
])("a keystroke in %s looks at no claim of what the file does not name", (_, text) => {
  expect(looks(300, text)).toBe(0);
});

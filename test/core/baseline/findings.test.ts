import { describe, expect, test } from "vitest";
import { findingChanges, findingsOf } from "../../../server/src/core/baseline/findings.ts";
import { baselineText, type Files, productOf, projectOfRoot, reread } from "./baselineSupport.ts";

const A = "// @iec62443 CR 9.9\nint a;\n";

/** What appeared and what is gone between two products. */
function between(before: Files, after: Files) {
  const snapshot = productOf(after);
  const baseline = reread(baselineText(productOf(before)));
  const { appeared, gone } = findingChanges(baseline, snapshot, projectOfRoot(snapshot));
  return {
    appeared: appeared.map(({ known: { code, path, about } }) => `${code} ${path} ${about}`),
    gone: gone.map(({ code, path, about }) => `${code} ${path} ${about}`),
  };
}

const NONE = { appeared: [], gone: [] };

describe("the findings of a baseline", () => {
  test("are errors and warnings: neither guidance nor style", () => {
    const product = productOf({
      "a.c": `${A}// @iec62443 CR1.1\nint b;\n// @iec62443 partial CR 1.5\n`,
    });
    expect(findingsOf(product, projectOfRoot(product)).map((it) => it.known)).toEqual([
      { code: "unknown-requirement", path: "a.c", about: "CR 9.9" },
      { code: "reason-required", path: "a.c", about: "CR 1.5" },
    ]);
  });

  test("are the same where code above them grows, and where it moves to another file", () => {
    expect(between({ "a.c": A }, { "a.c": `int x;\nint y;\n${A}` })).toEqual(NONE);
    expect(between({ "a.c": A }, { "b.c": A })).toEqual(NONE);
  });

  test("are others in another file beside the first, of another id, or once more", () => {
    const known = "unknown-requirement";
    expect(between({ "a.c": A }, { "a.c": A, "b.c": A })).toEqual({
      appeared: [`${known} b.c CR 9.9`],
      gone: [],
    });
    expect(between({ "a.c": A }, { "a.c": A.replace("9.9", "9.8") })).toEqual({
      appeared: [`${known} a.c CR 9.8`],
      gone: [`${known} a.c CR 9.9`],
    });
    const twice = between({ "a.c": A }, { "a.c": `${A}${A.replace("int a", "int b")}` });
    expect(twice.appeared).toEqual([`${known} a.c CR 9.9`]);
  });

  test("that name a line of their own are the same on another line", () => {
    const broken = "// @iec62443 nonsense\n";
    const before = productOf({ "a.c": broken });
    expect(findingsOf(before, projectOfRoot(before))).toHaveLength(1);
    expect(between({ "a.c": broken }, { "a.c": `\n\n${broken}` })).toEqual(NONE);
  });

  test("are not compared with a baseline that knows of none", () => {
    const snapshot = productOf({ "a.c": A });
    const old = { items: [], claims: [] };
    expect(findingChanges(old, snapshot, projectOfRoot(snapshot))).toEqual(NONE);
  });
});

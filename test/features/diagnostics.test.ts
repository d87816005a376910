import { describe, expect, test } from "vitest";
import { diagnostics } from "../../server/src/features/diagnostics.ts";
import { marked } from "../support/marked.ts";
import { ROOT, snapshotOf } from "../support/snapshotOf.ts";

const URI = `${ROOT}/a.c`;
const ALL = { relatedInformation: true, diagnosticTags: true };

function diagnosticsOf(source: string, options = ALL) {
  const { text, ranges } = marked(source);
  return { ranges, found: diagnostics(snapshotOf({ "a.c": text }), URI, options) };
}

describe("diagnostics", () => {
  test.each([
    ["an unknown id is an error", "// @iec62443 [|CR 9.9|]\nint a;", "unknown-requirement", 1],
    ["a heading is a warning", "// @iec62443 [|CR 3.11|]\nint a;", "placeholder-requirement", 2],
    ["another writing is a hint", "// [|@iec62443 cr-1.5|]\nint a;", "noncanonical-reference", 4],
  ])("%s", (_, source, code, severity) => {
    const { found, ranges } = diagnosticsOf(source);
    expect(found).toEqual([
      { code, severity, range: ranges[0], source: "iec62443", message: expect.any(String) },
    ]);
  });

  const TWICE = "// @iec62443 [|CR 1.5|]\n// @iec62443 [|CR 1.5|]\nint a;";

  test("a duplicate is shown as unnecessary and names the first", () => {
    const { found, ranges } = diagnosticsOf(TWICE);
    expect(found).toHaveLength(1);
    expect(found[0]).toMatchObject({
      code: "duplicate-claim",
      range: ranges[1],
      tags: [1],
      relatedInformation: [{ location: { uri: URI, range: ranges[0] } }],
    });
  });

  test("a client that knows neither tags nor related places gets none", () => {
    const { found } = diagnosticsOf(TWICE, { relatedInformation: false, diagnosticTags: false });
    expect(found[0]).not.toHaveProperty("tags");
    expect(found[0]).not.toHaveProperty("relatedInformation");
  });

  test("what speaks of several places names the others", () => {
    const snapshot = snapshotOf({
      "a.c": "// @iec62443 CR 1.7\nint a;",
      "b.c": "// @iec62443 not-applicable CR 1.7: why\nint b;",
    });
    const [found] = diagnostics(snapshot, URI, ALL);
    expect(found?.relatedInformation).toEqual([
      {
        location: {
          uri: `${ROOT}/b.c`,
          range: { start: { line: 0, character: 28 }, end: { line: 0, character: 34 } },
        },
        message: "This says that it does not apply.",
      },
    ]);
  });
});

import { describe, expect, test } from "vitest";
import { findings, fixed, messages } from "./support.ts";

describe("other-part", () => {
  const code = "other-part";

  test.each([
    ["a part that is covered", "// @iec62443 CR 1.5"],
    ["an id that does not exist", "// @iec62443 SR 9.9"],
    ["a heading of a part that is covered", "// @iec62443 CR 3.11"],
    ["a heading of a part that is not, which has a rule of its own", "// @iec62443 ZCR 3"],
  ])("is silent on %s", (_, source) => {
    expect(findings(code, source)).toEqual([]);
  });

  test("is silent where the project covers the part", () => {
    expect(findings(code, "// @iec62443 SR 1.1", { parts: ["4-2", "3-3"] })).toEqual([]);
    const clause = "// @iec62443 2-1:2009 4.3.3.5.1";
    expect(findings(code, clause, { parts: ["2-1:2009"] })).toEqual([]);
  });

  test("says which part, and what may be meant", () => {
    expect(messages(code, "// @iec62443 CR 1.5, [|SR 1.1|]")).toMatchInlineSnapshot(
      `"info: SR 1.1 belongs to IEC 62443-3-3, which w does not cover: it is understood, but not counted. If you mean 4-2, write CR 1.1. To cover it, name "3-3" under parts in the project file."`,
    );
    expect(messages(code, "// @iec62443 [|SM-4|]: text")).toMatchInlineSnapshot(
      `"info: SM-4 belongs to IEC 62443-4-1, which w does not cover: it is understood, but not counted. To cover it, name "4-1" under parts in the project file."`,
    );
    expect(messages(code, "// @iec62443 [|SR 3.2|]", { components: ["EDR"] })).toBe(
      'info: SR 3.2 belongs to IEC 62443-3-3, which w does not cover: it is understood, but not counted. If you mean 4-2, write EDR 3.2. To cover it, name "3-3" under parts in the project file.',
    );
    expect(messages(code, "// @iec62443 [|SR 3.2|]")).toMatchInlineSnapshot(
      `"info: SR 3.2 belongs to IEC 62443-3-3, which w does not cover: it is understood, but not counted. If you mean 4-2, write SAR 3.2, EDR 3.2, NDR 3.2 or HDR 3.2. To cover it, name "3-3" under parts in the project file."`,
    );
    expect(messages(code, "// @iec62443 [|2-1 4.3.3.5.1|]")).toContain('name "2-1:2009" under');
    expect(
      messages(code, "// @iec62443 [|2-1:2009 4.3.3.5.1|]", { parts: ["2-1"] }),
    ).toMatchInlineSnapshot(
      `"info: 2-1:2009 4.3.3.5.1 belongs to the edition 2009 of IEC 62443-2-1, which w does not cover: it is understood, but not counted. To cover it, name "2-1:2009" under parts in the project file."`,
    );
  });

  test.each<[string, string, Record<string, string>]>([
    [
      "an SR by the CR, with its enhancement where that has it, too",
      "// @iec62443 [|SR 1.1 RE(1)|]: text",
      { "Change to CR 1.1 RE(1)": "// @iec62443 CR 1.1 RE(1): text" },
    ],
    [
      "an SR by the CR without the enhancement that it lacks",
      "// @iec62443 [|SR 1.1 RE(3)|]",
      { "Change to CR 1.1": "// @iec62443 CR 1.1" },
    ],
    ["nothing against the part behind the marker", "// @iec62443-3-3 [|SR 1.1|]", {}],
    ["nothing where no part asks the same", "// @iec62443 [|SM-4|]", {}],
  ])("repairs %s", (_, source, results) => {
    expect(fixed(code, source)).toEqual(results);
  });
});

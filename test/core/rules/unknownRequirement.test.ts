import { describe, expect, test } from "vitest";
import { findings, fixed, messages } from "./support.ts";

describe("unknown-requirement", () => {
  const code = "unknown-requirement";

  test.each([
    ["an id that exists", "// @iec62443 CR 1.5"],
    ["an enhancement that exists", "// @iec62443 CR 1.1 RE(1)"],
    ["an item that exists", "// @iec62443 CR 1.5(a)"],
    ["the present edition", "// @iec62443 IEC 62443-4-2:2019 CR 1.1"],
    ["a heading, which has a rule of its own", "// @iec62443 CR 3.11 RE(1)"],
    ["what is no annotation", 'char *a = "@iec62443 CR 9.9"; // see CR 9.9'],
  ])("is silent on %s", (_, source) => {
    expect(findings(code, source)).toEqual([]);
  });

  test("says what may be meant", () => {
    expect(messages(code, "// @iec62443 CR 1.5, [|CR 9.9|]: why")).toMatchInlineSnapshot(
      `"error: IEC 62443-4-2 has no requirement CR 9.9. Do you mean CR 3.9, CR 2.9 or CR 1.9?"`,
    );
    expect(messages(code, "// @iec62443 [|CR 1.3 RE(1)|]")).toMatchInlineSnapshot(
      `"error: CR 1.3 has no requirement enhancements. Do you mean CR 1.3?"`,
    );
    expect(messages(code, "// @iec62443 [|CR 2.1 RE(7)|]")).toMatchInlineSnapshot(
      `"error: CR 2.1 has no requirement enhancement 7. Do you mean CR 2.1, CR 2.1 RE(4) or CR 2.1 RE(3)?"`,
    );
    expect(messages(code, "// @iec62443 [|CR 1.5(e)|]")).toMatchInlineSnapshot(
      `"error: CR 1.5 has the items a to d, not e. Do you mean CR 1.5, CR 1.5(d) or CR 1.5(c)?"`,
    );
    expect(messages(code, "// @iec62443 [|CR 99.999|]")).toMatchInlineSnapshot(
      `"error: IEC 62443-4-2 has no requirement CR 99.999. Look its id up in your copy of the standard."`,
    );
  });

  test("is no error where the catalog does not list all", () => {
    expect(messages(code, "// @iec62443 [|2-1:2009 4.2.3.1|]")).toMatchInlineSnapshot(
      `"info: 2-1:2009 4.2.3.1 is not among those of IEC 62443-2-1 that are known here, and they are not all: it is understood, but not counted. Look it up in your copy of the standard."`,
    );
    expect(messages(code, "// @iec62443 [|ORG 9.9|]")).toMatchInlineSnapshot(
      `"info: ORG 9.9 is not among those of IEC 62443-2-1 that are known here, and they are not all: it is understood, but not counted. Look it up in your copy of the standard."`,
    );
    expect(messages(code, "// @iec62443 [|SP.01.05 RE(1)|]")).toMatchInlineSnapshot(
      `"info: SP.01.05 RE(1) is not among those of IEC 62443-2-4 that are known here, and they are not all: it is understood, but not counted. Look it up in your copy of the standard."`,
    );
    expect(messages(code, "// @iec62443 [|SP.99.01|]")).toMatchInlineSnapshot(
      `"error: IEC 62443-2-4 has no requirement SP.99.01. Do you mean SP.09.01, SP.12.01 or SP.11.01?"`,
    );
    expect(messages(code, "// @iec62443 [|2-2 4.1.1|]")).toMatchInlineSnapshot(
      `"info: 2-2 4.1.1 belongs to IEC 62443-2-2, of which no requirements are known here: it is understood, but not counted."`,
    );
  });

  test("tells editions apart", () => {
    expect(messages(code, "// @iec62443 [|4-2:2018 CR 1.1|]")).toMatchInlineSnapshot(
      `"warning: The catalog has the edition 2019 of 4-2, not 2018, so this is not counted. Write CR 1.1 without the edition."`,
    );
    expect(messages(code, "// @iec62443 [|2-1:2024 4.3.3.5.1|]")).toMatchInlineSnapshot(
      `"warning: 4.3.3.5.1 stands in the edition 2009 of 2-1, not in 2024, so this is not counted. Write 2-1 4.3.3.5.1 without the edition."`,
    );
    expect(messages(code, "// @iec62443 2-1:2009 4.3.3.5.1, 2-1:2024 ORG 1.1")).toBe("");
  });

  test.each<[string, string, Record<string, string>]>([
    [
      "an id with the three nearest",
      "// @iec62443 [|CR 1.15|]",
      {
        "Change to CR 1.14": "// @iec62443 CR 1.14",
        "Change to CR 1.12": "// @iec62443 CR 1.12",
        "Change to CR 1.11": "// @iec62443 CR 1.11",
      },
    ],
    [
      "an id and keeps the enhancement where there is one",
      "/* @iec62443 [|CR 1.15 RE(1)|] */",
      {
        "Change to CR 1.14 RE(1)": "/* @iec62443 CR 1.14 RE(1) */",
        "Change to CR 1.12": "/* @iec62443 CR 1.12 */",
        "Change to CR 1.11": "/* @iec62443 CR 1.11 */",
      },
    ],
    [
      "an enhancement where there is none",
      "// @iec62443 [|CR 1.3 RE(1)|]: text",
      { "Change to CR 1.3": "// @iec62443 CR 1.3: text" },
    ],
    [
      "an enhancement of a wrong number",
      "// @iec62443 [|CR 2.1 RE(7)|]",
      {
        "Change to CR 2.1": "// @iec62443 CR 2.1",
        "Change to CR 2.1 RE(4)": "// @iec62443 CR 2.1 RE(4)",
        "Change to CR 2.1 RE(3)": "// @iec62443 CR 2.1 RE(3)",
      },
    ],
    [
      "an item of a requirement without any",
      "// @iec62443 [|CR 1.3(a)|]",
      { "Change to CR 1.3": "// @iec62443 CR 1.3" },
    ],
    [
      "an item of a wrong letter",
      "// @iec62443 [|CR 1.5(e)|]",
      {
        "Change to CR 1.5": "// @iec62443 CR 1.5",
        "Change to CR 1.5(d)": "// @iec62443 CR 1.5(d)",
        "Change to CR 1.5(c)": "// @iec62443 CR 1.5(c)",
      },
    ],
    [
      "an item of an enhancement",
      "// @iec62443 [|CR 1.5 RE(1)(a)|]",
      { "Change to CR 1.5 RE(1)": "// @iec62443 CR 1.5 RE(1)" },
    ],
    [
      "a short claim, with what it is short for",
      "// @iec62443 CR 1.14, [|1.15|], 1.4: text",
      {
        "Change to CR 1.12": "// @iec62443 CR 1.14, CR 1.12, CR 1.4: text",
        "Change to CR 1.11": "// @iec62443 CR 1.14, CR 1.11, CR 1.4: text",
      },
    ],
    [
      "an enhancement glued to others, and offers nothing that is claimed already",
      "// @iec62443 CR 1.1 RE(1)[|(9)|]",
      {
        "Change to CR 1.1": "// @iec62443 CR 1.1 RE(1), CR 1.1",
        "Change to CR 1.1 RE(2)": "// @iec62443 CR 1.1 RE(1), CR 1.1 RE(2)",
      },
    ],
    [
      "an SR that exists as a CR only",
      "// @iec62443 [|SR 1.14 RE(1)|]",
      {
        "Change to CR 1.14 RE(1)": "// @iec62443 CR 1.14 RE(1)",
        "Change to SR 1.13 RE(1)": "// @iec62443 SR 1.13 RE(1)",
        "Change to SR 1.12": "// @iec62443 SR 1.12",
      },
    ],
    [
      "no SR against the part behind the marker",
      "// @iec62443-3-3 [|SR 1.14|]",
      {
        "Change to SR 1.13": "// @iec62443-3-3 SR 1.13",
        "Change to SR 1.12": "// @iec62443-3-3 SR 1.12",
      },
    ],
    [
      "another edition",
      "// @iec62443 [|ISA-62443-4-2:2018 CR 1.1|]",
      { "Change to CR 1.1": "// @iec62443 CR 1.1" },
    ],
  ])("repairs %s", (_, source, results) => {
    expect(fixed(code, source)).toEqual(results);
  });
});

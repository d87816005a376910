import { describe, expect, test } from "vitest";
import type { Project } from "../../../server/src/core/project.ts";
import { findings, fixed } from "./support.ts";

const EDR: Partial<Project> = { components: ["EDR"] };

function messages(code: string, source: string, project?: Partial<Project>): string {
  return findings(code, source, project)
    .map((it) => `${it.level}: ${it.message}`)
    .join("\n");
}

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
      `"error: 4-2 has no requirement CR 9.9. Do you mean CR 3.9, CR 2.9 or CR 1.9?"`,
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
      `"error: 4-2 has no requirement CR 99.999. Look its id up in your copy of the standard."`,
    );
  });

  test("is no error where only the catalog of a part is missing", () => {
    expect(messages(code, "// @iec62443 [|SR 1.1|]")).toMatchInlineSnapshot(
      `"info: SR 1.1 belongs to IEC 62443-3-3, for which this version has no catalog: it is understood, but not counted. If you mean 4-2, write CR 1.1."`,
    );
    expect(messages(code, "// @iec62443 [|SM-4|]")).toMatchInlineSnapshot(
      `"info: SM-4 belongs to IEC 62443-4-1, for which this version has no catalog: it is understood, but not counted."`,
    );
    expect(messages(code, "// @iec62443 [|4-2:2018 CR 1.1|]")).toMatchInlineSnapshot(
      `"warning: The catalog has the edition 2019 of 4-2, not 2018, so this is not counted. Write CR 1.1 without the edition."`,
    );
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
      "an SR that may be a CR",
      "// @iec62443 [|SR 1.1 RE(1)|]",
      { "Change to CR 1.1 RE(1)": "// @iec62443 CR 1.1 RE(1)" },
    ],
    ["not an SR whose part is written behind the marker", "// @iec62443-3-3 [|SR 1.1|]", {}],
    [
      "another edition",
      "// @iec62443 [|ISA-62443-4-2:2018 CR 1.1|]",
      { "Change to CR 1.1": "// @iec62443 CR 1.1" },
    ],
  ])("repairs %s", (_, source, results) => {
    expect(fixed(code, source)).toEqual(results);
  });
});

describe("malformed-annotation", () => {
  const code = "malformed-annotation";

  test.each([
    ["an annotation", "// @iec62443 verifies CR 1.5, CR 1.7: text"],
    ["another word", "// @iec62443x CR 1.5"],
    ["the scope of a package", "// @iec62443/x is a package"],
  ])("is silent on %s", (_, source) => {
    expect(findings(code, source)).toEqual([]);
  });

  test("points at the part that cannot be read, and keeps the rest", () => {
    expect(messages(code, "// [|@iec62443|]")).toMatchInlineSnapshot(
      `"error: "@iec62443" names no requirement. Write one behind it, such as CR 1.5."`,
    );
    expect(messages(code, "// @iec62443 CR 1.5, [|foo|]")).toMatchInlineSnapshot(
      `"error: "foo" is no requirement. Write one such as CR 1.5, and a colon before any text."`,
    );
    expect(findings("unknown-requirement", "// @iec62443 [|CR 9.9|], foo")).toHaveLength(1);
  });

  test("writes a range out", () => {
    const [finding] = findings(code, "// @iec62443 [|CR 1.3–1.5|]");
    expect(finding?.fixes.map((it) => it.isPreferred)).toEqual([true]);
    expect(fixed(code, "// @iec62443 [|CR 1.3–1.5|]: text")).toEqual({
      "Write the range out": "// @iec62443 CR 1.3, CR 1.4, CR 1.5: text",
    });
  });
});

describe("placeholder-requirement", () => {
  const code = "placeholder-requirement";

  test.each([
    ["a typed id", "// @iec62443 EDR 3.11"],
    ["a plain requirement", "// @iec62443 CR 1.5"],
    ["a requirement that does not exist", "// @iec62443 CR 9.9"],
  ])("is silent on %s", (_, source) => {
    expect(findings(code, source)).toEqual([]);
  });

  test("names the id of the profile's component types", () => {
    expect(messages(code, "// @iec62443 [|CR 3.11|]", EDR)).toMatchInlineSnapshot(
      `"warning: CR 3.11 is a heading that holds no requirement. Write EDR 3.11 for an embedded device."`,
    );
    expect(messages(code, "// @iec62443 [|CR 3.11|]")).toMatchInlineSnapshot(
      `"warning: CR 3.11 is a heading that holds no requirement. Write EDR 3.11 for an embedded device, HDR 3.11 for a host device or NDR 3.11 for a network device."`,
    );
    expect(messages(code, "// @iec62443 [|CR 1.6|]", EDR)).toMatchInlineSnapshot(
      `"warning: CR 1.6 is a heading that holds no requirement. Write NDR 1.6 for a network device."`,
    );
    expect(messages(code, "// @iec62443 [|CR 2.3|]")).toMatchInlineSnapshot(
      `"warning: 4-2 asks nothing of a component under CR 2.3: the heading only keeps its number in step with 3-3. Remove the claim, or name the requirement you mean."`,
    );
  });

  test("offers the profile's types first and prefers the only one", () => {
    const [finding] = findings(code, "// @iec62443 [|CR 3.11|]", { components: ["HDR"] });
    expect(finding?.fixes.map(({ title, isPreferred = false }) => [title, isPreferred])).toEqual([
      ["Change to HDR 3.11", true],
      ["Change to EDR 3.11", false],
      ["Change to NDR 3.11", false],
    ]);
    const [open] = findings(code, "// @iec62443 [|CR 3.11|]");
    expect(open?.fixes.some((it) => it.isPreferred)).toBe(false);
  });

  test.each<[string, string, Record<string, string>]>([
    [
      "keeps enhancement and text",
      "// @iec62443 verifies [|CR 1.6 RE(1)|]: text",
      { "Change to NDR 1.6 RE(1)": "// @iec62443 verifies NDR 1.6 RE(1): text" },
    ],
    [
      "writes short claims out",
      "// @iec62443 CR 1.5, [|1.6|], 1.7",
      { "Change to NDR 1.6": "// @iec62443 CR 1.5, NDR 1.6, CR 1.7" },
    ],
    [
      "takes away what 4-2 does not ask",
      "// @iec62443 [|CR 2.3|], CR 2.5",
      { "Remove CR 2.3": "// @iec62443 CR 2.5" },
    ],
    [
      "takes the annotation away with its last claim",
      "// @iec62443 [|CR 2.3|]",
      { "Remove CR 2.3": "// " },
    ],
  ])("%s", (_, source, results) => {
    expect(fixed(code, source, EDR)).toEqual(results);
  });
});

describe("reason-required", () => {
  const code = "reason-required";

  test.each([
    ["implements", "// @iec62443 CR 1.5"],
    ["verifies", "// @iec62443 verifies CR 1.5"],
    ["planned", "// @iec62443 planned CR 1.5"],
    ["partial with a reason", "// @iec62443 partial CR 1.5: no rotation yet"],
    ["not-applicable with a reason", "// @iec62443 not-applicable CR 2.2 - no radio"],
  ])("is silent on %s", (_, source) => {
    expect(findings(code, source)).toEqual([]);
  });

  test("says what the reason is to say", () => {
    expect(messages(code, "// @iec62443 [|partial|] CR 1.5")).toMatchInlineSnapshot(
      `"error: partial needs a reason. Behind the last requirement, write a colon and say what is still missing."`,
    );
    expect(messages(code, "// @iec62443 [|compensating|] CR 1.5")).toMatchInlineSnapshot(
      `"error: compensating needs a reason. Behind the last requirement, write a colon and say what meets the requirement instead."`,
    );
    expect(messages(code, "// @iec62443 [|not-applicable|] CR 1.5")).toMatchInlineSnapshot(
      `"error: not-applicable needs a reason. Behind the last requirement, write a colon and say why the requirement does not apply."`,
    );
  });

  test.each([
    ["// @iec62443 [|partial|] CR 1.5, CR 1.7", "// @iec62443 partial CR 1.5, CR 1.7: reason"],
    ["// @iec62443 [|partial|] CR 1.5:", "// @iec62443 partial CR 1.5: reason"],
    ["/* @iec62443 [|partial|] CR 1.5 */", "/* @iec62443 partial CR 1.5: reason */"],
    ["// @iec62443 [|partial|] CR 1.5, foo", "// @iec62443 partial CR 1.5, foo: reason"],
  ])("makes a place for it in %s", (source, result) => {
    expect(fixed(code, source)).toEqual({ "Add a reason": result });
  });
});

describe("duplicate-claim", () => {
  const code = "duplicate-claim";

  test.each([
    [
      "one claim for two pieces of code",
      "// @iec62443 CR 1.5\nint a;\n// @iec62443 CR 1.5\nint b;",
    ],
    ["two relations", "// @iec62443 CR 1.5\n// @iec62443 verifies CR 1.5\nint a;"],
    ["an enhancement beside its base", "// @iec62443 CR 1.1, CR 1.1 RE(1)"],
    ["two letters", "// @iec62443 CR 1.5(a), CR 1.5(b)"],
    ["two ids of the same number", "// @iec62443 EDR 3.11, HDR 3.11"],
  ])("is silent on %s", (_, source) => {
    expect(findings(code, source)).toEqual([]);
  });

  test("says where the first one is", () => {
    expect(messages(code, "// @iec62443 CR 1.5, [|CR 1.5|]")).toMatchInlineSnapshot(
      `"hint: CR 1.5 is claimed for this code twice on this line. Remove one of the two."`,
    );
    expect(
      messages(code, "\n// @iec62443 CR 1.5\n// @iec62443 CR 1.7, [|CR 1.5|]: why\nint a;"),
    ).toMatchInlineSnapshot(
      `"hint: CR 1.5 is claimed for this code in line 2 already. Remove one of the two."`,
    );
  });

  test.each([
    ["// @iec62443 CR 1.5, [|CR 1.5|]: text", "// @iec62443 CR 1.5: text"],
    ["// @iec62443 CR 1.5, CR 1.7, [|1.5|]", "// @iec62443 CR 1.5, CR 1.7"],
    ["// @iec62443 CR 1.5\n// @iec62443 [|cr1.5|]\nint a;", "// @iec62443 CR 1.5\n// \nint a;"],
    ["// @iec62443 CR 1.5\nint a; // @iec62443 [|CR 1.5|]", "// @iec62443 CR 1.5\nint a; // "],
  ])("takes it out of %s", (source, result) => {
    expect(fixed(code, source)).toEqual({ "Remove the duplicate": result });
  });
});

describe("noncanonical-reference", () => {
  const code = "noncanonical-reference";

  test.each([
    ["the canonical writing", "// @iec62443 verifies CR 1.1 RE(1), CR 1.5(a): text"],
    ["a part behind the marker", "// @iec62443-4-2 CR 1.5"],
    ["what cannot be read", "// @iec62443 CR 1.3–1.5"],
  ])("is silent on %s", (_, source) => {
    expect(findings(code, source)).toEqual([]);
  });

  test("shows the canonical writing", () => {
    expect(messages(code, "// [|@iec62443 cr-1.5:|] why")).toMatchInlineSnapshot(
      `"hint: This is understood, but a search for the usual writing misses it. Write @iec62443 CR 1.5."`,
    );
  });

  test.each([
    ["// [|@iec62443 CR1.5|]", "// @iec62443 CR 1.5"],
    ["// [|@iec62443 CR 1.1 RE1 -|] why", "// @iec62443 CR 1.1 RE(1) - why"],
    ["// [|@iec62443 CR 1.1, 1.3:|] why", "// @iec62443 CR 1.1, CR 1.3: why"],
    ["// [|@iec62443 EDR / HDR 3.14|]", "// @iec62443 EDR 3.14, HDR 3.14"],
  ])("writes it: %s", (source, result) => {
    expect(Object.values(fixed(code, source))).toEqual([result]);
  });
});

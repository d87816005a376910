import { describe, expect, test } from "vitest";
import { findings, fixed, messages } from "./support.ts";

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

  test.each([
    "// @iec62443 CR 1.5, CRR 1.7, [|CR 1.5|]",
    "// @iec62443 CR 2.1, foo, [|CR 2.1|]: text",
  ])("takes nothing out beside what could not be read: %s", (source) => {
    expect(fixed(code, source)).toEqual({});
  });
});

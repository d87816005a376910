import { describe, expect, test } from "vitest";
import { findings, fixed, messages } from "./support.ts";

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

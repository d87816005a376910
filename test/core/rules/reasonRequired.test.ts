import { describe, expect, test } from "vitest";
import type { Fix } from "../../../server/src/core/rules/rule.ts";
import { marked } from "../../support/marked.ts";
import { apply, findings, messages } from "./support.ts";

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
    ["// @iec62443 [|partial|] CR 1.5, CR 1.7", "// @iec62443 partial CR 1.5, CR 1.7: …"],
    ["// @iec62443 [|partial|] CR 1.5:", "// @iec62443 partial CR 1.5: …"],
    ["/* @iec62443 [|partial|] CR 1.5 */", "/* @iec62443 partial CR 1.5: … */"],
    ["// @iec62443 [|partial|] CR 1.5, foo", "// @iec62443 partial CR 1.5, foo: …"],
  ])("makes a place for it in %s, which is no reason yet", (source, result) => {
    const [finding] = findings(code, source);
    const [fix, ...others] = finding?.fixes ?? [];
    expect(fix?.title).toBe("Add a place for the reason");
    expect(others).toEqual([]);
    expect(apply(fix as Fix, marked(source).text)).toBe(result);
    const left = result.replace("partial", "[|partial|]");
    expect(findings(code, left)[0]?.fixes).toEqual([]);
    expect(messages(code, left)).toBe(
      "error: partial needs a reason. In place of “…”, say what is still missing.",
    );
    expect(findings(code, result.replace("…", "no rotation yet"))).toEqual([]);
  });

  test("does not take marks for a reason", () => {
    expect(messages(code, "// @iec62443 [|not-applicable|] CR 2.2: ???")).toBe(
      "error: not-applicable needs a reason. In place of “???”, say why the requirement does not apply.",
    );
  });
});

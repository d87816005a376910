import { describe, expect, test } from "vitest";
import { findings, fixed, messages } from "./support.ts";

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

  test.each([
    ["CR 6.2.1", ["CR 6.2"]],
    ["CR 1.1.1", ["CR 1.1", "CR 1.1 RE(1)"]],
    ["EDR 3.12 RE", ["EDR 3.12"]],
    ["CR 1.1-RE", ["CR 1.1", "CR 1.1 RE(1)"]],
    ["CR 99.9.1", ["CR 99.9", "CR 99.9 RE(1)"]],
  ])("of %s it offers what exists", (written, offered) => {
    expect(fixed(code, `// @iec62443 [|${written}|]`)).toEqual(
      Object.fromEntries(offered.map((it) => [`Change to ${it}`, `// @iec62443 ${it}`])),
    );
  });

  test("writes a range out", () => {
    const [finding] = findings(code, "// @iec62443 [|CR 1.3–1.5|]");
    expect(finding?.fixes.map((it) => it.isPreferred)).toEqual([true]);
    expect(fixed(code, "// @iec62443 [|CR 1.3–1.5|]: text")).toEqual({
      "Write the range out": "// @iec62443 CR 1.3, CR 1.4, CR 1.5: text",
    });
  });
});

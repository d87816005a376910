import { describe, expect, test } from "vitest";
import { findings, fixed, messages } from "./support.ts";

describe("noncanonical-reference", () => {
  const code = "noncanonical-reference";

  test.each([
    ["the canonical writing", "// @iec62443 verifies CR 1.1 RE(1), CR 1.5(a): text"],
    ["a part behind the marker", "// @iec62443-4-2 CR 1.5"],
    ["what cannot be read", "// @iec62443 CR 1.3–1.5"],
  ])("is silent on %s", (_, source) => {
    expect(findings(code, source)).toEqual([]);
  });

  test("shows only the beginning of a line of hundreds, and rewrites all of it", () => {
    const ids = Array.from({ length: 300 }, (_, n) => `cr1.${n + 1}`);
    const source = `// [|@iec62443 ${ids.join(", ")}|]`;
    const written = source.replaceAll("cr1.", "CR 1.").replaceAll(/[[|\]]/g, "");
    const [[title, result] = ["", ""]] = Object.entries(fixed(code, source));
    expect(title).toMatch(/^Write @iec62443 CR 1\.1, CR 1\.2, .{60,100}, …$/);
    expect(result).toBe(written);
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

import fc from "fast-check";
import ignore from "ignore";
import { expect, test } from "vitest";
import { addLevel, verdict } from "../../server/src/workspace/ignoreRules.ts";

const piece = fc.constantFrom("a", "b", ".", ".c", "*", "?", "[ab]", "[!a]", "\\*", "A", " ");
const part = fc.array(piece, { minLength: 1, maxLength: 5 }).map((it) => it.join(""));
const pattern = fc
  .tuple(fc.constantFrom("", "", "!", "/", "**/", "a/", "#"), part, fc.constantFrom("", "", "/"))
  .map((it) => it.join(""));
const name = fc
  .array(fc.constantFrom("a", "b", ".", ".c", "*", "A", "x"), { minLength: 1, maxLength: 6 })
  .map((it) => it.join(""))
  .filter((it) => it !== "." && it !== "..");
const kind = fc.constantFrom("file" as const, "folder" as const);

test("what is asked of few names is what the patterns say of each", () => {
  const patterns = fc.array(pattern, { minLength: 1, maxLength: 8 });
  let fitting = 0;
  fc.assert(
    fc.property(patterns, fc.array(name, { minLength: 1 }), kind, (lines, names, what) => {
      const text = lines.join("\n");
      const level = addLevel(undefined, "/w", text);
      const ignorecase = ["win32", "darwin"].includes(process.platform);
      const rules = ignore({ ignorecase }).add(text);
      for (const it of names) {
        const { ignored, unignored } = rules.test(what === "folder" ? `${it}/` : it);
        const expected = ignored ? "ignored" : unignored ? "unignored" : undefined;
        expect([it, verdict(level, "/w", it, what)]).toEqual([it, expected]);
        if (expected !== undefined) fitting++;
      }
    }),
    { numRuns: 2000 },
  );
  expect(fitting).toBeGreaterThan(1000);
});

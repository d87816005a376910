import { describe, expect, test } from "vitest";
import { HELP } from "../../../../server/src/core/report/check/help.ts";
import { KINDS } from "../../../../server/src/core/report/check/kinds.ts";
import { CHANGE_KINDS } from "../../../../server/src/core/report/difference.ts";
import { RULES } from "../../../../server/src/core/rules/all.ts";

describe("the kinds of what check tells", () => {
  test("are every rule, the problems of a project's files and what is worse than before", () => {
    const codes = KINDS.map((it) => it.code);
    expect(codes).toEqual([
      ...RULES.map((it) => it.code),
      "invalid-project-file",
      "invalid-catalog",
      ...CHANGE_KINDS.slice(0, 3),
    ]);
    expect(new Set(codes).size).toBe(codes.length);
  });

  test("have help each, and there is none without a kind", () => {
    expect(Object.keys(HELP).sort()).toEqual(KINDS.map((it) => it.code).sort());
  });

  test.each(KINDS.map((it) => [it.code, it] as const))("%s is told in sentences", (_, kind) => {
    for (const text of [kind.description, kind.meaning, kind.action])
      expect(text).toMatch(/^[A-Za-z@].*\.$/);
    expect(kind.meaning).not.toContain(kind.description);
  });
});

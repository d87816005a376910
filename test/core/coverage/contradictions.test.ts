import { describe, expect, test } from "vitest";
import { contradictionOf } from "../../../server/src/core/coverage/contradictions.ts";
import type { Saying } from "../../../server/src/core/coverage/sayings.ts";
import type { Statement } from "../../../server/src/core/project.ts";
import { snapshotOf } from "../../support/snapshotOf.ts";
import { statement } from "../../support/statement.ts";
import { coverageOfRoot, item } from "../coverageSupport.ts";
import { TINY } from "./tinyCatalog.ts";

function contradiction(
  name: string,
  lines: readonly string[],
  statements: readonly Statement[] = [],
): string | undefined {
  const source = lines.map((it) => `// @iec62443 ${it}\n`).join("");
  const told = snapshotOf({ "a.c": source }, { components: ["EDR"], statements });
  const place = ({ from }: Saying) =>
    "annotation" in from ? `line ${from.claim.range.start.line}` : "the project file";
  const found = contradictionOf(item(coverageOfRoot({ ...told, catalog: TINY }), name));
  return (
    found && `${place(found.denies)} denies ${found.claims.relation} of ${place(found.claims)}`
  );
}

const DENIED = "not-applicable CR 1.5: none";

describe("a contradiction", () => {
  test.each<[string, readonly string[], string]>([
    ["a denial and code", [DENIED, "CR 1.5"], "line 0 denies implements of line 1"],
    ["a denial and a test", ["verifies CR 1.5", DENIED], "line 1 denies verifies of line 0"],
    ["a denial and a part", ["partial CR 1.5: x", DENIED], "line 1 denies partial of line 0"],
    ["the whole and a letter", ["CR 1.5(a)", DENIED], "line 1 denies implements of line 0"],
    [
      "the first on each side",
      [DENIED, "CR 1.5", "CR 1.5", DENIED],
      "line 0 denies implements of line 1",
    ],
    [
      "two of one letter, where others stand before them",
      [
        "not-applicable CR 1.5",
        "not-applicable CR 1.5(a): none",
        "CR 1.5(b)",
        "not-applicable CR 1.5(b): none",
      ],
      "line 3 denies implements of line 2",
    ],
  ])("is one of %s", (_, lines, found) => {
    expect(contradiction("CR 1.5", lines)).toBe(found);
  });

  test.each<[string, readonly string[]]>([
    ["different letters", ["CR 1.5(a)", "not-applicable CR 1.5(b): none"]],
    ["a denial without a reason", ["CR 1.5", "not-applicable CR 1.5"]],
    ["a denial and a plan", ["planned CR 1.5", DENIED]],
    ["a denial and what compensates", ["compensating CR 1.5: x", DENIED]],
  ])("is none of %s", (_, lines) => {
    expect(contradiction("CR 1.5", lines)).toBeUndefined();
  });

  test("is none with a statement that has expired", () => {
    const said = (expires: string) =>
      contradiction(
        "CR 1.1",
        ["CR 1.1"],
        [statement("CR 1.1", "not-applicable", { reason: "none", expires })],
      );
    expect(said("2026-11-24")).toBe("the project file denies implements of line 0");
    expect(said("2026-11-23")).toBeUndefined();
  });

  test("is looked for in one pass, though 20,000 say what another letter does", () => {
    const lines = Array.from({ length: 20_000 }, (_, it) =>
      it % 2 === 0 ? "not-applicable CR 1.5(a): none" : "CR 1.5(b)",
    );
    expect(contradiction("CR 1.5", lines)).toBeUndefined();
  });
});

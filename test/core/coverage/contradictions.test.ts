import { describe, expect, test } from "vitest";
import { contradictionsOf } from "../../../server/src/core/coverage/contradictions.ts";
import type { Saying } from "../../../server/src/core/coverage/sayings.ts";
import type { Statement } from "../../../server/src/core/project.ts";
import { snapshotOf } from "../../support/snapshotOf.ts";
import { statement } from "../../support/statement.ts";
import { coverageOfRoot, item } from "../coverageSupport.ts";
import { TINY } from "./tinyCatalog.ts";

function contradictions(
  name: string,
  lines: readonly string[],
  statements: readonly Statement[] = [],
): readonly string[] {
  const source = lines.map((it) => `// @iec62443 ${it}\n`).join("");
  const told = snapshotOf({ "a.c": source }, { components: ["EDR"], statements });
  const place = ({ from }: Saying) =>
    "annotation" in from ? `line ${from.claim.range.start.line}` : "the project file";
  return contradictionsOf(item(coverageOfRoot({ ...told, catalog: TINY }), name)).map(
    ({ denies, claims }) => `${place(denies)} denies ${claims.relation} of ${place(claims)}`,
  );
}

const DENIED = "not-applicable CR 1.5: none";

describe("contradictions", () => {
  test.each<[string, readonly string[], readonly string[]]>([
    ["a denial and code", [DENIED, "CR 1.5"], ["line 0 denies implements of line 1"]],
    ["a denial and a test", ["verifies CR 1.5", DENIED], ["line 1 denies verifies of line 0"]],
    ["a denial and a part", ["partial CR 1.5: x", DENIED], ["line 1 denies partial of line 0"]],
    ["the whole and a letter", ["CR 1.5(a)", DENIED], ["line 1 denies implements of line 0"]],
    [
      "each that takes part, once",
      [DENIED, "CR 1.5", "CR 1.5", DENIED],
      [
        "line 0 denies implements of line 1",
        "line 3 denies implements of line 1",
        "line 0 denies implements of line 2",
      ],
    ],
  ])("are %s", (_, lines, found) => {
    expect(contradictions("CR 1.5", lines)).toEqual(found);
  });

  test.each<[string, readonly string[]]>([
    ["different letters", ["CR 1.5(a)", "not-applicable CR 1.5(b): none"]],
    ["a denial without a reason", ["CR 1.5", "not-applicable CR 1.5"]],
    ["a denial and a plan", ["planned CR 1.5", DENIED]],
    ["a denial and what compensates", ["compensating CR 1.5: x", DENIED]],
  ])("are none of %s", (_, lines) => {
    expect(contradictions("CR 1.5", lines)).toEqual([]);
  });

  test("are none with a statement that has expired", () => {
    const said = (expires: string) =>
      contradictions(
        "CR 1.1",
        ["CR 1.1"],
        [statement("CR 1.1", "not-applicable", { reason: "none", expires })],
      );
    expect(said("2026-11-24")).toEqual(["the project file denies implements of line 0"]);
    expect(said("2026-11-23")).toEqual([]);
  });

  test("of 20,000 claims that stand against each other are as many", () => {
    const lines = Array.from({ length: 20_000 }, (_, it) => (it % 2 === 0 ? DENIED : "CR 1.5"));
    expect(contradictions("CR 1.5", lines)).toHaveLength(19_999);
  });
});

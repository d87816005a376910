import { describe, expect, test } from "vitest";
import type { ItemState } from "../../server/src/core/coverage.ts";
import type { Statement } from "../../server/src/core/project.ts";
import { statement } from "../support/statement.ts";
import { coverage, EDR, item } from "./coverageSupport.ts";

describe("the state of an item", () => {
  test.each<[string, readonly string[], ItemState]>([
    ["missing without a word", [], "missing"],
    ["implemented by an annotation", ["CR 1.4"], "implemented"],
    ["implemented by the relation", ["implements CR 1.4: text"], "implemented"],
    ["verified when a test claims it too", ["CR 1.4", "verifies CR 1.4"], "verified"],
    ["missing when only a test claims it", ["verifies CR 1.4"], "missing"],
    ["compensated", ["compensating CR 1.4: the host does it"], "compensated"],
    ["partial", ["partial CR 1.4: no lock yet"], "partial"],
    ["partial, whatever tests say", ["partial CR 1.4: no lock", "verifies CR 1.4"], "partial"],
    ["planned", ["planned CR 1.4: PLC-1"], "planned"],
    ["not applicable with a reason", ["not-applicable CR 1.4: no users"], "not-applicable"],
    ["missing when nobody says why it does not apply", ["not-applicable CR 1.4"], "missing"],
    [
      "the first that fits: partial before planned",
      ["planned CR 1.4", "partial CR 1.4: a"],
      "partial",
    ],
    ["missing where the place for a reason is empty", ["not-applicable CR 1.4: …"], "missing"],
    ["missing where nobody says what compensates", ["compensating CR 1.4"], "missing"],
    ["compensated before partial", ["partial CR 1.4: a", "compensating CR 1.4: b"], "compensated"],
    ["implemented before compensated", ["compensating CR 1.4: b", "CR 1.4"], "implemented"],
    [
      "not applicable before all",
      ["CR 1.4", "verifies CR 1.4", "not-applicable CR 1.4: a"],
      "not-applicable",
    ],
  ])("is %s", (_, lines, state) => {
    expect(item(coverage(lines), "CR 1.4").state).toBe(state);
  });

  test.each<[string, readonly string[], readonly Statement[], ItemState]>([
    ["implemented", [], [statement("CR 1.4", "implemented")], "implemented"],
    ["verified", [], [statement("CR 1.4", "verified")], "verified"],
    ["verified where code implements", ["CR 1.4"], [statement("CR 1.4", "verified")], "verified"],
    ["verified by a test", ["verifies CR 1.4"], [statement("CR 1.4", "implemented")], "verified"],
    ["compensated", [], [statement("CR 1.4", "compensating", { reason: "host" })], "compensated"],
    ["planned", [], [statement("CR 1.4", "planned")], "planned"],
    [
      "not applicable",
      [],
      [statement("CR 1.4", "not-applicable", { reason: "a" })],
      "not-applicable",
    ],
    ["missing", [], [statement("CR 1.4", "not-applicable", { reason: " " })], "missing"],
    ["not that of another", [], [statement("CR 1.3", "implemented")], "missing"],
    [
      "not that of its enhancement",
      [],
      [statement("CR 1.4", "implemented", { enhancement: 1 })],
      "missing",
    ],
  ])("is %s by a statement", (_, lines, statements, state) => {
    expect(item(coverage(lines, { ...EDR, statements }), "CR 1.4").state).toBe(state);
  });

  test("belongs to the base and to each enhancement alone", () => {
    const found = coverage(["CR 2.1", "verifies CR 2.1 RE(1)", "CR 2.1 RE(1)"]);
    expect(["CR 2.1", "CR 2.1 RE(1)", "CR 2.1 RE(2)"].map((it) => item(found, it).state)).toEqual([
      "implemented",
      "verified",
      "missing",
    ]);
    expect(item(found, "CR 2.1 RE(1)").claims.map((it) => it.annotation.relation)).toEqual([
      "verifies",
      "implements",
    ]);
  });

  test.each<[string, readonly string[], ItemState]>([
    ["partial while a letter is open", ["CR 1.5(a), CR 1.5(b), CR 1.5(c)"], "partial"],
    [
      "implemented with all letters",
      ["CR 1.5(a), CR 1.5(b)", "CR 1.5(c), CR 1.5(d)"],
      "implemented",
    ],
    [
      "verified when each letter is",
      ["CR 1.5(a), CR 1.5(b), CR 1.5(c), CR 1.5(d)", "verifies CR 1.5"],
      "verified",
    ],
    [
      "implemented when one letter is not verified",
      ["CR 1.5", "verifies CR 1.5(a), CR 1.5(b), CR 1.5(c)"],
      "implemented",
    ],
    ["implemented by the whole beside a letter", ["CR 1.5", "CR 1.5(a)"], "implemented"],
    [
      "implemented where a letter does not apply",
      ["CR 1.5(a), CR 1.5(b), CR 1.5(c)", "not-applicable CR 1.5(d): no hardware"],
      "implemented",
    ],
    [
      "not applicable when no letter applies",
      ["not-applicable CR 1.5(a), CR 1.5(b), CR 1.5(c), CR 1.5(d): a"],
      "not-applicable",
    ],
    [
      "compensated when every letter is",
      ["compensating CR 1.5(a), CR 1.5(b), CR 1.5(c), CR 1.5(d): a"],
      "compensated",
    ],
    ["planned when only letters are", ["planned CR 1.5(a)"], "planned"],
    ["missing when only a letter is tested", ["verifies CR 1.5(a)"], "missing"],
    ["missing when the letter does not exist", ["CR 1.5(z)"], "missing"],
  ])("of letters is %s", (_, lines, state) => {
    expect(item(coverage(lines), "CR 1.5").state).toBe(state);
  });
});

test("a letter of a requirement without letters says nothing", () => {
  expect(item(coverage(["CR 1.4(a)"]), "CR 1.4").state).toBe("missing");
});
